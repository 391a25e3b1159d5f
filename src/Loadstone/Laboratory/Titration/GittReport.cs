using Loadstone.Laboratory.Cycling;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Titration;

/// <summary>A titration as numbers, tables and pictures.</summary>
public static class GittReport
{
    private const double LongPulse = 0.1, StillMoving = 0.02, SquareCentimetre = 1e-4;

    /// <summary>The result of one sample.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="trace">The test.</param>
    /// <param name="settings">The diffusion length.</param>
    /// <exception cref="InputException">The test has no titration.</exception>
    public static LaboratoryResult Of(string sample, TestTrace trace, GittSettings settings)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(settings);
        IReadOnlyList<GittPulse> pulses = GittPulse.Find(trace, settings.Radius);
        double length = settings.Length;
        Estimate[] diffusivity = [.. pulses.Select(p => p.Diffusivity(length))];
        Estimate logarithm = Estimate.MeanOf([.. diffusivity.Select(d => Math.Log(d.Value))]);
        double middle = Math.Exp(logarithm.Value);
        var numbers = new List<NamedEstimate>
        {
            new("pulses", Estimate.Exact(pulses.Count), QuantityKinds.Ratio),
            new("mean diffusivity", Estimate.MeanOf([.. diffusivity.Select(d => d.Value)]), QuantityKinds.Diffusivity, "cm²/s"),
            new("geometric mean diffusivity", logarithm.Through(middle, middle), QuantityKinds.Diffusivity, "cm²/s"),
        };
        if (settings.GeometricLength is { } geometric)
        {
            double factor = geometric * geometric / (length * length);
            numbers.Add(new("mean diffusivity with the geometric area", numbers[1].Estimate.Times(factor), QuantityKinds.Diffusivity, "cm²/s"));
        }
        numbers.Add(new("mean resistance of the jump", Estimate.MeanOf([.. pulses.Select(p => p.JumpResistance.Value)]), QuantityKinds.Resistance, "Ω"));
        numbers.Add(new("mean resistance before diffusion", Estimate.MeanOf([.. pulses.Select(p => p.FittedResistance.Value)]), QuantityKinds.Resistance, "Ω"));
        double[] share = [.. pulses.Select((p, k) => p.Pulse.Duration * diffusivity[k].Value / (length * length))];
        var warnings = new List<string>(trace.Warnings);
        warnings.AddRange(Doubts(pulses, share));
        return new LaboratoryResult("gitt", sample, numbers,
            [new("Titration", [Rows(pulses, diffusivity, length), Diffusivities(pulses, diffusivity), Resistances(pulses)]), new("How it was found", [new BulletList([.. Words(settings, share)])])], warnings);
    }

    private static IEnumerable<string> Doubts(IReadOnlyList<GittPulse> pulses, double[] share)
    {
        int slow = share.Count(s => s > LongPulse), moving = pulses.Count(p => p.Unrelaxed > StillMoving);
        if (slow > 0)
            yield return $"τ ≪ L²/D does not hold in {slow} of {pulses.Count} pulses (largest τD/L² {CycleReport.Text(share.Max(), 2)}, expected below {LongPulse}): the diffusivity is a rough one there; make the pulses shorter.";
        if (moving > 0)
            yield return $"{moving} of {pulses.Count} rests end while the voltage still moves by more than {100 * StillMoving} % of ΔE_s in a tenth of the rest: ΔE_s and the diffusivity are too small or too large there; rest longer.";
    }

    private static Table Rows(IReadOnlyList<GittPulse> pulses, Estimate[] diffusivity, double length) => new("Pulses",
        [new("charge given", "mAh"), new("rest voltage", "V"), new("ΔE_s", "mV"), new("ΔE_t", "mV"), new("D", "cm²/s"), new("± 95 %", "cm²/s"), new("D from two rows", "cm²/s"), new("R jump", "Ω"), new("R before diffusion", "Ω")],
        [.. pulses.Select((p, k) => (IReadOnlyList<string>)
        [
            CycleReport.Text(p.Pulse.Passed / 3.6, 4), CycleReport.Text(p.RestVoltage.Value), CycleReport.Text(p.StepChange.Value * 1e3, 4), CycleReport.Text(p.TransientChange * 1e3, 4),
            CycleReport.Text(diffusivity[k].Value / SquareCentimetre, 4), CycleReport.Text(diffusivity[k].HalfWidth() / SquareCentimetre, 2), CycleReport.Text(p.DiffusivityFromEnds(length) / SquareCentimetre, 3),
            CycleReport.Text(p.JumpResistance.Value, 4), CycleReport.Text(p.FittedResistance.Value, 4),
        ])]);

    private static Plot Diffusivities(IReadOnlyList<GittPulse> pulses, Estimate[] diffusivity) => new("diffusivity", "Diffusivity",
        new Axis("Share of the charge given / %"), new Axis("D / cm²/s", Logarithmic: true),
        [new Series("D", Depth(pulses), [.. diffusivity.Select(d => d.Value / SquareCentimetre)], SeriesStyle.LineAndPoints)]);

    private static Plot Resistances(IReadOnlyList<GittPulse> pulses) => new("resistance", "Internal resistance",
        new Axis("Share of the charge given / %"), new Axis("Resistance / Ω"),
        [
            new Series("first row", Depth(pulses), [.. pulses.Select(p => p.JumpResistance.Value)], SeriesStyle.LineAndPoints),
            new Series("before diffusion", Depth(pulses), [.. pulses.Select(p => p.FittedResistance.Value)], SeriesStyle.LineAndPoints),
        ]);

    private static double[] Depth(IReadOnlyList<GittPulse> pulses)
    {
        double[] middle = [.. pulses.Select(p => p.Pulse.Passed + Math.Sign(p.Pulse.Segment.Current) * p.Pulse.Segment.Charge / 2)];
        GittPulse last = pulses[^1];
        double total = Math.Abs(last.Pulse.Passed + Math.Sign(last.Pulse.Segment.Current) * last.Pulse.Segment.Charge);
        return [.. middle.Select(q => 100 * Math.Abs(q) / total)];
    }

    private static IEnumerable<string> Words(GittSettings settings, double[] share)
    {
        yield return $"D = 4/(πτ) L² (ΔE_s/ΔE_t)² (Weppner and Huggins 1977) with L = {settings.Length * 1e6:g4} µm: {settings.LengthOrigin}. L stands for m V_M/(M S), the volume of the material over its surface.";
        if (settings.GeometricLength is { } g)
            yield return $"With S as the geometric area of the electrode L would be loading over density, {g * 1e6:g4} µm, and D {g * g / (settings.Length * settings.Length):g4} times as large: papers whose D is that large have read S so.";
        yield return "ΔE_t is √τ dE/d√t with the slope at the start of the pulse from V = a + b √t + c t over the rows after its first 2 % (with the next term of a sphere where the radius is given); ΔE_s is the change between the ends of the rests.";
        // Short-time expansion of a sphere under constant flux: 2√(T/π) + T + …, T = Dt/R² = (τD/L²)/9.
        double largest = share.Max() / 9;
        yield return $"Read from two rows instead, D of spheres comes out too small by about √(πDτ/R²), {100 * Math.Sqrt(Math.PI * largest):g2} % here at most. What the electrolyte adds to the transient makes any D of the method too small.";
        yield return "The fit V = a + b √t + c t takes rows' noise as independent; known scatter of the method between laboratories is far larger than its interval (Kang and Chueh 2021).";
    }
}
