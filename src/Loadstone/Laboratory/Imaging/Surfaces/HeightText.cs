using System.Globalization;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Imaging.Surfaces;

/// <summary>
/// Heights as text: points under a header (<c>x / µm,y / µm,z / nm</c>), an ESRI grid (<c>ncols</c>, <c>nrows</c>, <c>cellsize</c>), or a bare matrix,
/// whose lines of comment (#) may tell <c>pixel: 0.5 µm</c> and <c>unit: nm</c>, or <c>Width:</c>, <c>Height:</c> and <c>Value units:</c> as Gwyddion writes them.
/// </summary>
internal static class HeightText
{
    private static readonly string[] Missing = ["nan", "bad", "***", "--", "-", ""];

    public static HeightMap Parse(string text, string source, HeightMapSettings settings)
    {
        string[] lines = text.TrimStart('\uFEFF').Split('\n');
        int head = Array.FindIndex(lines, line => line.AsSpan().Trim() is { IsEmpty: false } bare && bare[0] != '#');
        if (head < 0) throw new InputException("the file is empty; expected heights.", file: source);
        string first = lines[head].Trim();
        if (first.StartsWith("ncols", StringComparison.OrdinalIgnoreCase)) return Grid(lines, head, source, settings);
        if (!IsMissing(Fields(first)[0]) && !double.TryParse(Fields(first)[0], CultureInfo.InvariantCulture, out _)) return Points(text, source);
        return Matrix(lines, head, source, settings);
    }

    private static HeightMap Points(string text, string source)
    {
        MeasuredTable table = MeasuredTable.Parse(text, source);
        double[] x = table.Column(QuantityKinds.Length, "x"), y = table.Column(QuantityKinds.Length, "y"), z = table.Column(QuantityKinds.Length, "z", "height");
        (double fromX, double stepX, int columns) = Axis(x, "x", source);
        (double fromY, double stepY, int rows) = Axis(y, "y", source);
        if ((long)rows * columns > 4L * x.Length + 16)
            throw new InputException(FormattableString.Invariant($"{x.Length} points do not fill a grid of {rows} × {columns}; expected points on a regular grid."), file: source);
        double[,] heights = new double[rows, columns];
        foreach (ref double height in System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref heights[0, 0], heights.Length)) height = double.NaN;
        for (int i = 0; i < x.Length; i++)
        {
            int column = (int)Math.Round((x[i] - fromX) / stepX), row = (int)Math.Round((y[i] - fromY) / stepY);
            if (!double.IsNaN(heights[row, column]))
                throw new InputException(FormattableString.Invariant($"point {i + 1}: a height at x = {x[i] * 1e6:g6} µm, y = {y[i] * 1e6:g6} µm is there already; expected one for each place."), file: source);
            heights[row, column] = z[i];
        }
        return new HeightMap(source, heights, stepX, stepY);
    }

    // The even steps that coordinates are taken in.
    private static (double From, double Step, int Count) Axis(double[] values, string name, string source)
    {
        double[] sorted = [.. values.Order()];
        double from = sorted[0], to = sorted[^1];
        if (!double.IsFinite(from) || !(to > from)) throw new InputException($"the {name} of the points are missing or all alike; expected points on a regular grid.", file: source);
        int jumps = 0;
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] - sorted[i - 1] > 1e-5 * (to - from)) jumps++;
        }
        double step = (to - from) / jumps;
        double worst = values.Max(v => Math.Abs((v - from) / step - Math.Round((v - from) / step)));
        return worst < 0.1 ? (from, step, jumps + 1)
            : throw new InputException(FormattableString.Invariant($"the {name} of the points lie up to {worst:p0} of a step beside a regular grid of {jumps + 1}; expected even steps."), file: source);
    }

    private static HeightMap Grid(string[] lines, int head, string source, HeightMapSettings settings)
    {
        var words = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        int at = head;
        for (; at < lines.Length; at++)
        {
            string[] fields = Fields(lines[at]);
            if (fields[0].Length == 0) continue;
            if (!char.IsLetter(fields[0][0]) || IsMissing(fields[0])) break;
            if (fields.Length != 2 || !double.TryParse(fields[1], CultureInfo.InvariantCulture, out double value)) throw new InputException($"\"{lines[at].Trim()}\" is no name and number, as the header of a grid has.", file: source, line: at + 1);
            words[fields[0]] = value;
        }
        if (!words.TryGetValue("nrows", out double rows) || !(words.TryGetValue("cellsize", out double cell) || words.TryGetValue("dx", out cell)))
            throw new InputException("the header of the grid has no nrows or no cellsize.", file: source, line: head + 1);
        double unit = settings.Unit ?? throw new InputException("a grid does not tell its unit; expected --unit, such as --unit µm, for heights and cell size.", file: source);
        double missing = words.GetValueOrDefault("NODATA_value", double.NaN);
        double[,] heights = Numbers(lines, at, source, unit, missing);
        if (heights.GetLength(0) != rows || heights.GetLength(1) != words["ncols"])
            throw new InputException(FormattableString.Invariant($"the grid has {heights.GetLength(0)} rows of {heights.GetLength(1)} heights; its header says {rows} of {words["ncols"]}."), file: source);
        double pixel = settings.Pixel ?? cell * unit;
        return new HeightMap(source, heights, pixel, pixel);
    }

    private static HeightMap Matrix(string[] lines, int head, string source, HeightMapSettings settings)
    {
        var words = new Dictionary<string, (string Text, int Line)>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.StartsWith('#') && line.Split(':', 2) is [var name, var value]) words.TryAdd(name.Trim('#', ' '), (value.Trim(), i + 1));
        }
        double unit = settings.Unit ?? UnitOf(words, source, "unit", "value units") ?? throw new InputException("the matrix does not tell the unit of its heights; expected --unit, such as --unit nm, or a line \"# unit: nm\".", file: source);
        double[,] heights = Numbers(lines, head, source, unit, double.NaN);
        double? across = settings.Pixel ?? LengthOf(words, source, "pixel") ?? LengthOf(words, source, "width") / heights.GetLength(1);
        double? up = settings.Pixel ?? LengthOf(words, source, "pixel") ?? LengthOf(words, source, "height") / heights.GetLength(0) ?? across;
        if (across is not { } x || up is not { } y) throw new InputException("the matrix does not tell the distance of its points; expected --pixel, such as --pixel \"0.5 µm\", or a line \"# pixel: 0.5 µm\".", file: source);
        return new HeightMap(source, heights, x, y);
    }

    private static double? UnitOf(Dictionary<string, (string Text, int Line)> words, string source, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (!words.TryGetValue(name, out (string Text, int Line) found)) continue;
            try
            {
                return QuantityKinds.Length.FromUnit(1, found.Text == "um" ? "µm" : found.Text);
            }
            catch (ArgumentException)
            {
                throw new InputException($"\"{found.Text}\" is no unit of length; expected one such as nm or µm.", file: source, line: found.Line);
            }
        }
        return null;
    }

    private static double? LengthOf(Dictionary<string, (string Text, int Line)> words, string source, string name)
    {
        if (!words.TryGetValue(name, out (string Text, int Line) found)) return null;
        if (!QuantityKinds.Length.TryParse(found.Text, out double value, out string? problem)) throw new InputException(problem, name, source, found.Line);
        return value > 0 ? value : throw new InputException($"\"{found.Text}\" is not above 0.", name, source, found.Line);
    }

    // The rows of a picture run down; those of the map up.
    private static double[,] Numbers(string[] lines, int from, string source, double unit, double missing)
    {
        var rows = new List<double[]>();
        for (int i = from; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            string[] fields = Fields(line);
            if (rows.Count > 0 && fields.Length != rows[0].Length) throw new InputException(FormattableString.Invariant($"the row has {fields.Length} heights; expected {rows[0].Length} as in the first one."), file: source, line: i + 1);
            double[] row = new double[fields.Length];
            for (int k = 0; k < row.Length; k++)
            {
                if (IsMissing(fields[k])) row[k] = double.NaN;
                else if (!double.TryParse(fields[k], NumberStyles.Float, CultureInfo.InvariantCulture, out row[k]) || double.IsInfinity(row[k]))
                    throw new InputException($"\"{fields[k]}\" is no finite number.", file: source, line: i + 1, column: k + 1);
                row[k] = row[k] == missing ? double.NaN : row[k] * unit;
            }
            rows.Add(row);
        }
        if (rows.Count == 0) throw new InputException("the file has no heights.", file: source);
        double[,] heights = new double[rows.Count, rows[0].Length];
        for (int r = 0; r < rows.Count; r++)
        {
            for (int c = 0; c < rows[0].Length; c++) heights[rows.Count - 1 - r, c] = rows[r][c];
        }
        return heights;
    }

    private static bool IsMissing(string field) => Missing.Contains(field, StringComparer.OrdinalIgnoreCase);

    private static string[] Fields(string line)
    {
        string bare = line.Trim();
        foreach (char separator in (ReadOnlySpan<char>)['\t', ';', ','])
        {
            // A separator at the end of each row closes the last field and begins none.
            if (bare.Contains(separator, StringComparison.Ordinal)) return bare.TrimEnd(separator).Split(separator, StringSplitOptions.TrimEntries);
        }
        return bare.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } fields ? fields : [""];
    }
}
