namespace Loadstone.Reports;

/// <summary>Drops the points of long series that no reader could tell from their neighbours.</summary>
internal static class Thinning
{
    /// <summary>
    /// Indices of a line's points that draw the same picture: of each run of points in one column of pixels, the first, the
    /// lowest, the highest and the last. The order stays, so curves that turn back keep their way. A gap (NaN) keeps one index.
    /// </summary>
    /// <param name="column">Horizontal position of each point in columns; NaN is a gap.</param>
    /// <param name="value">Vertical position of each point, in any unit; NaN is a gap.</param>
    internal static List<int> Line(ReadOnlySpan<double> column, ReadOnlySpan<double> value)
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

    private static bool IsGap(ReadOnlySpan<double> column, ReadOnlySpan<double> value, int i) =>
        double.IsNaN(column[i]) || double.IsNaN(value[i]);

    private static void AddRising(List<int> kept, int index)
    {
        if (index > kept[^1]) kept.Add(index);
    }
}
