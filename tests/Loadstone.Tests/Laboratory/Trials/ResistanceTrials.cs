using Loadstone.Laboratory.Resistance;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Probes on coatings of known resistances: potentials as sums of lateral modes, voltages as straight lines.</summary>
internal static class ResistanceTrials
{
    /// <summary>Two electrodes of Park et al.: interface resistances of 1.88 and 0.91 Ω cm² below 71 µm of composite.</summary>
    public const double Thickness = 71e-6, Resistivity = 0.1, Pristine = 1.88e-4, Coated = 0.91e-4;

    private const double Noise = 0.1; // Ω: 1 mV at 10 mA

    /// <summary>The trials by name.</summary>
    public static IReadOnlyList<(string Name, Func<int, Trial> Trial)> All { get; } =
    [
        ("multi-point probe, composite resistivity", seed => Probe(seed).Resistivity),
        ("multi-point probe, interface resistance 1.88 Ω cm²", seed => Probe(seed).Interface),
        ("multi-point probe, difference to 0.91 Ω cm²", Difference),
        ("four-point probe, both polarities and drift", FourPoints),
    ];

    /// <summary>A reading of the line of 46 pins without noise.</summary>
    public static ProbeReading Reading(double interfaceResistance, double resistivity = Resistivity, double thickness = Thickness)
    {
        ProbePin[] pins = [.. Enumerable.Range(2, 44).Select(n => ProbeArray.Line.Find(n)!.Value)];
        ProbePin first = ProbeArray.Line.Find(1)!.Value, last = ProbeArray.Line.Find(46)!.Value;
        return new ProbeReading { Source = "trial", In = first, Out = last, Pins = pins, Resistance = Potentials(pins, first, last, resistivity, interfaceResistance, thickness) };
    }

    private static readonly ProbeReading[] Clean = [Reading(Pristine), Reading(Coated)];
    private static readonly Lazy<ProbeModel> Model = new(() => new ProbeModel(new CoatingOnFoil { Thickness = Thickness }, Clean[0]));

    // Derivatives of the potentials by ln ρ, ln R and the offset.
    private static readonly double[][][] Slopes =
    [
        .. new[] { Pristine, Coated }.Select(r => (double[][])
        [
            Slope(h => Reading(r, Resistivity * Math.Exp(h))), Slope(h => Reading(r * Math.Exp(h))), [.. Enumerable.Repeat(1 / Noise, 44)],
        ]),
    ];

    private static (Trial Resistivity, Trial Interface) Probe(int seed)
    {
        ProbeFit fit = Fit(0, seed);
        return (new Trial(fit.Resistivity, Resistivity, Resistivity * Coverage.Bound(Slopes[0], 0)), new Trial(fit.InterfaceResistance, Pristine, Pristine * Coverage.Bound(Slopes[0], 1)));
    }

    private static Trial Difference(int seed)
    {
        // One stream of numbers for both: those of neighbouring seeds resemble each other.
        double[] noisy = TransportTrials.Noisy([.. Clean[0].Resistance, .. Clean[1].Resistance], Noise, seed);
        ProbeSample Sample(int which)
        {
            ProbeFit fit = ProbeInversion.Fit(Clean[which] with { Resistance = which == 0 ? noisy[..44] : noisy[44..] }, Model.Value);
            return new ProbeSample(Model.Value.Coating, fit.Resistivity, fit.InterfaceResistance, [fit], fit.Warnings);
        }
        double bound = Math.Sqrt(Math.Pow(Pristine * Coverage.Bound(Slopes[0], 1), 2) + Math.Pow(Coated * Coverage.Bound(Slopes[1], 1), 2));
        return new Trial(ProbeReport.Comparison("b", Sample(1), "a", Sample(0)).Numbers[2].Estimate, Coated - Pristine, bound);
    }

    private static Trial FourPoints(int seed)
    {
        const double resistance = 3.7, noise = 2e-6;
        double[] current = [.. Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? 1e-3 : -1e-3)];
        double[] voltage = TransportTrials.Noisy([.. current.Select((c, i) => resistance * c + 40e-6 + 1e-6 * i)], noise, seed);
        double bound = Coverage.Bound([[.. current.Select(c => c / noise)], [.. current.Select(_ => 1 / noise)], [.. current.Select((_, i) => i / noise)]], 0);
        return new Trial(FourPointReading.Of("", current, voltage).Resistance, resistance, bound);
    }

    private static ProbeFit Fit(int which, int seed) => ProbeInversion.Fit(Clean[which] with { Resistance = TransportTrials.Noisy([.. Clean[which].Resistance], Noise, seed) }, Model.Value);

    private static double[] Slope(Func<double, ProbeReading> at)
    {
        const double h = 1e-4;
        IReadOnlyList<double> above = at(h).Resistance, below = at(-h).Resistance;
        return [.. above.Select((a, i) => (a - below[i]) / (2 * h * Noise))];
    }

    private static double[] Potentials(ProbePin[] pins, ProbePin first, ProbePin last, double resistivity, double interfaceResistance, double thickness)
    {
        var modes = new LayerModes(thickness, resistivity, interfaceResistance, FoilSheet.Aluminium, 0.19e-3);
        return [.. pins.Select(p => resistivity / (2 * Math.PI) * (modes.At(p.DistanceTo(first)) - modes.At(p.DistanceTo(last))))];
    }
}
