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
        Throat? last = null;
        foreach (Throat throat in space.Throats.OrderByDescending(t => t.Width))
        {
            parent[Root(Place(throat.LeftPore))] = Root(Place(throat.RightPore));
            last = throat;
            if (Root(above) == Root(below)) break;
        }
        return last ?? Row(space.Bed).MaxBy(throat => throat.Width)!;
    }

    // Discs whose centres stand on one level enclose no pore; the gaps beside them, to images behind the sides too, are ways of their own.
    private static IEnumerable<Throat> Row(DiscBed bed)
    {
        int[] order = [.. Enumerable.Range(0, bed.Discs.Count).OrderBy(i => bed.Discs[i].X)];
        Disc first = bed.Discs[order[0]], end = bed.Discs[order[^1]];
        yield return new Throat(0, order[0], order[0], first, first with { X = -first.X }, PoreSpace.Above, PoreSpace.Below, IsAtSide: true);
        yield return new Throat(0, order[^1], order[^1], end, end with { X = 2 * bed.Width - end.X }, PoreSpace.Above, PoreSpace.Below, IsAtSide: true);
        for (int k = 1; k < order.Length; k++) yield return new Throat(0, order[k - 1], order[k], bed.Discs[order[k - 1]], bed.Discs[order[k]], PoreSpace.Above, PoreSpace.Below, IsAtSide: false);
    }
}
