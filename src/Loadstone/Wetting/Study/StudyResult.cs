using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Study;

/// <summary>A bed filled by viscous flow alone.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Options">How it was filled.</param>
/// <param name="History">The filling in time, one sample a flow interval.</param>
/// <param name="Breakthrough">When a cell at the bottom first held more liquid than air; null where none did.</param>
/// <param name="MassError">Largest of |in − out − stored| over what had come in, at any sample.</param>
/// <param name="Frames">Pictures of the filling.</param>
/// <param name="Share">Share of liquid in every cell's pore at the end.</param>
/// <param name="Pressure">Pressure in every cell at the end over that below [Pa]; NaN where no pore is.</param>
/// <param name="Speed">Speed in every cell at the end [m/s].</param>
/// <param name="StepCount">Steps of the interface.</param>
public sealed record StudyResult(CutCellGrid Grid, StudyOptions Options, IReadOnlyList<StudySample> History, StudySample? Breakthrough, double MassError, IReadOnlyList<StudyFrame> Frames,
    double[] Share, double[] Pressure, double[] Speed, long StepCount)
{
    /// <summary>Time in which the pores' volume comes in: φ H/U [s].</summary>
    public double FillTime => History[^1].Time / History[^1].PoreVolumes;

    /// <summary>
    /// When the share of liquid at the outlet first exceeds a hundredth of its largest value in the run, as W. Chen et al. (Adv. Funct. Mater. 2024) read
    /// the end of infiltration [s]; NaN where no liquid came out. It depends on when the run ends, by that largest value, and does not converge with the grid: threads a few cells wide pass it.
    /// </summary>
    public double OutletTime => OutletTimeAt(0.01 * History.Max(sample => sample.OutletShare));

    /// <summary>When liquid first makes up a share of what leaves below [s]; NaN where it never does. A tenth tells the front, not threads ahead of it.</summary>
    /// <param name="share">The share, above 0.</param>
    public double OutletTimeAt(double share)
    {
        for (int i = 0; i < History.Count && share > 0; i++)
        {
            StudySample at = History[i];
            if (at.OutletShare < share) continue;
            if (i == 0) return at.Time;
            StudySample before = History[i - 1];
            return before.Time + (at.Time - before.Time) * (share - before.OutletShare) / (at.OutletShare - before.OutletShare);
        }
        return double.NaN;
    }

    /// <summary>
    /// Saturation gained per pore volume injected, over the last tenth of a pore volume: how near the end is to a state that stays. Without surface tension air in dead corners
    /// leaves ever more slowly, and there is no last value.
    /// </summary>
    public double FinalGain
    {
        get
        {
            StudySample end = History[^1];
            StudySample before = History.LastOrDefault(sample => sample.PoreVolumes <= end.PoreVolumes - 0.1 + 1e-9);
            return (end.Saturation - before.Saturation) / (end.PoreVolumes - before.PoreVolumes);
        }
    }

    /// <summary>Share of the pores that still holds air when a volume of liquid has been injected; NaN beyond the run's end.</summary>
    /// <param name="poreVolumes">Liquid injected, in volumes of the bed's pores.</param>
    public double AirLeft(double poreVolumes)
    {
        StudySample before = default;
        foreach (StudySample at in History)
        {
            if (at.PoreVolumes >= poreVolumes * (1 - 1e-12))
                return 1 - (before.Saturation + (at.Saturation - before.Saturation) * (poreVolumes - before.PoreVolumes) / (at.PoreVolumes - before.PoreVolumes));
            before = at;
        }
        return double.NaN;
    }
}
