using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.DepthProfiles;

/// <summary>From which side of a layer depth is counted in a file.</summary>
public enum DepthOrigin
{
    /// <summary>As the column's name says: depth from the surface, height from the foil.</summary>
    Named,

    /// <summary>From the surface.</summary>
    Surface,

    /// <summary>From the foil.</summary>
    Foil,
}

/// <summary>
/// Points of a line scan, a map or laser spots through a layer: what is divided and what divides it, at relative heights of 0 at the foil to 1 at the surface.
/// </summary>
/// <param name="Source">File or sample, for messages.</param>
/// <param name="Name">What the profile is of: <c>F/Ni</c>.</param>
/// <param name="Thickness">Thickness of the layer [m].</param>
/// <param name="Points">The points.</param>
/// <param name="IsCounted">Whether the numbers are counts, whose errors are Poisson's.</param>
/// <param name="Warnings">What was passed over.</param>
public sealed record ElementMap(string Source, string Name, double Thickness, IReadOnlyList<MapPoint> Points, bool IsCounted, IReadOnlyList<string> Warnings)
{
    private const int FewestPoints = 6;

    private static readonly string[] Depths = ["depth"], Heights = ["height"], Positions = ["position", "distance"], Alongs = ["x"], Acrosses = ["y"], Shots = ["shot", "pulse"];

    /// <summary>Whether nothing divides: an element alone.</summary>
    public bool IsAlone => Points.All(p => p.Bottom == 1);

    /// <summary>Whether a table has a column of depth, height, position or shots.</summary>
    public static bool HasDepth(MeasuredTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Has([.. Depths, .. Heights, .. Positions, .. Shots]);
    }

    /// <summary>The points of a table with a depth, height, position or number of a laser shot, perhaps x and y, and a column an element.</summary>
    /// <param name="table">The table; columns in <c>counts</c> have the errors of counting.</param>
    /// <param name="ratio">Which columns.</param>
    /// <param name="origin">From which side depth is counted.</param>
    /// <param name="thickness">Thickness of the layer [m], or null: as far as the points reach.</param>
    /// <param name="perShot">Depth that a shot of the laser removes [m], or null.</param>
    /// <exception cref="InputException">A column is missing, a number is negative, the side is not known, or fewer than six points are left.</exception>
    public static ElementMap Of(MeasuredTable table, ElementRatio ratio, DepthOrigin origin = DepthOrigin.Named, double? thickness = null, double? perShot = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(ratio);
        (double[] depth, bool fromFoil) = Depth(table, origin, perShot);
        double[] top = ElementRatio.Sum(table, ratio.Top), bottom = ratio.Bottom.Count == 0 ? [.. top.Select(_ => 1.0)] : ElementRatio.Sum(table, ratio.Bottom);
        double[] x = table.Has(Alongs) ? table.Column(QuantityKinds.Length, Alongs) : new double[table.Count];
        double[] y = table.Has(Acrosses) ? table.Column(QuantityKinds.Length, Acrosses) : new double[table.Count];
        var points = new List<MapPoint>();
        int empty = 0;
        for (int i = 0; i < depth.Length; i++)
        {
            if (double.IsFinite(depth[i] + top[i] + bottom[i] + x[i] + y[i])) points.Add(new MapPoint(x[i], y[i], depth[i], top[i], bottom[i]));
            else empty++;
        }
        string[] warnings = empty == 0 ? [] : [$"{empty} of {depth.Length} rows have an empty field; they were passed over."];
        return Placed(table.Source, ratio.ToString(), points, fromFoil, thickness, ratio.IsCounted(table), warnings);
    }

    /// <summary>The points of maps of one section, a pixel each.</summary>
    /// <param name="top">What is divided, by row (depth) and column.</param>
    /// <param name="bottom">What divides it, of the same size, or null.</param>
    /// <param name="name">What the profile is of.</param>
    /// <param name="pixel">Size of a pixel [m].</param>
    /// <param name="origin">Side at which the first row stands; the surface where nothing is said.</param>
    /// <param name="thickness">Thickness of the layer [m], or null: that of the map.</param>
    /// <exception cref="InputException">The sizes differ, or the map has too few points.</exception>
    public static ElementMap OfMaps(MatrixFile top, MatrixFile? bottom, string name, double pixel, DepthOrigin origin = DepthOrigin.Named, double? thickness = null)
    {
        ArgumentNullException.ThrowIfNull(top);
        int rows = top.Values.GetLength(0), columns = top.Values.GetLength(1);
        if (bottom is not null && (bottom.Values.GetLength(0) != rows || bottom.Values.GetLength(1) != columns))
            throw new InputException($"the map has {bottom.Values.GetLength(0)} × {bottom.Values.GetLength(1)} pixels, and {top.Source} {rows} × {columns}; expected maps of one section.", file: bottom.Source);
        var points = new List<MapPoint>(rows * columns);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                points.Add(new MapPoint((column + 0.5) * pixel, 0, (row + 0.5) * pixel, top.Values[row, column], bottom?.Values[row, column] ?? 1));
        }
        return Placed(top.Source, name, points, origin == DepthOrigin.Foil, thickness, top.IsCounted && bottom is null or { IsCounted: true }, []);
    }

    private static (double[] Depth, bool FromFoil) Depth(MeasuredTable table, DepthOrigin origin, double? perShot)
    {
        bool fromFoil = origin == DepthOrigin.Foil;
        if (table.Has(Depths)) return (table.Column(QuantityKinds.Length, Depths), fromFoil);
        if (table.Has(Heights)) return (table.Column(QuantityKinds.Length, Heights), origin != DepthOrigin.Surface);
        if (table.Has(Positions))
        {
            if (origin == DepthOrigin.Named) throw new InputException($"the column \"{table.Heading(Positions).Name}\" does not say from which side it counts; expected --zero surface or --zero foil.", file: table.Source, line: 1);
            return (table.Column(QuantityKinds.Length, Positions), fromFoil);
        }
        if (!table.Has(Shots)) throw new InputException($"no column is named \"depth\", \"height\", \"position\" or \"shot\"; the file has {string.Join(", ", table.Names.Select(n => $"\"{n}\""))}.", file: table.Source, line: 1);
        double each = perShot ?? throw new InputException("the depth is counted in shots of the laser, and nothing says how much a shot removes; expected --per-shot, such as --per-shot \"2 µm\".", file: table.Source, line: 1);
        return ([.. table.Column(QuantityKinds.Ratio, Shots).Select(shot => (shot - 0.5) * each)], fromFoil);
    }

    // Without a thickness the layer reaches half a step beyond the outermost points, as a pixel does.
    private static ElementMap Placed(string source, string name, List<MapPoint> points, bool fromFoil, double? thickness, bool isCounted, string[] warnings)
    {
        if (points.Count < FewestPoints) throw new InputException($"{points.Count} points with depth and numbers are too few; expected {FewestPoints} or more.", file: source);
        double[] depths = [.. points.Select(p => p.Height).Distinct().Order()];
        if (depths.Length < 2) throw new InputException("all points stand at one depth; expected a profile.", file: source);
        double[] steps = [.. depths.Skip(1).Zip(depths, (b, a) => b - a).Order()];
        double step = steps[steps.Length / 2], start = thickness is null ? depths[0] - step / 2 : 0, whole = thickness ?? depths[^1] - depths[0] + step;
        var placed = new List<MapPoint>(points.Count);
        foreach (MapPoint point in points)
        {
            double share = (point.Height - start) / whole;
            if (share >= 0 && share <= 1) placed.Add(point with { Height = fromFoil ? share : 1 - share });
        }
        if (placed.Count < FewestPoints) throw new InputException(FormattableString.Invariant($"{placed.Count} points stand within the layer of {whole * 1e6:g4} µm; expected {FewestPoints} or more."), file: source);
        string[] all = placed.Count == points.Count ? warnings : [.. warnings, FormattableString.Invariant($"{points.Count - placed.Count} of {points.Count} points stand outside the layer of {whole * 1e6:g4} µm; they were passed over.")];
        return new ElementMap(source, name, whole, placed, isCounted, all);
    }

}

/// <summary>A point of an <see cref="ElementMap"/>.</summary>
/// <param name="X">Place along the coating [m].</param>
/// <param name="Y">Place across it [m].</param>
/// <param name="Height">Relative height, 0 at the foil and 1 at the surface.</param>
/// <param name="Top">What is divided.</param>
/// <param name="Bottom">What divides it; 1 for an element alone.</param>
public readonly record struct MapPoint(double X, double Y, double Height, double Top, double Bottom);
