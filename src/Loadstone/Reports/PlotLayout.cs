using static Loadstone.Reports.Markup;

namespace Loadstone.Reports;

/// <summary>Where the parts of an SVG plot stand [px]: the frame is as large as title, labels and legend leave it.</summary>
internal sealed class PlotLayout
{
    internal const double TitleSize = 15;
    internal const double LabelSize = 13;
    internal const double TickSize = 12;
    internal const double LegendSize = 12;
    internal const double LegendRow = 19;
    internal const double LegendSample = 38;

    private const double Edge = 12;

    // However long title and labels are, this much is left for the data; the picture grows instead.
    private const double LeastFrame = 80;
    private const double LegendGap = 22;

    internal PlotLayout(Plot plot, IReadOnlyList<Tick> xTicks, IReadOnlyList<Tick> yTicks, int width, int height)
    {
        TitleLines = plot.Title.Length == 0 ? [] : Lines(plot.Title, TitleSize, width - 2 * Edge);
        Top = Edge + TitleLines.Count * (TitleSize + 5) + 6;

        YLabelLines = Lines(plot.Y.Label, LabelSize, Math.Max(LeastFrame, height - Top - 40));
        double tickWidth = yTicks.Max(tick => Width(tick.Label, TickSize));
        Left = Edge + YLabelLines.Count * (LabelSize + 4) + tickWidth + 14;

        double longest = plot.Series.Count == 0 ? 0 : plot.Series.Max(s => Width(s.Label, LegendSize));
        LegendAtRight = plot.Series.Count > 4 && longest < 0.3 * width && plot.Series.Count * LegendRow < height - Top - 60;
        double lastTick = xTicks.Count == 0 ? 0 : Width(xTicks[^1].Label, TickSize) / 2;
        double beside = Math.Max(Edge + 4, LegendAtRight ? Edge + LegendSample + longest + 14 : lastTick + 2);
        Right = Math.Max(width - beside, Left + LeastFrame);
        Width = (int)Math.Ceiling(Right + beside);

        XLabelLines = Lines(plot.X.Label, LabelSize, Right - Left);
        double below = Edge + XLabelLines.Count * (LabelSize + 4) + TickSize + 12;
        Bottom = Math.Max(height - below, Top + LeastFrame);
        height = (int)Math.Ceiling(Bottom + below);
        bool labelled = plot.Series.Any(s => s.Label.Length > 0);
        Legend = labelled ? (LegendAtRight ? Column(plot.Series.Count) : Rows(plot.Series, height + 4)) : [];
        Height = Legend.Count == 0 || LegendAtRight ? height : (int)Math.Ceiling(Legend[^1].Y + Edge + 4);
    }

    internal int Width { get; }

    /// <summary>Height of the whole picture: the wanted one and, below it, the rows of a legend that does not stand at the right.</summary>
    internal int Height { get; }

    /// <summary>A title too wide to begin above the frame begins at the edge.</summary>
    internal double TitleX => TitleLines.Any(line => Left + Width(line, TitleSize) > Width) ? Edge : Left;

    internal double Left { get; }

    internal double Right { get; }

    internal double Top { get; }

    internal double Bottom { get; }

    internal IReadOnlyList<string> TitleLines { get; }

    internal IReadOnlyList<string> XLabelLines { get; }

    internal IReadOnlyList<string> YLabelLines { get; }

    internal bool LegendAtRight { get; }

    /// <summary>Left middle of every legend entry, in the order of the series; empty for no legend.</summary>
    internal IReadOnlyList<(double X, double Y)> Legend { get; }

    internal double PixelX(double fraction) => Left + fraction * (Right - Left);

    internal double PixelY(double fraction) => Bottom - fraction * (Bottom - Top);

    internal bool Contains(double x, double y) => x >= Left - 0.5 && x <= Right + 0.5 && y >= Top - 0.5 && y <= Bottom + 0.5;

    private List<(double, double)> Column(int count) =>
        [.. Enumerable.Range(0, count).Select(i => (Right + 14, Top + (i + 0.5) * LegendRow))];

    /// <summary>Entries below the frame in even columns, in as few rows as their widths allow and about equally many in each.</summary>
    private List<(double, double)> Rows(IReadOnlyList<Series> series, double top)
    {
        double entry = LegendSample + LegendGap + series.Max(s => Width(s.Label, LegendSize));
        int most = Math.Max(1, (int)((Width - Edge - Left + LegendGap) / entry));
        int rows = (series.Count + most - 1) / most;
        int columns = (series.Count + rows - 1) / rows;
        return [.. Enumerable.Range(0, series.Count).Select(i => (Left + i % columns * entry, top + i / columns * LegendRow))];
    }
}
