namespace Loadstone.Reports;

/// <summary>A disc in a layer, centre measured from its lower left corner [m].</summary>
internal readonly record struct Disc(double X, double Y, double Radius, int ParticleClass);

/// <summary>
/// Places discs of given sizes at random in a layer, one after the other and never on top of each other (random sequential
/// adsorption, which in the plane stops near 55 % of the area for equal discs: Feder, J. Theor. Biol., 1980).
/// </summary>
internal static class DiscPacking
{
    private const int MostDiscs = 2500;
    private const int AttemptsPerDisc = 300;

    /// <summary>
    /// Discs up to the wanted share of each class, or until a new one finds no place. They stay between the layer's lower and
    /// upper face; at the sides only their centres do, as the layer goes on there. Large ones come first, so that small ones fill
    /// the gaps. The same seed gives the same discs.
    /// </summary>
    internal static IReadOnlyList<Disc> Place(double width, double height, IReadOnlyList<ParticleClass> classes, int seed)
    {
        var random = new Random(seed);
        var discs = new List<Disc>();
        int[] order = [.. Enumerable.Range(0, classes.Count).OrderByDescending(i => classes[i].Diameter)];
        if (order.Length == 0) return discs;
        var grid = new Grid(classes[order[0]].Diameter, width, height);
        foreach (int index in order)
        {
            double radius = classes[index].Diameter / 2;
            if (2 * radius > height) continue;
            double wanted = classes[index].AreaShare * width * height / (Math.PI * radius * radius);
            for (int placed = 0; placed < wanted && discs.Count < MostDiscs; placed++)
            {
                if (!TryPlace(random, grid, discs, width, height, radius, index)) break;
            }
        }

        return discs;
    }

    private static bool TryPlace(Random random, Grid grid, List<Disc> discs, double width, double height, double radius, int index)
    {
        for (int attempt = 0; attempt < AttemptsPerDisc; attempt++)
        {
            double x = random.NextDouble() * width;
            double y = radius + random.NextDouble() * (height - 2 * radius);
            var disc = new Disc(x, y, radius, index);
            if (!grid.IsFree(disc, discs)) continue;
            grid.Add(disc, discs.Count);
            discs.Add(disc);
            return true;
        }

        return false;
    }

    /// <summary>Indices of discs by square cells as wide as the largest disc: neighbours that can touch lie at most one cell apart.</summary>
    private sealed class Grid(double cell, double width, double height)
    {
        private readonly int _columns = (int)(width / cell) + 1;
        private readonly List<int>[] _cells = [.. Enumerable.Range(0, ((int)(width / cell) + 1) * ((int)(height / cell) + 1)).Select(_ => new List<int>())];

        internal void Add(Disc disc, int index) => _cells[Row(disc) * _columns + Column(disc)].Add(index);

        internal bool IsFree(Disc disc, List<Disc> discs)
        {
            int rows = _cells.Length / _columns, row = Row(disc), column = Column(disc);
            for (int r = Math.Max(0, row - 1); r <= Math.Min(rows - 1, row + 1); r++)
            {
                for (int c = Math.Max(0, column - 1); c <= Math.Min(_columns - 1, column + 1); c++)
                {
                    foreach (int other in _cells[r * _columns + c])
                    {
                        double dx = discs[other].X - disc.X, dy = discs[other].Y - disc.Y, reach = discs[other].Radius + disc.Radius;
                        if (dx * dx + dy * dy < reach * reach) return false;
                    }
                }
            }

            return true;
        }

        private int Row(Disc disc) => (int)(disc.Y / cell);

        private int Column(Disc disc) => (int)(disc.X / cell);
    }
}
