using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Rheometry;

/// <summary>Frequency sweeps as a result.</summary>
public static class SweepReport
{
    /// <summary>The result of one sweep.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="found">What it says.</param>
    public static LaboratoryResult Of(string sample, SweepAnalysis found)
    {
        ArgumentNullException.ThrowIfNull(found);
        FrequencySweep sweep = found.Sweep;
        var numbers = new List<NamedEstimate>();
        var warnings = new List<string>(sweep.Warnings);
        double least = sweep.AngularFrequency[0], most = sweep.AngularFrequency[^1];
        if (found.PhaseAngle is { } phase) numbers.Add(new(FormattableString.Invariant($"phase angle at {found.PhaseFrequency:g3} rad/s"), phase, QuantityKinds.Angle));
        else warnings.Add(FormattableString.Invariant($"the sweep from {least:g3} to {most:g3} rad/s does not reach {found.PhaseFrequency:g3} rad/s: no phase angle there."));
        for (int i = 0; i < found.Crossovers.Count; i++)
            numbers.Add(new(found.Crossovers.Count == 1 ? "crossover of G′ and G″" : $"crossover {i + 1} of G′ and G″", found.Crossovers[i], QuantityKinds.AngularFrequency));
        if (found.MaxwellTime is { } maxwell && found.ComplianceTime is { } compliance)
        {
            numbers.Add(new(FormattableString.Invariant($"Maxwell time at {found.RelaxationFrequency:g3} rad/s"), maxwell, QuantityKinds.Time, "s"));
            numbers.Add(new(FormattableString.Invariant($"compliance time at {found.RelaxationFrequency:g3} rad/s"), compliance, QuantityKinds.Time, "s"));
        }
        else
        {
            warnings.Add(FormattableString.Invariant($"the sweep from {least:g3} to {most:g3} rad/s does not reach {found.RelaxationFrequency:g3} rad/s: no relaxation times there."));
        }
        string crossing = found.Crossovers.Count > 0 ? "" : FormattableString.Invariant($"G′ and G″ do not cross between {least:g3} and {most:g3} rad/s.");
        var states = new Table("States", [TableColumn.Words("state"), new TableColumn("from", "rad/s"), new TableColumn("to", "rad/s")],
            [.. found.States.Select(s => (IReadOnlyList<string>)[Name(s.State), FormattableString.Invariant($"{s.Low:g3}"), FormattableString.Invariant($"{s.High:g3}")])],
            "Terminal: G″ above G′ on the slow side. Rubbery: G′ above G″, below 0.1 GPa; glassy: above it. Transition: G″ above G′ on the fast side of a rubbery range.");
        ReportBlock[] blocks = [states, Moduli(sample, sweep), Phase(sample, sweep)];
        return new LaboratoryResult("sweep", sample, numbers, [new ReportSection("Frequency sweep", crossing.Length > 0 ? [new Paragraph(crossing), .. blocks] : blocks)], warnings);
    }

    private static string Name(MechanicalState state) => state switch
    {
        MechanicalState.Terminal => "terminal",
        MechanicalState.Rubbery => "rubbery",
        MechanicalState.Transition => "transition from glass to rubber",
        _ => "glassy",
    };

    private static Plot Moduli(string sample, FrequencySweep sweep) => new(
        $"{sample} moduli", "Moduli", new Axis("Angular frequency / rad/s", Logarithmic: true), new Axis("G′, G″ / Pa", Logarithmic: true),
        [new Series("G′", sweep.AngularFrequency, sweep.Storage, SeriesStyle.LineAndPoints), new Series("G″", sweep.AngularFrequency, sweep.Loss, SeriesStyle.LineAndPoints)]);

    private static Plot Phase(string sample, FrequencySweep sweep) => new(
        $"{sample} phase", "Phase angle", new Axis("Angular frequency / rad/s", Logarithmic: true), new Axis("δ / °", 0, 90),
        [new Series("δ", sweep.AngularFrequency, [.. sweep.Loss.Select((g, i) => Math.Atan2(g, sweep.Storage[i]) * 180 / Math.PI)], SeriesStyle.LineAndPoints)]);
}
