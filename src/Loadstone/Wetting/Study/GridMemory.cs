using Loadstone.Numerics;

namespace Loadstone.Wetting.Study;

/// <summary>Memory that a filling on a grid takes, told before it begins.</summary>
public static class GridMemory
{
    // Fields that every cell has, and terms of the flow with their entries that those in pores have besides [bytes].
    private const double PerCell = 400, PerPoreCell = 3600;

    /// <summary>How many bytes a filling takes at most: somewhat more than all that is allocated until it begins, what is given back meanwhile among it.</summary>
    /// <param name="bed">The bed.</param>
    /// <param name="cell">Side of a cell [m].</param>
    public static double Predict(DiscBed bed, double cell)
    {
        ArgumentNullException.ThrowIfNull(bed);
        double cells = bed.Width / cell * (bed.Height / cell), pores = Math.Ceiling(cells * bed.Porosity);
        return cells * PerCell + pores * PerPoreCell + SparseCholesky.PlanarStencilBytes((long)pores);
    }

    /// <summary>How many fillings of such a bed have room in memory beside each other, 1 or more.</summary>
    /// <param name="bed">The bed.</param>
    /// <param name="cell">Side of a cell [m].</param>
    public static int Beside(DiscBed bed, double cell) => (int)Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Predict(bed, cell), 1, 1024);

    /// <summary>Refuses a grid for which there is not enough memory.</summary>
    /// <exception cref="InputException">It is; the message says how much it would take, and which cells would do.</exception>
    public static void Check(DiscBed bed, double cell)
    {
        double needed = Predict(bed, cell), there = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (needed <= there) return;
        double possible = cell * Math.Sqrt(needed / there) * 1.05;
        throw new InputException(FormattableString.Invariant($"cells of {cell * 1e6:g4} µm on {bed.Width * 1e6:g4} × {bed.Height * 1e6:g4} µm would take about {needed / 1e9:g3} GB of memory, and {there / 1e9:g3} GB are there; expected cells of {possible * 1e6:g2} µm or more."), file: bed.Source);
    }
}
