using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Loadstone.Reports;

/// <summary>The data of a plot for the script of the report page.</summary>
public static class PlotJson
{
    // Enough for some ten-fold zoom on a wide screen.
    private const int Columns = 4000;

    /// <summary>JSON that is safe inside a script element: the writer's default encoder escapes every '&lt;'.</summary>
    public static string Render(Plot plot)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            var (x, y) = AxisScale.Of(plot);
            json.WriteStartObject();
            json.WriteString("name", FileStem.From(plot.Name));
            WriteAxis(json, "x", plot.X, x);
            WriteAxis(json, "y", plot.Y, y);
            json.WriteStartArray("series");
            Look[] looks = Palette.Looks(plot.Series);
            for (int i = 0; i < looks.Length; i++) WriteSeries(json, plot.Series[i], looks[i], x, y);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteAxis(Utf8JsonWriter json, string name, Axis axis, AxisScale scale)
    {
        json.WriteStartObject(name);
        json.WriteString("label", axis.Label);
        json.WriteBoolean("log", axis.Logarithmic);
        json.WriteNumber("min", scale.Low);
        json.WriteNumber("max", scale.High);
        json.WriteEndObject();
    }

    private static void WriteSeries(Utf8JsonWriter json, Series series, Look look, AxisScale xScale, AxisScale yScale)
    {
        var column = new double[series.X.Count];
        var row = new double[series.X.Count];
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = xScale.Fraction(series.X[i]) * Columns;
            row[i] = yScale.Fraction(series.Y[i]) * Columns;
        }

        List<int> kept = series.Style switch
        {
            SeriesStyle.Points => Thinning.Markers(column, row),
            SeriesStyle.LineAndPoints => Thinning.Extremes(column, row),
            _ => Thinning.Line(column, row),
        };
        json.WriteStartObject();
        json.WriteString("label", series.Label);
        json.WriteString("style", series.Style.ToString());
        json.WriteString("color", look.Color);
        json.WriteString("darkColor", look.DarkColor);
        json.WriteString("marker", look.Marker.ToString());
        json.WriteStartArray("dash");
        foreach (string length in look.Dash.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            json.WriteNumberValue(double.Parse(length, CultureInfo.InvariantCulture));
        json.WriteEndArray();
        WriteValues(json, "x", series.X, column, kept);
        WriteValues(json, "y", series.Y, row, kept);
        if (series.HalfWidths is { } bars) WriteValues(json, "bars", bars, [.. bars], kept);
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, string name, IReadOnlyList<double> values, double[] drawn, List<int> kept)
    {
        json.WriteStartArray(name);
        foreach (int i in kept)
        {
            // Seven digits tell apart what a screen can, and halve the page.
            if (double.IsNaN(drawn[i])) json.WriteNullValue();
            else json.WriteNumberValue(double.Parse(values[i].ToString("G7", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        }

        json.WriteEndArray();
    }
}
