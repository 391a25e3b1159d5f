using System.Globalization;
using Loadstone.Electrodes;
using Loadstone.Formats.Json;
using Loadstone.Numerics;

namespace Loadstone.Formats.Bpx;

/// <summary>An electrode of a file: itself, and the lithium that it holds at both ends of its stoichiometry window [mol/m²].</summary>
internal sealed record BpxElectrode(Electrode Electrode, double LeastLithium, double MostLithium);

/// <summary>Reads an electrode, of one active material or of a blend.</summary>
internal static class BpxElectrodeReader
{
    // Tables of formulas are this close: 1 nV.
    private const double PotentialTolerance = 1e-9;
    private const double End = 1e-3; // potentials turn steep nearer to the ends; the formula answers there
    private const double LeastStoichiometry = 1e-6;
    private const double Rounding = 1e-3; // surfaces are printed with few digits
    private const double MostEnergy = 1e6; // J/mol
    private const double TellMove = 1e-4; // V
    private const int WindowSteps = 1000;

    private sealed record Class(ParticleClass Particles, double Least, double Most);

    public static BpxElectrode Read(PlacedValue value, string name, BpxStart start, List<LossNote> notes)
    {
        bool isBlend = value is PlacedObject { } json && json.Find(BpxNames.Particle) is not null;
        BpxObject electrode = isBlend
            ? BpxObject.Of(value, $"the {name} of a blend", [.. BpxNames.ElectrodeFields, BpxNames.Particle])
            : BpxObject.Of(value, $"the {name}", [.. BpxNames.ElectrodeFields, .. BpxNames.ParticleFields]);
        double thickness = electrode.Number(BpxNames.Thickness, 1e-7, 5e-3);
        double porosity = electrode.Number(BpxNames.Porosity, 1e-3, 1);
        double transport = electrode.Number(BpxNames.TransportEfficiency, 1e-6, 1);
        double conductivity = electrode.Positive(BpxNames.Conductivity);
        Class[] classes = isBlend
            ? Blend(electrode.Required(BpxNames.Particle), name, start, notes)
            : [Particles(electrode, name, start, notes)];

        double active = classes.Sum(c => c.Particles.VolumeFraction.Mean), filled = porosity + active;
        if (filled > 1 + Rounding)
        {
            throw electrode.Place.Error(
                $"\"{BpxNames.Porosity}\" {Text(porosity)} and the active volume fractions (surface area × radius / 3) {Text(active)} add to {Text(filled)}; at most 1 fits.");
        }
        if (filled > 1) porosity = 1 - active; // what the printed digits of the surface leave; the capacity stays as told
        var layer = new Layer(name, thickness, porosity, transport, conductivity, [.. classes.Select(c => c.Particles)]);
        return new BpxElectrode(new Electrode { Layers = [layer] }, Lithium(c => c.Least), Lithium(c => c.Most));

        double Lithium(Func<Class, double> stoichiometry) => thickness * classes.Sum(c =>
            c.Particles.VolumeFraction.Mean * c.Particles.Material.MaximumConcentration * stoichiometry(c));
    }

    private static Class[] Blend(PlacedValue value, string name, BpxStart start, List<LossNote> notes)
    {
        if (value is not PlacedObject { Members.Count: > 0 } blend)
            throw value.Error($"{value.Sort} stands here; expected an object with one or more named materials.");
        return [.. blend.Members.Select(member =>
            Particles(BpxObject.Of(member.Value, $"a material of the {name}", BpxNames.ParticleFields), member.Name, start, notes))];
    }

    private static Class Particles(BpxObject from, string name, BpxStart start, List<LossNote> notes)
    {
        double least = from.Number(BpxNames.LeastStoichiometry, 0, 1), most = from.Number(BpxNames.LargestStoichiometry, 0, 1);
        if (least >= most)
            throw from.Required(BpxNames.LeastStoichiometry).Error($"{Text(least)} is not below \"{BpxNames.LargestStoichiometry}\" {Text(most)}.");
        double radius = from.Number(BpxNames.Radius, 1e-9, 1e-3), surface = from.Positive(BpxNames.Surface);
        double low = Math.Max(least, LeastStoichiometry), high = Math.Min(most, 1 - LeastStoichiometry);

        BpxFunction Function(string field, bool positive) =>
            BpxFunction.Read(from.Required(field)).On(low, high, "the stoichiometry window", positive);

        BpxFunction potential = Function(BpxNames.Potential, positive: false);
        ScalarFunction curve = FallingPotential.Of(Tabulated(potential.Function), low, high, out double moved);
        if (moved > TellMove)
        {
            notes.Add(new LossNote(from.Place.Member(BpxNames.Potential).Path,
                FormattableString.Invariant($"the potential rises with the stoichiometry in places; the falling curve nearest to it is taken, at most {moved * 1e3:g3} mV away.")));
        }
        NotUsed(from, notes, low, high);
        double rate = from.Positive(BpxNames.Rate);
        var material = new IntercalationMaterial
        {
            Name = name,
            MaximumConcentration = from.Positive(BpxNames.MaximumConcentration),
            OpenCircuitPotential = curve,
            Diffusivity = Function(BpxNames.Diffusivity, positive: true).Function,
            // j₀ = F K √(c_e/c_e0 θ(1 − θ)) there, i₀* √(c_e/1000 θ(1 − θ)) here.
            ReferenceExchangeCurrentDensity = PhysicalConstants.Faraday * rate * Math.Sqrt(1000 / start.Concentration),
            ReferenceTemperature = start.ReferenceTemperature,
            DiffusivityActivationEnergy = from.OptionalNumber(BpxNames.DiffusivityEnergy, 0, MostEnergy) ?? 0,
            ExchangeActivationEnergy = from.OptionalNumber(BpxNames.RateEnergy, 0, MostEnergy) ?? 0,
            EntropicCoefficient = from.Find(BpxNames.Entropic) is null ? null : Function(BpxNames.Entropic, positive: false).Function,
        };
        TellRise(material, start.Temperature, low, high, from.Place.Member(BpxNames.Entropic), notes);
        return new Class(new ParticleClass { Material = material, Radius = radius, VolumeFraction = surface * radius / 3 }, least, most);
    }

    private static ScalarFunction Tabulated(ScalarFunction curve) =>
        curve is TableFunction ? curve : SampledFunction.Of(curve, End, 1 - End, PotentialTolerance);

    /// <summary>Reads what the model does not use, so that a mistake in it is found, and says so.</summary>
    private static void NotUsed(BpxObject from, List<LossNote> notes, double low, double high)
    {
        foreach (string field in (string[])[BpxNames.Delithiation, BpxNames.Lithiation])
        {
            if (from.Find(field) is not { } curve) continue;
            BpxFunction.Read(curve).On(low, high, "the stoichiometry window", positive: false);
            notes.Add(new LossNote(curve.Place.Path, $"the branch is not used; \"{BpxNames.Potential}\" counts in both directions."));
        }
        if (from.OptionalNumber(BpxNames.HysteresisDecay, double.MinValue, double.MaxValue) is { } decay)
            notes.Add(new LossNote(from.Place.Member(BpxNames.HysteresisDecay).Path, $"{Text(decay)} is not used; the potential has no hysteresis here."));
    }

    /// <summary>A rest state is found by its potential: tells where the entropic term makes one potential belong to several stoichiometries.</summary>
    private static void TellRise(IntercalationMaterial material, double temperature, double low, double high, JsonPlace place, List<LossNote> notes)
    {
        double least = double.PositiveInfinity, rise = 0;
        for (int i = 0; i <= WindowSteps; i++)
        {
            double potential = material.OpenCircuitPotentialAt(low + (high - low) * i / WindowSteps, temperature);
            least = Math.Min(least, potential);
            rise = Math.Max(rise, potential - least);
        }
        if (rise <= TellMove) return;
        notes.Add(new LossNote(place.Path, FormattableString.Invariant(
            $"at {temperature} K the potential rises with the stoichiometry in places, by up to {rise * 1e3:g3} mV; states at rest there are uncertain.")));
    }

    private static string Text(double value) => value.ToString("g6", CultureInfo.InvariantCulture);
}
