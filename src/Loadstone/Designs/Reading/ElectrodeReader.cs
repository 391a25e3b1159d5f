using System.Globalization;
using Loadstone.Designs.Fields;
using Loadstone.Formats.Json;

namespace Loadstone.Designs.Reading;

/// <summary>Reads a coated electrode and checks what can be checked without knowing the materials.</summary>
internal static class ElectrodeReader
{
    private const double SumTolerance = 1e-6; // 33.3333 % three times is meant as a whole
    private const double ShareTolerance = 1e-3; // as is 33.3 %

    /// <summary>A positive or negative electrode.</summary>
    public static ElectrodeDesign Read(FieldReader fields, bool negative)
    {
        CheckClashes(fields, negative);
        return new ElectrodeDesign
        {
            Foil = SheetText.Read(fields, negative ? ElectrodeFields.NegativeFoil : ElectrodeFields.PositiveFoil),
            Loading = fields.Read(ElectrodeFields.Loading),
            NpRatio = negative ? fields.Read(ElectrodeFields.NpRatio) : null,
            FirstCycleLoss = negative ? fields.Read(ElectrodeFields.FirstCycleLoss) : null,
            Porosity = fields.Read(ElectrodeFields.Porosity),
            Thickness = fields.Read(ElectrodeFields.Thickness),
            PressDensity = fields.Read(ElectrodeFields.PressDensity),
            Process = ProcessReader.Read(fields),
            Calendering = fields.Read(ElectrodeFields.Calendering) is { } calendering ? CalenderingReader.Read(calendering) : null,
            Zones = negative ? [] : ZoneReader.Read(fields),
            ZonesOfOneThickness = !negative && ZoneReader.OfOneThickness(fields),
            ContactResistance = fields.Read(ElectrodeFields.ContactResistance),
            SharesOfThickness = fields.Read(ElectrodeFields.ShareOf) == "thickness",
            Arrangement = (LayerArrangement)IndexOf(ElectrodeFields.Arrangement, fields.Read(ElectrodeFields.Arrangement)),
            Layers = ReadLayers(fields),
            Place = fields.Place,
            FieldPlaces = fields.Places,
        };
    }

    private static void CheckClashes(FieldReader fields, bool negative)
    {
        if (negative) fields.Exclude(ElectrodeFields.NpRatio, ElectrodeFields.Loading);
        fields.Exclude(ElectrodeFields.PressDensity, ElectrodeFields.Porosity);
        DesignField[] amounts = negative ? [ElectrodeFields.Loading, ElectrodeFields.NpRatio] : [ElectrodeFields.Loading];
        bool hasLoading = ProcessReader.FixesLoading(fields, amounts) || amounts.Any(fields.Has);
        DesignField[] fillings = [ElectrodeFields.Porosity, ElectrodeFields.Thickness, ElectrodeFields.PressDensity];
        if (CalenderingReader.Check(fields, hasLoading)) return;
        if (fields.Has(ProcessFields.Process))
        {
            ProcessReader.Check(fields, hasLoading, fillings);
            return;
        }
        bool layersSayPorosity = LayersWithPorosity(fields) is var (with, all) && with == all;
        if (hasLoading && !layersSayPorosity && !fillings.Any(fields.Has))
            throw fields.Place.Error("An electrode with a loading also needs a porosity, a thickness or a press density.");
        if (!hasLoading && !fields.Has(ElectrodeFields.Thickness))
            throw fields.Place.Error($"{(negative ? "A negative" : "A positive")} electrode needs the field {string.Join(" or ", amounts.Select(f => $"\"{f.Name}\""))} ({FieldValue.Expectation(ElectrodeFields.Loading)}).");
        if (!hasLoading && !layersSayPorosity && !fields.Has(ElectrodeFields.Porosity) && !fields.Has(ElectrodeFields.PressDensity))
            throw fields.Place.Error("A thickness alone does not say how much is in it: add a loading, a porosity or a press density.");
    }

    private static (int With, int All) LayersWithPorosity(FieldReader fields)
    {
        IReadOnlyList<PlacedValue> layers = fields.Read(ElectrodeFields.Layers);
        return (layers.Count(layer => layer is PlacedObject o && o.Find(LayerFields.Porosity.Name) is not null), layers.Count);
    }

    private static IReadOnlyList<LayerDesign> ReadLayers(FieldReader fields)
    {
        IReadOnlyList<PlacedValue> items = fields.Read(ElectrodeFields.Layers);
        FieldReader[] readers = [.. items.Select(item => new FieldReader(item, LayerFields.Shape))];
        int stated = readers.Count(reader => reader.Has(LayerFields.Share));
        if (stated > 0 && stated < readers.Length)
        {
            FieldReader without = readers.First(reader => !reader.Has(LayerFields.Share));
            throw without.Place.Error("This layer has no \"share\", while another one has; state the shares of all layers or of none.");
        }
        LayerDesign[] layers = [.. readers.Select((reader, i) => ReadLayer(reader, i, readers.Length))];
        double sum = layers.Sum(layer => layer.Share);
        if (Math.Abs(sum - 1) > ShareTolerance)
            throw fields.PlaceOf(ElectrodeFields.Layers).Error($"The shares of the layers add to {Percent(sum)}; they must add to 100 %.");
        RejectTwice(layers, fields.PlaceOf(ElectrodeFields.Layers));
        return [.. layers.Select(layer => layer with { Share = layer.Share / sum })];
    }

    private static void RejectTwice(LayerDesign[] layers, JsonPlace place)
    {
        foreach (var group in layers.GroupBy(layer => layer.Name).Where(group => group.Count() > 1))
            throw place.Error($"Two layers are named \"{group.Key}\"; give each its own name.");
    }

    private static LayerDesign ReadLayer(FieldReader fields, int index, int count)
    {
        fields.Exclude(LayerFields.BruggemanExponent, LayerFields.TortuosityFactor);
        if (fields.Has(LayerFields.SizeClasses) && !fields.Has(LayerFields.SizeSpread))
            throw fields.PlaceOf(LayerFields.SizeClasses).Error($"\"sizeClasses\" cuts a spread of sizes, and this layer states none; add \"sizeSpread\" ({FieldValue.Expectation(LayerFields.SizeSpread)}).");
        return new LayerDesign
        {
            Name = fields.Read(LayerFields.Name) ?? string.Create(CultureInfo.InvariantCulture, $"layer {index + 1}"),
            Share = fields.Read(LayerFields.Share) ?? 1.0 / count,
            Solids = ReadSolids(fields),
            ParticleDiameter = fields.Read(LayerFields.ParticleDiameter),
            Particles = ReadParticles(fields),
            SizeSpread = fields.Read(LayerFields.SizeSpread),
            SizeClasses = (int?)fields.Read(LayerFields.SizeClasses),
            Porosity = fields.Read(LayerFields.Porosity),
            BruggemanExponent = fields.Read(LayerFields.BruggemanExponent),
            TortuosityFactor = fields.Read(LayerFields.TortuosityFactor),
            ElectronicConductivity = fields.Read(LayerFields.ElectronicConductivity),
            WettedFraction = fields.Read(LayerFields.WettedFraction),
            BinderConductivity = fields.Read(LayerFields.BinderConductivity),
            Compaction = CalenderingReader.ReadLayer(fields),
            Slurry = fields.Read(LayerFields.Slurry) is { } slurry ? ReadSlurry(slurry) : null,
            Place = fields.Place,
        };
    }

    private static IReadOnlyList<SolidDesign> ReadSolids(FieldReader fields)
    {
        var item = (QuantityField)LayerFields.Solids.Item;
        SolidDesign[] solids = [.. fields.Read(LayerFields.Solids).Select(member => new SolidDesign(member.Name, FieldValue.Quantity(member.Value, item), member.Place))];
        if (solids.Length == 0) throw fields.PlaceOf(LayerFields.Solids).Error("A layer without solids; name at least an active material.");
        double sum = solids.Sum(solid => solid.MassFraction);
        if (Math.Abs(sum - 1) > SumTolerance)
            throw fields.PlaceOf(LayerFields.Solids).Error($"The mass fractions add to {Percent(sum)}; they must add to 100 %.");
        return [.. solids.Select(solid => solid with { MassFraction = solid.MassFraction / sum })];
    }

    private static ParticleDesign[] ReadParticles(FieldReader fields)
    {
        var shape = ((ObjectField)LayerFields.Particles.Item).Shape;
        (QuantityField diameter, QuantityField share, TextField material) = LayerFields.Size;
        ParticleDesign[] sizes = [.. fields.Read(LayerFields.Particles).Select(item =>
        {
            var reader = new FieldReader(item, shape);
            return new ParticleDesign(reader.Read(material), reader.Read(diameter)!.Value, reader.Read(share)!.Value, reader.Place);
        })];
        foreach (var group in sizes.GroupBy(size => size.Material))
        {
            double sum = group.Sum(size => size.Share);
            if (Math.Abs(sum - 1) > ShareTolerance)
                throw fields.PlaceOf(LayerFields.Particles).Error($"The shares of the particle sizes{(group.Key is null ? "" : $" of {group.Key}")} add to {Percent(sum)}; they must add to 100 %.");
        }
        bool oneMaterial = sizes.Length > 0 && sizes.All(size => size.Material is null);
        if (oneMaterial) fields.Exclude(LayerFields.Particles, LayerFields.ParticleDiameter);
        return [.. sizes.Select(size => size with { Share = size.Share / sizes.Where(other => other.Material == size.Material).Sum(other => other.Share) })];
    }

    private static SlurryDesign ReadSlurry(FieldReader fields) =>
        new(fields.Read(LayerFields.Solvent)!, fields.Read(LayerFields.SolidsContent)!.Value, fields.Place) { Measured = ProcessReader.Measurements(fields) };

    private static int IndexOf(ChoiceField field, string choice) => field.Choices.ToList().IndexOf(choice);

    private static string Percent(double fraction) => Quantities.QuantityKinds.Fraction.Format(fraction, 8);
}
