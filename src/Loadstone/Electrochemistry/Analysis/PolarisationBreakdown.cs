using Loadstone.Cells;

namespace Loadstone.Electrochemistry.Analysis;

/// <summary>
/// Why the voltage is below the equilibrium voltage of the mean lithium contents: losses that add up to it exactly, each weighted
/// with the local reaction current (Nyman, Zavalis, Elger, Behm, Lindbergh, J. Electrochem. Soc. 157, A1236 (2010)), taken from
/// the fluxes of the discretised model. Where little net current reacts in an electrode (at rest, while contents even out), its
/// particles are weighted with their surface instead, so that the terms stay finite and still add up.
/// </summary>
/// <example><code>
/// var breakdown = PolarisationBreakdown.Of(cell, result.Steps[0].AtEnd);
/// double lost = breakdown.Positive.ParticleDiffusion;
/// </code></example>
public sealed record PolarisationBreakdown
{
    /// <summary>Time of the profiles [s].</summary>
    public required double Time { get; init; }

    /// <summary>Terminal voltage [V].</summary>
    public required double Voltage { get; init; }

    /// <summary>Equilibrium voltage of the mean lithium contents of both electrodes [V].</summary>
    public required double EquilibriumVoltage { get; init; }

    /// <summary>Losses in the negative electrode; at lithium metal its charge transfer and film.</summary>
    public required RegionPolarisation Negative { get; init; }

    /// <summary>Losses in the separator.</summary>
    public required RegionPolarisation Separator { get; init; }

    /// <summary>Losses in the positive electrode.</summary>
    public required RegionPolarisation Positive { get; init; }

    /// <summary>What is lost in all, <see cref="EquilibriumVoltage"/> − <see cref="Voltage"/> [V]; negative on charge.</summary>
    public double Total => EquilibriumVoltage - Voltage;

    /// <summary>The losses of the regions added term by term; what remains for <see cref="Total"/> is round-off.</summary>
    public RegionPolarisation Whole => Negative + Separator + Positive;

    /// <summary>Takes one state apart.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="profiles">Profiles from a simulation of the same cell on the same mesh.</param>
    /// <param name="mesh">The mesh; null for the default.</param>
    /// <exception cref="ArgumentException">The profiles belong to another mesh or cell.</exception>
    public static PolarisationBreakdown Of(Cell cell, Profiles profiles, MeshSettings? mesh = null) =>
        new PolarisationAnalysis(cell, mesh ?? new MeshSettings()).Of(profiles);

    /// <summary>Takes every snapshot and every end of a step apart, in order of time.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="result">A simulation of the cell, best with snapshots.</param>
    /// <param name="mesh">The mesh; null for the default.</param>
    /// <returns>Breakdowns with the net charge since the start of the protocol, discharge positive [C].</returns>
    /// <exception cref="ArgumentException">The profiles belong to another mesh or cell.</exception>
    public static IReadOnlyList<(double Charge, PolarisationBreakdown Breakdown)> Along(Cell cell, SimulationResult result, MeshSettings? mesh = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Steps.Where(step => step.End != StepEnd.MetAtStart).SelectMany(step => Along(cell, step, mesh))];
    }

    /// <summary>Takes the snapshots and the end of one step apart, in order of time.</summary>
    /// <inheritdoc cref="Along(Cell, SimulationResult, MeshSettings?)"/>
    /// <param name="cell">The cell.</param>
    /// <param name="step">A simulated step, best with snapshots.</param>
    /// <param name="mesh">The mesh; null for the default.</param>
    public static IReadOnlyList<(double Charge, PolarisationBreakdown Breakdown)> Along(Cell cell, StepResult step, MeshSettings? mesh = null)
    {
        ArgumentNullException.ThrowIfNull(step);
        var analysis = new PolarisationAnalysis(cell, mesh ?? new MeshSettings());
        return [.. step.Snapshots.Append(step.AtEnd).DistinctBy(p => p.Time).Select(p => (ChargeAt(step.Series, p.Time), analysis.Of(p)))];
    }

    private static double ChargeAt(TimeSeries series, double time)
    {
        int high = 0;
        while (high < series.Time.Count - 1 && series.Time[high] < time) high++;
        if (high == 0 || series.Time[high] <= time) return series.Charge[high];
        double part = (time - series.Time[high - 1]) / (series.Time[high] - series.Time[high - 1]);
        return series.Charge[high - 1] + part * (series.Charge[high] - series.Charge[high - 1]);
    }
}
