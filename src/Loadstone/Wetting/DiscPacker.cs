namespace Loadstone.Wetting;

/// <summary>What the sides of a packing are.</summary>
public enum PackingSides
{
    /// <summary>Cuts through a wider layer: only centres stay inside.</summary>
    Cut,

    /// <summary>Planes that no disc crosses.</summary>
    Walls,
}

/// <summary>Discs of one size and their share of a band's area.</summary>
/// <param name="Radius">Radius [m].</param>
/// <param name="AreaShare">Area of the discs per area of the band.</param>
public readonly record struct DiscClass(double Radius, double AreaShare);

/// <summary>
/// Places discs of given sizes at random in a band without overlap. Placing them one after the other would end near 55 % of the area, less than
/// a pressed electrode holds; so all are thrown in at once and then pushed apart until none overlap (after W. S. Jodrey and E. M. Tory,
/// Phys. Rev. A 32, 2347 (1985)). The same seed gives the same discs.
/// </summary>
public sealed class DiscPacker
{
    private const int SpreadingRounds = 60;

    // Pairs are pushed a little farther than contact; otherwise the last overlaps would only ever halve.
    private const double Clearance = 1.01;

    // Area share at which discs of one size jam; at first every disc claims its part of that much room, so that none crowd together.
    private const double Jammed = 0.8, MostSpread = 1.3;

    private readonly double _width, _height, _half, _margin;
    private readonly PackingSides _sides;
    private readonly int _rounds, _most;

    /// <summary>A band.</summary>
    /// <param name="width">Its width [m].</param>
    /// <param name="height">Its height [m]; no disc crosses its lower and upper face.</param>
    /// <param name="gap">Smallest distance between discs [m].</param>
    /// <param name="margin">Smallest distance of a disc from the faces, and from the sides where these are walls [m].</param>
    /// <param name="sides">What the sides are.</param>
    /// <param name="rounds">Most rounds of pushing.</param>
    /// <param name="most">Most discs.</param>
    public DiscPacker(double width, double height, double gap = 0, double margin = 0, PackingSides sides = PackingSides.Cut, int rounds = 400, int most = 20_000)
    {
        _width = Require.Positive(width, "m");
        _height = Require.Positive(height, "m");
        _half = Require.NotNegative(gap, "m") / 2;
        _margin = Require.NotNegative(margin, "m");
        (_sides, _rounds, _most) = (sides, rounds, most);
    }

    /// <summary>Places discs up to the share of each class.</summary>
    /// <param name="classes">The classes; one too large for the band gets none.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="height">Of a class and a number evenly spread from 0 to 1, the height over that of the band at which a disc is thrown in; null where all heights are alike.</param>
    /// <returns>The discs, from the lower left corner of the band, and how many of them, the last ones, could not be kept clear of the others and were left out.</returns>
    public (IReadOnlyList<Disc> Discs, int LeftOut) Place(IReadOnlyList<DiscClass> classes, int seed, Func<int, double, double>? height = null)
    {
        ArgumentNullException.ThrowIfNull(classes);
        Disc[] discs = ThrowIn(classes, new Random(seed), height ?? ((_, spread) => spread));
        if (discs.Length == 0) return (discs, 0);
        double share = discs.Sum(disc => Math.PI * Claim(disc, 1) * Claim(disc, 1)) / (_width * _height);
        double spread = Math.Clamp(Math.Sqrt(Jammed / share), Clearance, MostSpread);
        var grid = new NeighbourCells(2 * MostSpread * (discs[0].Radius + _half), _width, _height);
        for (int round = 0; round < _rounds; round++)
        {
            grid.Fill(discs);
            bool overlapped = PushApart(discs, grid, round < SpreadingRounds ? spread : 1);
            if (!overlapped && round >= SpreadingRounds) return (discs, 0);
        }
        grid.Fill(discs);
        List<Disc> kept = WithoutOverlaps(discs, grid);
        return (kept, discs.Length - kept.Count);
    }

    // All discs at random places, the largest first.
    private Disc[] ThrowIn(IReadOnlyList<DiscClass> classes, Random random, Func<int, double, double> height)
    {
        var discs = new List<Disc>();
        foreach (int index in Enumerable.Range(0, classes.Count).OrderByDescending(i => classes[i].Radius))
        {
            double radius = classes[index].Radius, free = _height - 2 * (radius + _margin);
            if (!(radius > 0) || free < 0) continue;
            double count = Math.Round(classes[index].AreaShare * _width * _height / (Math.PI * radius * radius));
            for (int i = 0; i < count && discs.Count < _most; i++)
                discs.Add(Inside(new Disc(random.NextDouble() * _width, radius + _margin + height(index, random.NextDouble()) * free, radius, index)));
        }
        return [.. discs];
    }

    // One round over all pairs, whose discs claim a multiple of their size; false when no two claims overlapped.
    private bool PushApart(Disc[] discs, NeighbourCells grid, double claim)
    {
        bool overlapped = false;
        for (int i = 0; i < discs.Length; i++)
        {
            foreach (int j in grid.Near(discs[i]))
            {
                if (j <= i) continue;
                double dx = discs[j].X - discs[i].X, dy = discs[j].Y - discs[i].Y;
                double distance = Math.Sqrt(dx * dx + dy * dy), reach = Claim(discs[i], claim) + Claim(discs[j], claim);
                if (distance >= reach) continue;
                overlapped = true;
                var (ux, uy) = distance > 0 ? (dx / distance, dy / distance) : (1, 0);
                double push = (Math.Max(claim, Clearance) / claim * reach - distance) / 2;
                discs[i] = Inside(discs[i] with { X = discs[i].X - push * ux, Y = discs[i].Y - push * uy });
                discs[j] = Inside(discs[j] with { X = discs[j].X + push * ux, Y = discs[j].Y + push * uy });
            }
        }
        return overlapped;
    }

    private double Claim(Disc disc, double claim) => claim * (disc.Radius + _half);

    private Disc Inside(Disc disc)
    {
        double side = _sides == PackingSides.Walls ? Math.Min(disc.Radius + _margin, _width / 2) : 0, face = disc.Radius + _margin;
        return disc with { X = Math.Clamp(disc.X, side, _width - side), Y = Math.Clamp(disc.Y, face, _height - face) };
    }

    private List<Disc> WithoutOverlaps(Disc[] discs, NeighbourCells grid)
    {
        bool[] removed = new bool[discs.Length];
        for (int i = 0; i < discs.Length; i++)
        {
            foreach (int j in grid.Near(discs[i]))
            {
                double dx = discs[j].X - discs[i].X, dy = discs[j].Y - discs[i].Y, reach = Claim(discs[i], 1) + Claim(discs[j], 1);
                if (j < i && !removed[j] && dx * dx + dy * dy < reach * reach) removed[i] = true;
            }
        }
        return [.. discs.Where((_, i) => !removed[i])];
    }
}
