namespace Loadstone.Reports;

/// <summary>A disc in a layer, centre measured from its lower left corner [m].</summary>
internal readonly record struct Disc(double X, double Y, double Radius, int ParticleClass);

/// <summary>
/// Places discs of given sizes at random in a layer without overlap. Placing them one after the other would end near 55 % of the
/// area, less than a pressed electrode holds; so all are thrown in at once and then pushed apart until none overlap
/// (after Jodrey and Tory, Phys. Rev. A, 1985).
/// </summary>
internal static class DiscPacking
{
    private const int MostDiscs = 2000;
    private const int SpreadingRounds = 60;
    private const int Rounds = 400;

    // Pairs are pushed a little farther than contact; otherwise the last overlaps would only ever halve.
    private const double Clearance = 1.01;

    // Area share at which discs of equal size jam; at first every disc claims its part of that much room, so that none crowd together.
    private const double Jammed = 0.8;
    private const double MostSpread = 1.3;

    /// <summary>
    /// Discs up to the wanted share of each class; where they do not all fit, those that still overlap are taken out. They stay
    /// between the layer's lower and upper face; at the sides only their centres do, as the layer goes on there. The same seed
    /// gives the same discs.
    /// </summary>
    internal static IReadOnlyList<Disc> Place(double width, double height, IReadOnlyList<ParticleClass> classes, int seed)
    {
        Disc[] discs = ThrowIn(width, height, classes, new Random(seed));
        if (discs.Length == 0) return discs;
        double share = discs.Sum(disc => Math.PI * disc.Radius * disc.Radius) / (width * height);
        double spread = Math.Clamp(Math.Sqrt(Jammed / share), Clearance, MostSpread);
        var grid = new Grid(2 * MostSpread * discs[0].Radius, width, height);
        for (int round = 0; round < Rounds; round++)
        {
            grid.Fill(discs);
            bool overlapped = PushApart(discs, grid, round < SpreadingRounds ? spread : 1, width, height);
            if (!overlapped && round >= SpreadingRounds) return discs;
        }

        grid.Fill(discs);
        return WithoutOverlaps(discs, grid);
    }

    /// <summary>All discs at random places, the largest first.</summary>
    private static Disc[] ThrowIn(double width, double height, IReadOnlyList<ParticleClass> classes, Random random)
    {
        var discs = new List<Disc>();
        foreach (int index in Enumerable.Range(0, classes.Count).OrderByDescending(i => classes[i].Diameter))
        {
            double radius = classes[index].Diameter / 2;
            if (2 * radius > height) continue;
            double count = Math.Round(classes[index].AreaShare * width * height / (Math.PI * radius * radius));
            for (int i = 0; i < count && discs.Count < MostDiscs; i++)
                discs.Add(new Disc(random.NextDouble() * width, radius + random.NextDouble() * (height - 2 * radius), radius, index));
        }

        return [.. discs];
    }

    /// <summary>One round over all pairs, whose discs claim a multiple of their size; false when no two claims overlapped.</summary>
    private static bool PushApart(Disc[] discs, Grid grid, double claim, double width, double height)
    {
        bool overlapped = false;
        for (int i = 0; i < discs.Length; i++)
        {
            foreach (int j in grid.Near(discs[i]))
            {
                if (j <= i) continue;
                double dx = discs[j].X - discs[i].X, dy = discs[j].Y - discs[i].Y;
                double distance = Math.Sqrt(dx * dx + dy * dy), reach = claim * (discs[i].Radius + discs[j].Radius);
                if (distance >= reach) continue;
                overlapped = true;
                var (ux, uy) = distance > 0 ? (dx / distance, dy / distance) : (1, 0);
                double push = (Math.Max(claim, Clearance) / claim * reach - distance) / 2;
                discs[i] = Moved(discs[i], -push * ux, -push * uy, width, height);
                discs[j] = Moved(discs[j], push * ux, push * uy, width, height);
            }
        }

        return overlapped;
    }

    private static Disc Moved(Disc disc, double dx, double dy, double width, double height) => disc with
    {
        X = Math.Clamp(disc.X + dx, 0, width),
        Y = Math.Clamp(disc.Y + dy, disc.Radius, height - disc.Radius),
    };

    private static List<Disc> WithoutOverlaps(Disc[] discs, Grid grid)
    {
        var removed = new bool[discs.Length];
        for (int i = 0; i < discs.Length; i++)
        {
            foreach (int j in grid.Near(discs[i]))
            {
                double dx = discs[j].X - discs[i].X, dy = discs[j].Y - discs[i].Y, reach = discs[i].Radius + discs[j].Radius;
                if (j < i && !removed[j] && dx * dx + dy * dy < reach * reach) removed[i] = true;
            }
        }

        return [.. discs.Where((_, i) => !removed[i])];
    }

    /// <summary>Indices of discs by square cells as wide as the largest disc: those that touch lie at most one cell apart.</summary>
    private sealed class Grid
    {
        private readonly double _cell;
        private readonly int _columns;
        private readonly int _rows;
        private readonly List<int>[] _cells;
        private readonly List<int> _near = [];

        internal Grid(double cell, double width, double height)
        {
            _cell = cell;
            _columns = (int)(width / cell) + 1;
            _rows = (int)(height / cell) + 1;
            _cells = [.. Enumerable.Range(0, _columns * _rows).Select(_ => new List<int>())];
        }

        internal void Fill(Disc[] discs)
        {
            foreach (List<int> cell in _cells) cell.Clear();
            for (int i = 0; i < discs.Length; i++) _cells[Row(discs[i]) * _columns + Column(discs[i])].Add(i);
        }

        /// <summary>Indices of the discs in the nine cells about a disc; the list is valid until the next call.</summary>
        internal List<int> Near(Disc disc)
        {
            _near.Clear();
            int row = Row(disc), column = Column(disc);
            for (int r = Math.Max(0, row - 1); r <= Math.Min(_rows - 1, row + 1); r++)
            {
                for (int c = Math.Max(0, column - 1); c <= Math.Min(_columns - 1, column + 1); c++) _near.AddRange(_cells[r * _columns + c]);
            }

            return _near;
        }

        private int Row(Disc disc) => (int)(disc.Y / _cell);

        private int Column(Disc disc) => (int)(disc.X / _cell);
    }
}
