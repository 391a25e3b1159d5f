using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Resistance;

/// <summary>What the spots of one sample say together.</summary>
/// <param name="Coating">The coating, with its mean thickness.</param>
/// <param name="Resistivity">Resistivity ρ of the composite [Ω m]; of several spots their mean with its spread.</param>
/// <param name="InterfaceResistance">Resistance R of the interface times area [Ω m²], likewise.</param>
/// <param name="Spots">Each spot's own fit.</param>
/// <param name="Warnings">Warnings of the spots.</param>
public sealed record ProbeSample(CoatingOnFoil Coating, Estimate Resistivity, Estimate InterfaceResistance, IReadOnlyList<ProbeFit> Spots, IReadOnlyList<string> Warnings)
{
    /// <summary>Length √(R L/ρ) over which current that enters the coating reaches the foil, where the interface resists more than the coating does [m].</summary>
    public double TransferLength => Math.Sqrt(InterfaceResistance.Value * Coating.Thickness / Resistivity.Value);

    /// <summary>Fits all spots of a sample.</summary>
    /// <param name="readings">Readings, one a spot.</param>
    /// <param name="coating">Thickness, foil and contacts.</param>
    /// <param name="thicknessError">Standard uncertainty of the thickness [m]; it is carried through.</param>
    /// <exception cref="InputException">A reading cannot be fitted.</exception>
    public static ProbeSample Analyse(IReadOnlyList<ProbeReading> readings, CoatingOnFoil coating, double thicknessError = 0)
    {
        ProbeFit[] fits = Fit(readings, coating);
        Estimate resistivity = Together(fits, f => f.Resistivity), interfaceResistance = Together(fits, f => f.InterfaceResistance);
        if (thicknessError > 0)
        {
            ProbeFit[] thicker = Fit(readings, coating with { Thickness = coating.Thickness + thicknessError });
            var thickness = new Estimate(coating.Thickness, thicknessError);
            resistivity = Carried(resistivity, Together(thicker, f => f.Resistivity));
            interfaceResistance = Carried(interfaceResistance, Together(thicker, f => f.InterfaceResistance));
            Estimate Carried(Estimate here, Estimate there) => ErrorPropagation.Carry(here.Value, (here, 1), (thickness, (there.Value - here.Value) / thicknessError));
        }
        string[] warnings = [.. fits.SelectMany(f => f.Warnings.Select(w => f.Reading.Spot.Length > 0 ? $"spot {f.Reading.Spot}: {w}" : w))];
        return new ProbeSample(coating, resistivity, interfaceResistance, fits, warnings);
    }

    private static ProbeFit[] Fit(IReadOnlyList<ProbeReading> readings, CoatingOnFoil coating)
    {
        var fits = new ProbeFit[Require.NotEmpty(readings).Count];
        ProbeModel? model = null;
        for (int i = 0; i < fits.Length; i++)
        {
            if (model?.Serves(readings[i]) != true) model = new ProbeModel(coating, readings[i]);
            fits[i] = ProbeInversion.Fit(readings[i], model);
        }
        return fits;
    }

    // Spots at which the interface is not seen have no spread; their own errors stand for it.
    private static Estimate Together(ProbeFit[] fits, Func<ProbeFit, Estimate> which)
    {
        if (fits.Length == 1) return which(fits[0]);
        return fits.Any(f => which(f).Value == 0 || double.IsNaN(which(f).StandardError))
            ? ErrorPropagation.Carry(fits.Average(f => which(f).Value), [.. fits.Select(f => (which(f), 1.0 / fits.Length))])
            : Estimate.MeanOf([.. fits.Select(f => which(f).Value)]);
    }
}
