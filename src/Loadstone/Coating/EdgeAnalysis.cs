namespace Loadstone.Coating;

/// <summary>One edge of a coating in numbers without dimension, all against the bulk height (M. Schmitt et al., J. Coat. Technol. Res. 11, 57 (2014)).</summary>
/// <param name="Height">H* = H_edge/H_coat: the highest point near the edge; 1 where no ridge stands above the bulk.</param>
/// <param name="Width">B* = W_edge/H_coat: the width over which the ridge exceeds the bulk.</param>
/// <param name="Slope">R* = H_coat/(W_side − W_edge): the slope of the outer ramp.</param>
/// <param name="RidgeWidth">W_edge [m].</param>
/// <param name="SideWidth">W_side: from the foot to where the profile has settled to the bulk height, ridge included [m].</param>
public sealed record EdgeMeasures(double Height, double Width, double Slope, double RidgeWidth, double SideWidth);

/// <summary>
/// What a cross-web profile says of its edges: H*, B*, R*, G* of left and right and their mean, after J. K. Park et al., eqns 2 to 5.
/// W_side is read as reaching from the foot to where the profile has settled, ridge included, which keeps R* positive. Immutable.
/// </summary>
public sealed record EdgeAnalysis
{
    // The foot is where the ramp, drawn through these parts of the bulk height, meets the foil: noise of the bare foil does not count.
    private const double FootLow = 0.05, FootHigh = 0.1;

    // A ridge has ended where this part of its height above the bulk is left; an edge without ridge has settled within SettledAt.
    private const double RidgeEnd = 1e-3, SettledAt = 0.99;

    /// <summary>Bulk height H_coat [m]: the median over the middle half of the coated width.</summary>
    public required double BulkHeight { get; init; }

    /// <summary>Width from foot to foot [m].</summary>
    public required double CoatedWidth { get; init; }

    /// <summary>The edge at the lowest positions.</summary>
    public required EdgeMeasures Left { get; init; }

    /// <summary>The edge at the highest positions.</summary>
    public required EdgeMeasures Right { get; init; }

    /// <summary>Gap over bulk height G* = H/H_coat; null where no gap was given.</summary>
    public required double? GapRatio { get; init; }

    /// <summary>Mean of left and right, each number by itself.</summary>
    public EdgeMeasures Mean => new(0.5 * (Left.Height + Right.Height), 0.5 * (Left.Width + Right.Width), 0.5 * (Left.Slope + Right.Slope),
        0.5 * (Left.RidgeWidth + Right.RidgeWidth), 0.5 * (Left.SideWidth + Right.SideWidth));

    /// <summary>Width between the two edges, where the film has its bulk height [m].</summary>
    public double UsableWidth => Math.Max(0, CoatedWidth - Left.SideWidth - Right.SideWidth);

    /// <summary>Both edges as a share of the coated width: what has to be trimmed.</summary>
    public double TrimShare => 1 - UsableWidth / CoatedWidth;

    /// <summary>Analyses a profile that shows both edges with some bare foil, or the end of the data, outside them.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="gap">Gap of the coater H [m], or null.</param>
    /// <exception cref="InputException">No coating stands out from the foil.</exception>
    public static EdgeAnalysis Of(CrossWebProfile profile, double? gap = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        double highest = 0;
        foreach (double h in profile.Heights) highest = Math.Max(highest, h);
        if (highest == 0) throw new InputException("the cross-web profile stands nowhere above the foil; expected a coating between two edges.");

        CrossWebProfile mirrored = profile.Mirrored();
        // The first guess of the coated part is all that stands above half the highest point; the ridge may be that high.
        double left = Crossing(profile, 0.5 * highest), right = -Crossing(mirrored, 0.5 * highest);
        double bulk = Median(profile, left + 0.25 * (right - left), right - 0.25 * (right - left));
        double leftFoot = Foot(profile, bulk), rightFoot = Foot(mirrored, bulk);
        double width = -rightFoot - leftFoot;
        return new EdgeAnalysis
        {
            BulkHeight = bulk,
            CoatedWidth = width,
            Left = Edge(profile, bulk, leftFoot, width),
            Right = Edge(mirrored, bulk, rightFoot, width),
            GapRatio = gap is { } g ? Require.Positive(g, "m", nameof(gap)) / bulk : null,
        };
    }

    private static EdgeMeasures Edge(CrossWebProfile profile, double bulk, double foot, double width)
    {
        ReadOnlySpan<double> y = profile.Positions, h = profile.Heights;
        int ridge = -1;
        for (int i = 0; i < y.Length && y[i] < foot + 0.4 * width; i++)
        {
            if (h[i] > bulk && (ridge < 0 || h[i] > h[ridge])) ridge = i;
        }
        // What is no higher than the scatter of the middle is no ridge.
        if (ridge < 0 || h[ridge] - bulk <= Scatter(profile, bulk, foot, width)) return WithoutRidge(profile, bulk, foot);

        double outer = Crossing(profile, bulk);
        double end = bulk + RidgeEnd * (h[ridge] - bulk);
        int inside = ridge;
        while (inside + 1 < y.Length && h[inside] > end) inside++;
        double inner = Between(y[inside - 1], h[inside - 1], y[inside], h[inside], end);
        double ramp = outer - foot;
        return new EdgeMeasures(h[ridge] / bulk, (inner - outer) / bulk, bulk / ramp, inner - outer, inner - foot);
    }

    private static EdgeMeasures WithoutRidge(CrossWebProfile profile, double bulk, double foot)
    {
        double side = Crossing(profile, SettledAt * bulk) - foot;
        return new EdgeMeasures(1, 0, bulk / side, 0, side);
    }

    // Three times the median distance from the bulk height over the middle half: no ridge is smaller than noise.
    private static double Scatter(CrossWebProfile profile, double bulk, double foot, double width)
    {
        var distances = new List<double>();
        for (int i = 0; i < profile.Positions.Length; i++)
        {
            double y = profile.Positions[i];
            if (y > foot + 0.25 * width && y < foot + 0.75 * width) distances.Add(Math.Abs(profile.Heights[i] - bulk));
        }
        return distances.Count == 0 ? 0 : Math.Max(3 * MedianOf(distances), 1e-6 * bulk);
    }

    private static double Foot(CrossWebProfile profile, double bulk)
    {
        double low = Crossing(profile, FootLow * bulk), high = Crossing(profile, FootHigh * bulk);
        return low - FootLow / (FootHigh - FootLow) * (high - low);
    }

    // The first position at which the profile reaches a level, from the left.
    private static double Crossing(CrossWebProfile profile, double level)
    {
        ReadOnlySpan<double> y = profile.Positions, h = profile.Heights;
        int i = 0;
        while (i < h.Length && h[i] < level) i++;
        if (i == 0 || i == h.Length) return y[Math.Min(i, y.Length - 1)];
        return Between(y[i - 1], h[i - 1], y[i], h[i], level);
    }

    private static double Between(double y0, double h0, double y1, double h1, double level) => y0 + (level - h0) / (h1 - h0) * (y1 - y0);

    private static double Median(CrossWebProfile profile, double from, double to)
    {
        var inside = new List<double>();
        for (int i = 0; i < profile.Positions.Length; i++)
        {
            if (profile.Positions[i] >= from && profile.Positions[i] <= to) inside.Add(profile.Heights[i]);
        }
        return inside.Count > 0 ? MedianOf(inside) : profile.HeightAt(0.5 * (from + to));
    }

    private static double MedianOf(List<double> values)
    {
        values.Sort();
        int half = values.Count / 2;
        return values.Count % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
    }
}
