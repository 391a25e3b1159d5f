using System.Globalization;
using System.Text;
using static Loadstone.Reports.Markup;

namespace Loadstone.Reports;

/// <summary>Draws one series: its line, cut at the frame, and its markers.</summary>
internal static class SvgCurve
{
    internal const double LineWidth = 1.8;

    // Far outside every picture, yet small enough for the numbers of any SVG viewer.
    private const double FarAway = 1e5;
    private const double MarkerRadius = 3.4;
    private const double BarCap = 3.5;

    internal static void Append(StringBuilder svg, Series series, Look look, AxisScale xScale, AxisScale yScale, PlotLayout frame)
    {
        var x = new double[series.X.Count];
        var y = new double[series.X.Count];
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = Math.Clamp(frame.PixelX(xScale.Fraction(series.X[i])), -FarAway, FarAway);
            y[i] = Math.Clamp(frame.PixelY(yScale.Fraction(series.Y[i])), -FarAway, FarAway);
        }

        if (series.Style != SeriesStyle.Points) AppendLine(svg, x, y, look);
        if (series.HalfWidths is not null) AppendBars(svg, series, x, y, look, yScale, frame);
        if (series.Style is SeriesStyle.Points or SeriesStyle.LineAndPoints) AppendMarkers(svg, x, y, look, frame);
    }

    /// <summary>A short sample for the legend, its middle at the point.</summary>
    internal static void AppendSample(StringBuilder svg, Series series, Look look, double x, double y)
    {
        if (series.Style != SeriesStyle.Points)
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Number(x - 14)} {Number(y)}h28\"{Stroke(look)}/>\n");
        if (series.Style is SeriesStyle.Points or SeriesStyle.LineAndPoints)
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{MarkerPath(look.Marker, x, y)}\"{Ink(look)}/>\n");
    }

    private static void AppendLine(StringBuilder svg, double[] x, double[] y, Look look)
    {
        var path = new StringBuilder();
        int run = 0;
        foreach (int i in Thinning.Line(x, y))
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i]))
            {
                CloseRun(path, run);
                run = 0;
            }
            else
            {
                path.Append(run == 0 ? 'M' : run == 1 ? 'L' : ' ').Append(Number(x[i])).Append(' ').Append(Number(y[i]));
                run++;
            }
        }

        CloseRun(path, run);
        if (path.Length > 0)
            svg.Append(CultureInfo.InvariantCulture, $"<path clip-path=\"url(#frame)\" d=\"{path}\"{Stroke(look)}/>\n");
    }

    // A point between two gaps would have no extent; a line of none with round caps shows it as a dot.
    private static void CloseRun(StringBuilder path, int run)
    {
        if (run == 1) path.Append("h0");
    }

    private static void AppendBars(StringBuilder svg, Series series, double[] x, double[] y, Look look, AxisScale yScale, PlotLayout frame)
    {
        var path = new StringBuilder();
        foreach (int i in Thinning.Markers(x, y))
        {
            (double low, double high) = series.Bar(i);
            if (!(high > low) || !frame.Contains(x[i], y[i])) continue;
            // On a logarithmic axis a bar that reaches to zero and below goes on to the frame.
            double end = yScale.Fraction(low), bottom = double.IsNaN(end) ? frame.Bottom : Math.Min(frame.PixelY(end), FarAway), top = Math.Max(frame.PixelY(yScale.Fraction(high)), -FarAway);
            path.Append(CultureInfo.InvariantCulture, $"M{Number(x[i] - BarCap)} {Number(top)}h{Number(2 * BarCap)}m{Number(-BarCap)} 0V{Number(bottom)}m{Number(-BarCap)} 0h{Number(2 * BarCap)}");
        }
        if (path.Length > 0) svg.Append(CultureInfo.InvariantCulture, $"<path clip-path=\"url(#frame)\" d=\"{path}\" fill=\"none\" stroke=\"{look.Color}\" stroke-width=\"1.2\"/>\n");
    }

    private static void AppendMarkers(StringBuilder svg, double[] x, double[] y, Look look, PlotLayout frame)
    {
        var path = new StringBuilder();
        foreach (int i in Thinning.Markers(x, y))
        {
            // Markers whose middle is in the frame are drawn whole.
            if (frame.Contains(x[i], y[i])) path.Append(MarkerPath(look.Marker, x[i], y[i]));
        }

        if (path.Length > 0) svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\"{Ink(look)}/>\n");
    }

    private static string MarkerPath(Marker marker, double x, double y)
    {
        const double r = MarkerRadius;
        string at = $"M{Number(x)} {Number(y)}";
        return marker switch
        {
            Marker.Circle => $"{at}m{Number(-r)} 0a{Number(r)} {Number(r)} 0 1 0 {Number(2 * r)} 0a{Number(r)} {Number(r)} 0 1 0 {Number(-2 * r)} 0z",
            Marker.Square => $"{at}m-3 -3h6v6h-6z",
            Marker.Triangle => $"{at}m0 -4l3.8 6.6h-7.6z",
            Marker.Diamond => $"{at}m0 -4.4l4.4 4.4l-4.4 4.4l-4.4 -4.4z",
            Marker.InvertedTriangle => $"{at}m0 4l3.8 -6.6h-7.6z",
            _ => $"{at}m-1.2 -4h2.4v2.8h2.8v2.4h-2.8v2.8h-2.4v-2.8h-2.8v-2.4h2.8z",
        };
    }

    private static string Stroke(Look look) =>
        $" fill=\"none\" stroke=\"{look.Color}\" stroke-width=\"{Number(LineWidth)}\" stroke-linejoin=\"round\""
        + (look.Dash.Length == 0 ? " stroke-linecap=\"round\"" : $" stroke-dasharray=\"{look.Dash}\"");

    private static string Ink(Look look) => $" fill=\"{look.Color}\" stroke=\"#fff\" stroke-width=\"0.7\"";
}
