namespace Loadstone.Coating;

/// <summary>How wide the second layer stands to the first (W. Chen et al. 2024, section 2.3 and Fig. 3).</summary>
public enum WidthCase
{
    /// <summary>Case I: the second layer ends on the first; the thickness falls towards the edges.</summary>
    SecondInside,

    /// <summary>Case II: the second layer reaches beyond the first; the first is covered evenly.</summary>
    SecondOutside,
}

/// <summary>Widths of two layers on one web, centred, with the width of their edges. Immutable.</summary>
public sealed record LayerWidths
{
    /// <summary>Width of the first layer from foot to foot [m].</summary>
    public required double First { get; init => field = Require.Positive(value, "m"); }

    /// <summary>Width of the second layer from foot to foot [m].</summary>
    public required double Second { get; init => field = Require.Positive(value, "m"); }

    /// <summary>Width of each edge of the first layer W_side [m].</summary>
    public required double FirstEdge { get; init => field = Require.NotNegative(value, "m"); }

    /// <summary>Width of each edge of the second layer W_side [m].</summary>
    public required double SecondEdge { get; init => field = Require.NotNegative(value, "m"); }

    /// <summary>The case.</summary>
    public WidthCase Case => Second <= First ? WidthCase.SecondInside : WidthCase.SecondOutside;

    /// <summary>Width over which both layers have their bulk height [m]; 0 if there is none.</summary>
    public double UsableWidth => Math.Max(0, Math.Min(First - 2 * FirstEdge, Second - 2 * SecondEdge));

    /// <summary>What has to be trimmed, as a share of the wider layer's width.</summary>
    public double TrimShare => 1 - UsableWidth / Math.Max(First, Second);

    /// <summary>Thickness across the web with straight edges: the sum of both layers.</summary>
    /// <param name="firstThickness">Bulk thickness of the first layer [m].</param>
    /// <param name="secondThickness">Bulk thickness of the second layer [m].</param>
    public CrossWebProfile Profile(double firstThickness, double secondThickness)
    {
        Require.Positive(firstThickness, "m", nameof(firstThickness));
        Require.Positive(secondThickness, "m", nameof(secondThickness));
        double[] half = [0, First / 2, Second / 2, Math.Max(0, First / 2 - FirstEdge), Math.Max(0, Second / 2 - SecondEdge), 0.55 * Math.Max(First, Second)];
        // A step without width needs two points at nearly one place.
        double least = 1e-9 * Math.Max(First, Second);
        double[] positions = [.. half.SelectMany(y => new[] { y, -y, y + least, -y - least }).Distinct().Order()];
        double[] heights = [.. positions.Select(y => Height(y, First, FirstEdge, firstThickness) + Height(y, Second, SecondEdge, secondThickness))];
        return new CrossWebProfile(positions, heights);
    }

    private static double Height(double y, double width, double edge, double thickness)
    {
        double inside = width / 2 - Math.Abs(y);
        if (inside < 0) return 0;
        return inside >= edge ? thickness : thickness * inside / edge;
    }
}
