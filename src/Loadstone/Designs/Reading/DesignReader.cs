using Loadstone.Designs.Fields;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Formats.Json;

namespace Loadstone.Designs.Reading;

/// <summary>Reads one variant, a document to which all changes have been made.</summary>
internal static class DesignReader
{
    private static readonly DesignField[] RecipeFields =
    [
        DocumentFields.Positive, DocumentFields.Negative, DocumentFields.Separator, DocumentFields.Electrolyte,
        DocumentFields.Area, DocumentFields.OneC, DocumentFields.Between, DocumentFields.Laws, DocumentFields.Wetting,
    ];

    /// <summary>The design that the document says.</summary>
    /// <param name="document">The document without its variants.</param>
    /// <param name="files">What becomes of files named in protocols.</param>
    public static Design Read(PlacedObject document, NamedFiles? files)
    {
        var fields = new FieldReader(document, DocumentFields.Shape);
        CutOffs? cutOffs = CutOffs.Read(fields);
        string name = fields.Read(DocumentFields.Name)!;
        return new Design
        {
            Name = name,
            DocumentName = name,
            Description = fields.Read(DocumentFields.Description),
            Cell = fields.Has(DocumentFields.Cell) ? ReadParameterSet(fields) : ReadRecipe(fields, cutOffs),
            Run = RunReader.Read(fields, cutOffs, files),
            Pouch = PouchReader.Read(fields),
            Mesh = fields.Read(DocumentFields.Mesh) is { } mesh ? ReadMesh(mesh) : new MeshSettings(),
        };
    }

    private static CellDesign.ParameterSet ReadParameterSet(FieldReader fields)
    {
        foreach (DesignField field in RecipeFields)
        {
            if (fields.Has(field))
                throw fields.PlaceOf(field).Error($"\"{field.Name}\" and \"cell\" clash: the parameter set already says it. Keep one.");
        }
        return new CellDesign.ParameterSet(fields.Read(DocumentFields.Cell)!, fields.PlaceOf(DocumentFields.Cell))
        {
            Temperature = fields.Read(DocumentFields.Temperature),
            Thermal = fields.Read(DocumentFields.Thermal) is { } thermal ? ReadThermal(thermal) : null,
            DoubleLayerCapacitance = fields.Read(DocumentFields.DoubleLayer),
        };
    }

    private static CellDesign.Recipe ReadRecipe(FieldReader fields, CutOffs? cutOffs)
    {
        if (fields.Read(DocumentFields.Positive) is not { } positive)
            throw fields.Place.Error("A design document needs the field \"positive\" (a positive electrode, an object in braces) or \"cell\" (a published parameter set by name).");
        if (cutOffs is null)
            throw fields.Place.Error("A design document needs the field \"between\" (the lower and the upper cut-off voltage, [\"2.7 V\", \"4.3 V\"]), in the document or in a rate test.");
        PlacedValue? negative = fields.Node(DocumentFields.Negative);
        ElectrodeDesign coated = ElectrodeReader.Read(positive, negative: false);
        ElectrodeDesign? other = negative is PlacedObject ? ElectrodeReader.Read(new FieldReader(negative, ElectrodeFields.Negative), negative: true) : null;
        return new CellDesign.Recipe
        {
            Positive = coated,
            Negative = other,
            Lithium = negative is null or PlacedObject ? null : ReadLithium(negative),
            Separator = ReadSeparator(fields.Node(DocumentFields.Separator)),
            Electrolyte = ReadElectrolyte(fields.Node(DocumentFields.Electrolyte)),
            Area = fields.Read(DocumentFields.Area),
            OneC = fields.Read(DocumentFields.OneC),
            LowerCutOff = cutOffs.Lower,
            UpperCutOff = cutOffs.Upper,
            Temperature = fields.Read(DocumentFields.Temperature),
            Thermal = fields.Read(DocumentFields.Thermal) is { } thermal ? ReadThermal(thermal) : null,
            DoubleLayerCapacitance = fields.Read(DocumentFields.DoubleLayer),
            Wetting = WettingReader.Read(fields, coated, other),
            Laws = fields.Read(DocumentFields.Laws) is { } laws ? ReadLaws(laws) : new LawDesign(),
            Place = fields.Place,
        };
    }

    private static SheetDesign ReadLithium(PlacedValue value)
    {
        SheetDesign sheet = SheetText.Read(value, DocumentFields.Negative);
        return sheet.Material is "lithium" or "Li"
            ? sheet
            : throw value.Error($"\"{sheet.Material}\" is no negative electrode in words; expected {FieldValue.Expectation(DocumentFields.Negative)}.");
    }

    private static SeparatorDesign? ReadSeparator(PlacedValue? value)
    {
        if (value is null) return null;
        if (value is not PlacedObject) return new SeparatorDesign(SheetText.Read(value, DocumentFields.Separator));
        var fields = new FieldReader(value, CellFields.Separator);
        fields.Exclude(CellFields.BruggemanExponent, CellFields.TortuosityFactor);
        var sheet = new SheetDesign(fields.Read(CellFields.Material)!, fields.Read(CellFields.Thickness), fields.PlaceOf(CellFields.Material));
        return new SeparatorDesign(sheet, fields.Read(CellFields.Porosity), fields.Read(CellFields.BruggemanExponent), fields.Read(CellFields.TortuosityFactor));
    }

    private static ElectrolyteDesign? ReadElectrolyte(PlacedValue? value)
    {
        if (value is null) return null;
        if (value is not PlacedObject) return new ElectrolyteDesign(FieldValue.Text(value, DocumentFields.Electrolyte), value.Place);
        var fields = new FieldReader(value, CellFields.Electrolyte);
        return new ElectrolyteDesign(fields.Read(CellFields.ElectrolyteName)!, fields.PlaceOf(CellFields.ElectrolyteName), fields.Read(CellFields.Concentration));
    }

    private static ThermalDesign ReadThermal(FieldReader fields) =>
        new(fields.Read(CellFields.HeatCapacity)!.Value, fields.Read(CellFields.HeatTransfer)!.Value, fields.Read(CellFields.Ambient));

    private static LawDesign ReadLaws(FieldReader fields) => new()
    {
        BruggemanExponent = fields.Read(CellFields.LawBruggemanExponent),
        ReferenceConductivity = fields.Read(CellFields.ReferenceConductivity),
        PercolationExponent = fields.Read(CellFields.PercolationExponent),
        FilmExponent = fields.Read(CellFields.FilmExponent),
        ConstrictionLength = fields.Read(CellFields.ConstrictionLength),
    };

    private static MeshSettings ReadMesh(FieldReader fields)
    {
        var standard = new MeshSettings();
        return new MeshSettings
        {
            Negative = (int?)fields.Read(CellFields.NegativeCells) ?? standard.Negative,
            Separator = (int?)fields.Read(CellFields.SeparatorCells) ?? standard.Separator,
            Positive = (int?)fields.Read(CellFields.PositiveCells) ?? standard.Positive,
            Radial = (int?)fields.Read(CellFields.RadialCells) ?? standard.Radial,
        };
    }
}
