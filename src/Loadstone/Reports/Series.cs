namespace Loadstone.Reports;

/// <summary>How a <see cref="Series"/> is drawn.</summary>
public enum SeriesStyle
{
    /// <summary>A full line: a calculated curve.</summary>
    Line,

    /// <summary>Markers alone: measured points.</summary>
    Points,

    /// <summary>Markers joined by a line: few calculated points.</summary>
    LineAndPoints,

    /// <summary>A dashed line: a limit or a comparison.</summary>
    Dashed,
}

/// <summary>One curve or cloud of points of a <see cref="Plot"/>.</summary>
/// <param name="Label">Its name in the legend.</param>
/// <param name="X">Abscissae, in the unit of the plot's X axis and in any order.</param>
/// <param name="Y">Ordinates, one per abscissa, in the unit of the Y axis; NaN leaves a gap.</param>
/// <param name="Style">How it is drawn.</param>
/// <param name="ColorGroup">Series with the same number, from 0, share a colour (a measurement and its model); null takes the next colour.</param>
public sealed record Series(
    string Label,
    IReadOnlyList<double> X,
    IReadOnlyList<double> Y,
    SeriesStyle Style = SeriesStyle.Line,
    int? ColorGroup = null)
{
    /// <summary>Ordinates, one per abscissa; NaN leaves a gap.</summary>
    /// <exception cref="ArgumentException">There are more or fewer of them than abscissae.</exception>
    public IReadOnlyList<double> Y { get; } = Y.Count == X.Count
        ? Y
        : throw new ArgumentException($"Series \"{Label}\" holds {X.Count} x and {Y.Count} y values.", nameof(Y));

    /// <summary>Abscissae, in any order.</summary>
    public IReadOnlyList<double> X { get; } = X;

    /// <summary>Half of the length of a bar about each ordinate, in the same unit; NaN for no bar. Null without bars.</summary>
    /// <exception cref="ArgumentException">There are more or fewer of them than ordinates.</exception>
    public IReadOnlyList<double>? HalfWidths
    {
        get;
        init => field = value is null || value.Count == Y.Count
            ? value
            : throw new ArgumentException($"Series \"{Label}\" holds {Y.Count} values and {value.Count} bars.", nameof(HalfWidths));
    }

    /// <summary>Ends of the bar at a point; both are the ordinate where it has none.</summary>
    internal (double Low, double High) Bar(int i) => HalfWidths is { } bars && bars[i] > 0 ? (Y[i] - bars[i], Y[i] + bars[i]) : (Y[i], Y[i]);

    /// <summary>Series with the same number share a colour; null takes the next colour.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int? ColorGroup { get; } = ColorGroup is not < 0 ? ColorGroup : throw new ArgumentOutOfRangeException(nameof(ColorGroup), ColorGroup, "A colour group is counted from 0.");
}
