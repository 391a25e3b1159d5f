namespace Loadstone.Reports;

/// <summary>A finished picture.</summary>
/// <param name="Name">File name without extension.</param>
/// <param name="Title">Heading of the picture.</param>
/// <param name="Svg">A complete SVG document.</param>
/// <param name="Caption">A sentence or two below the picture, or null.</param>
public sealed record Drawing(string Name, string Title, string Svg, string? Caption = null) : ReportBlock;
