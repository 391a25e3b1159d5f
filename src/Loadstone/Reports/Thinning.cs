namespace Loadstone.Reports;

/// <summary>Drops the points of long series that no reader could tell from their neighbours.</summary>
internal static class Thinning
{
    /// <summary>How far a thinned line may lie from the full one, in columns: no screen shows it.</summary>
    private const double Tolerance = 0.1;

    /// <summary>
    /// Indices of a line's points that draw the same picture: <see cref="Extremes"/> without those that lie on the straight line
    /// between their neighbours (Douglas and Peucker, Cartographica, 1973). A gap (NaN) keeps one index.
    /// </summary>
    /// <param name="column">Horizontal position of each point in columns of pixels; NaN is a gap.</param>
    /// <param name="row">Vertical position of each point in the same unit; NaN is a gap.</param>
    internal static List<int> Line(ReadOnlySpan<double> column, ReadOnlySpan<double> row)
    {
        List<int> points = Extremes(column, row);
        var needed = new bool[points.Count];
        var spans = new Stack<(int First, int Last)>();
        for (int start = 0; start < points.Count;)
        {
            int end = start;
            needed[start] = true;
            while (end + 1 < points.Count && !IsGap(column, row, points[end]) && !IsGap(column, row, points[end + 1])) end++;
            needed[end] = true;
            spans.Push((start, end));
            start = end + 1;
        }

        while (spans.TryPop(out var span))
        {
            double farthest = Tolerance;
            int split = -1;
            for (int i = span.First + 1; i < span.Last; i++)
            {
                double distance = Distance(column, row, points[i], points[span.First], points[span.Last]);
                if (distance > farthest) (farthest, split) = (distance, i);
            }

            if (split < 0) continue;
            needed[split] = true;
            spans.Push((span.First, split));
            spans.Push((split, span.Last));
        }

        return [.. points.Where((_, i) => needed[i])];
    }

    /// <summary>
    /// Of each run of points in one column of pixels, the first, the lowest, the highest and the last. The order stays, so curves
    /// that turn back keep their way. A gap (NaN) keeps one index.
    /// </summary>
    internal static List<int> Extremes(ReadOnlySpan<double> column, ReadOnlySpan<double> value)
    {
        var kept = new List<int>(Math.Min(column.Length, 4096));
        for (int start = 0; start < column.Length;)
        {
            bool gap = IsGap(column, value, start);
            double cell = Math.Floor(column[start]);
            int low = start, high = start, end = start + 1;
            for (; end < column.Length && IsGap(column, value, end) == gap && (gap || Math.Floor(column[end]) == cell); end++)
            {
                if (value[end] < value[low]) low = end;
                if (value[end] > value[high]) high = end;
            }

            kept.Add(start);
            if (!gap)
            {
                AddRising(kept, Math.Min(low, high));
                AddRising(kept, Math.Max(low, high));
                AddRising(kept, end - 1);
            }

            start = end;
        }

        return kept;
    }

    /// <summary>Indices of the markers of a cloud of points: one for each cell of the pixel grid; gaps are left out.</summary>
    /// <param name="column">Horizontal position of each point in cells.</param>
    /// <param name="row">Vertical position of each point in cells.</param>
    internal static List<int> Markers(ReadOnlySpan<double> column, ReadOnlySpan<double> row)
    {
        var kept = new List<int>(Math.Min(column.Length, 4096));
        var taken = new HashSet<(double, double)>();
        for (int i = 0; i < column.Length; i++)
        {
            if (!IsGap(column, row, i) && taken.Add((Math.Floor(column[i]), Math.Floor(row[i])))) kept.Add(i);
        }

        return kept;
    }

    /// <summary>Distance of a point from the stretch between two others.</summary>
    private static double Distance(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int point, int from, int to)
    {
        double dx = x[to] - x[from], dy = y[to] - y[from], length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.Clamp(((x[point] - x[from]) * dx + (y[point] - y[from]) * dy) / length, 0, 1);
        return Math.Sqrt(Math.Pow(x[from] + along * dx - x[point], 2) + Math.Pow(y[from] + along * dy - y[point], 2));
    }

    private static bool IsGap(ReadOnlySpan<double> column, ReadOnlySpan<double> value, int i) =>
        double.IsNaN(column[i]) || double.IsNaN(value[i]);

    private static void AddRising(List<int> kept, int index)
    {
        if (index > kept[^1]) kept.Add(index);
    }
}
