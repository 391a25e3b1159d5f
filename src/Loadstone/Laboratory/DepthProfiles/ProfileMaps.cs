using Loadstone.Reports;

namespace Loadstone.Laboratory.DepthProfiles;

/// <summary>Pictures of maps: the section through the layer, and the coating from above.</summary>
internal static class ProfileMaps
{
    private const int FewestPlaces = 3;
    private const double Dropped = 0.01; // of the cells, at either end of the colours

    /// <summary>The maps that the points allow; none of a line scan.</summary>
    public static IEnumerable<ReportBlock> Of(string sample, ElementMap map)
    {
        double[] x = Sorted(map.Points.Select(p => p.X)), y = Sorted(map.Points.Select(p => p.Y)), heights = Sorted(map.Points.Select(p => p.Height));
        if (x.Length >= FewestPlaces)
        {
            yield return Draw(map, $"{sample} section", $"{map.Name} in the section", x, heights, p => p.X, p => p.Height, "Along the coating / µm", "Height above the foil / µm", map.Thickness);
        }
        if (x.Length >= FewestPlaces && y.Length >= FewestPlaces)
        {
            yield return Draw(map, $"{sample} from above", $"{map.Name} over the whole depth, from above", x, y, p => p.X, p => p.Y, "Along the coating / µm", "Across the coating / µm", 1);
        }
    }

    private static Drawing Draw(
        ElementMap map, string name, string title, double[] x, double[] y, Func<MapPoint, double> along, Func<MapPoint, double> up, string xLabel, string yLabel, double unit)
    {
        double[,] top = new double[y.Length, x.Length], bottom = new double[y.Length, x.Length];
        foreach (MapPoint p in map.Points)
        {
            int row = Array.BinarySearch(y, up(p)), column = Array.BinarySearch(x, along(p));
            top[row, column] += p.Top;
            bottom[row, column] += p.Bottom;
        }
        var finite = new List<double>();
        for (int i = 0; i < y.Length; i++)
        {
            for (int j = 0; j < x.Length; j++)
            {
                top[i, j] = bottom[i, j] > 0 ? top[i, j] / bottom[i, j] : double.NaN;
                if (double.IsFinite(top[i, j])) finite.Add(top[i, j]);
            }
        }
        finite.Sort();
        // Single pixels of few counts would take all colours.
        (double low, double high) = (finite[(int)(Dropped * finite.Count)], finite[(int)((1 - Dropped) * (finite.Count - 1))]);
        return HeatMap.Draw(name, title, top, Side(xLabel, x, 1), Side(yLabel, y, unit), map.Name, low < high ? (low, high) : null,
            caption: "Each cell is a ratio of sums; cells with nothing to divide by are grey, and the outermost hundredth of the values has the colour of the ends.");
    }

    private static MapSide Side(string label, double[] places, double unit)
    {
        double step = (places[^1] - places[0]) / (places.Length - 1);
        return new MapSide(label, (places[0] - step / 2) * unit * 1e6, (places[^1] + step / 2) * unit * 1e6);
    }

    private static double[] Sorted(IEnumerable<double> values) => [.. values.Distinct().Order()];
}
