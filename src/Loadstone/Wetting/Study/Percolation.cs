using Loadstone.Wetting.Capillary;

namespace Loadstone.Wetting.Study;

/// <summary>The widest way through a bed: whether a grid can hold it.</summary>
public static class Percolation
{
    /// <summary>Refuses a grid on whose cells every way from the top to the bottom is narrower than a cell somewhere.</summary>
    /// <param name="bed">The bed.</param>
    /// <param name="cell">Side of a cell [m].</param>
    /// <exception cref="InputException">No way is left; the message names the gap that closes the widest one.</exception>
    public static void Check(DiscBed bed, double cell)
    {
        ArgumentNullException.ThrowIfNull(bed);
        Throat narrowest = Bottleneck(new PoreSpace(bed));
        if (narrowest.Width >= cell) return;
        double x = (narrowest.A.X + narrowest.B.X) / 2, y = (narrowest.A.Y + narrowest.B.Y) / 2;
        string between = narrowest.IsAtSide ? FormattableString.Invariant($"between disc {narrowest.First + 1} and its image behind the side") : FormattableString.Invariant($"between discs {narrowest.First + 1} and {narrowest.Second + 1}");
        throw new InputException(FormattableString.Invariant($"nothing gets through the bed on cells of {cell * 1e6:g4} µm: the widest way down passes the gap of {narrowest.Width * 1e6:g4} µm {between} near ({x * 1e6:g5}, {y * 1e6:g5}) µm, narrower than a cell. Expected cells of at most {narrowest.Width * 1e6:g3} µm, or a bed with wider gaps."), file: bed.Source);
    }

    // Gaps are opened from the widest on until the top and the bottom hang together: the last one is the narrowest of the widest way.
    private static Throat Bottleneck(PoreSpace space)
    {
        int[] parent = [.. Enumerable.Range(0, space.Pores.Count + 2)];
        int above = space.Pores.Count, below = above + 1;
        int Root(int pore)
        {
            while (parent[pore] != pore) pore = parent[pore] = parent[parent[pore]];
            return pore;
        }
        int Place(int pore) => pore == PoreSpace.Above ? above : pore == PoreSpace.Below ? below : pore;
        Throat narrowest = space.Throats[0];
        foreach (Throat throat in space.Throats.OrderByDescending(t => t.Width))
        {
            parent[Root(Place(throat.LeftPore))] = Root(Place(throat.RightPore));
            narrowest = throat;
            if (Root(above) == Root(below)) break;
        }
        return narrowest;
    }
}
