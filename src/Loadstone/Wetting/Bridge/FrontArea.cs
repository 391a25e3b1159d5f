namespace Loadstone.Wetting.Bridge;

/// <summary>Moves fronts a little, all of their markers by one length, so that the area that they bound is what it has to be.</summary>
internal static class FrontArea
{
    private const int Passes = 4;

    /// <summary>Sum of what fronts add to the area of the liquid [m²].</summary>
    public static double Of(FrontWalls walls, IReadOnlyList<Front> fronts) => fronts.Sum(front => front.Area(walls));

    /// <summary>Fronts whose areas add up to a value [m²].</summary>
    public static IReadOnlyList<Front> With(FrontWalls walls, IReadOnlyList<Front> fronts, double area)
    {
        for (int pass = 0; pass < Passes; pass++)
        {
            double missing = area - Of(walls, fronts), sweep = 0;
            FrontShape[] shapes = [.. fronts.Select(front => new FrontShape(walls, front))];
            foreach (FrontShape shape in shapes)
            {
                foreach (double part in shape.Sweep) sweep += part;
            }
            if (missing == 0 || !(sweep > 0)) return fronts;
            fronts = [.. shapes.Select(shape => Shifted(walls, shape, missing / sweep))];
        }
        return fronts;
    }

    private static Front Shifted(FrontWalls walls, FrontShape shape, double length)
    {
        double[] ways = new double[shape.Front.Count];
        Array.Fill(ways, length);
        return shape.Front.Moved(walls, shape.Directions, ways);
    }
}
