using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Transport;

/// <summary>Restricted diffusion as a result: numbers, the relaxation with its fit, and residuals.</summary>
public static class DiffusionReport
{
    private const double Correlated = 0.3, Unphysical = 1;

    /// <summary>The result of a sample.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="rest">The rest.</param>
    /// <param name="found">What it says.</param>
    /// <param name="hasPorosity">Whether the porosity of the layer was told.</param>
    public static LaboratoryResult Of(string sample, RestInterval rest, RestrictedDiffusionResult found, bool hasPorosity)
    {
        ExponentialDecay decay = found.Decay;
        var numbers = new List<NamedEstimate>
        {
            new("tortuosity factor", found.Tortuosity, QuantityKinds.Ratio),
            new("relaxation time", decay.Rate.Through(1 / decay.Rate.Value, 1 / (decay.Rate.Value * decay.Rate.Value)), QuantityKinds.Time),
            new("window start", Estimate.Exact(decay.WindowStart), QuantityKinds.Time),
        };
        if (hasPorosity) numbers.Insert(1, new("MacMullin number", found.MacMullinNumber, QuantityKinds.Ratio));
        return new LaboratoryResult("diffusion", sample, numbers, [new ReportSection("Relaxation", [Account(found), Logarithm(sample, rest, decay), Residuals(sample, rest, decay)])], Warnings(rest, found));
    }

    private static Table Account(RestrictedDiffusionResult found) => new(
        "Late relaxation",
        [TableColumn.Words("quantity"), new TableColumn("value"), TableColumn.Words("meaning")],
        [
            ["window", FormattableString.Invariant($"{found.Decay.WindowStart:g5} to {found.Decay.WindowEnd:g5} s"), FormattableString.Invariant($"{found.Decay.Count} points; before it the next faster mode ({found.ModeRatio:g4} times the rate) has more than {ExponentialDecay.Contamination:g1} of the slowest")],
            ["slope of ln|ΔV|", FormattableString.Invariant($"-{found.Decay.Rate.Value:g5} ± {found.Decay.Rate.HalfWidth():g2} 1/s"), "95 % interval"],
            ["scatter", FormattableString.Invariant($"{found.Decay.ResidualDeviation * 1e6:g3} µV"), "standard deviation about the exponential"],
            ["tortuosity factor, data alone", FormattableString.Invariant($"{found.FromDataAlone.Value:g5} ± {found.FromDataAlone.HalfWidth():g2}"), "95 % interval, inputs taken as exact"],
            ["tortuosity factor", FormattableString.Invariant($"{found.Tortuosity.Value:g5} ± {found.Tortuosity.HalfWidth():g2}"), "95 % interval, with the uncertainty of the inputs"],
        ]);

    private static Plot Logarithm(string sample, RestInterval rest, ExponentialDecay decay)
    {
        double[] measured = [.. rest.Voltage.Select(v => Math.Abs(v - decay.Offset) * 1e3)];
        double[] window = [.. rest.Time.Where(t => t >= decay.WindowStart)];
        return new Plot($"{sample} relaxation", "Relaxation after the current is broken", new Axis("Time / s"), new Axis("|ΔV| / mV", Logarithmic: true),
        [
            new Series("measured", rest.Time, measured, SeriesStyle.Points, 0),
            new Series("slowest mode", window, [.. window.Select(t => Math.Abs(decay.At(t) - decay.Offset) * 1e3)], SeriesStyle.Line, 1),
        ], "ΔV is the voltage less the constant that it tends to.");
    }

    private static Plot Residuals(string sample, RestInterval rest, ExponentialDecay decay)
    {
        int[] window = [.. Enumerable.Range(0, rest.Time.Length).Where(i => rest.Time[i] >= decay.WindowStart)];
        return new Plot($"{sample} residuals", "Residuals in the window", new Axis("Time / s"), new Axis("Measured less fit / µV"),
            [new Series("residual", [.. window.Select(i => rest.Time[i])], [.. window.Select(i => (rest.Voltage[i] - decay.At(rest.Time[i])) * 1e6)], SeriesStyle.Points)]);
    }

    private static List<string> Warnings(RestInterval rest, RestrictedDiffusionResult found)
    {
        var warnings = new List<string>(rest.Notes);
        if (Math.Abs(found.Decay.ResidualCorrelation) > Correlated)
            warnings.Add(FormattableString.Invariant($"the residuals follow each other (correlation {found.Decay.ResidualCorrelation:f2}): drift or a second process; the intervals are too narrow."));
        if (found.Tortuosity.Value < Unphysical)
            warnings.Add(FormattableString.Invariant($"a tortuosity factor of {found.Tortuosity.Value:g3} is below 1; the diffusivity or a thickness does not belong to this cell."));
        return warnings;
    }
}
