namespace Loadstone.Reports;

/// <summary>A plot of y against x, drawn by <see cref="SvgPlot"/> and, on the report page, with hover and zoom.</summary>
/// <param name="Name">File name without extension: <c>rate-capacity</c>.</param>
/// <param name="Title">Heading of the plot.</param>
/// <param name="X">Horizontal axis.</param>
/// <param name="Y">Vertical axis.</param>
/// <param name="Series">What is drawn, later ones on top; may be empty.</param>
/// <param name="Caption">A sentence or two below the plot, or null.</param>
public sealed record Plot(
    string Name, string Title, Axis X, Axis Y, IReadOnlyList<Series> Series, string? Caption = null) : ReportBlock
{
    /// <summary>Whether the points are a path in the plane, x measured as y is (Nyquist): two of them cannot be compared at the same x.</summary>
    public bool IsTrajectory { get; init; }
}
