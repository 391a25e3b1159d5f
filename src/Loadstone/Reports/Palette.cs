namespace Loadstone.Reports;

/// <summary>How one series looks: indices into the tables of <see cref="Palette"/>.</summary>
internal readonly record struct Look(string Color, string DarkColor, string Dash, Marker Marker);

/// <summary>Shapes of markers, in the order in which series take them.</summary>
internal enum Marker
{
    Circle,
    Square,
    Triangle,
    Diamond,
    InvertedTriangle,
    Cross,
}

/// <summary>
/// Colours, dashes and markers of series. The colours are those of Okabe and Ito (2008), which colour-blind readers can tell
/// apart, without the yellow, which white paper swallows; dash and marker differ as well, so that a grey copy can be read.
/// </summary>
internal static class Palette
{
    private const string Dashed = "6 4";
    private static readonly string[] Colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#333333"];
    private static readonly string[] DarkColors = ["#4FA8E0", "#F08040", "#2CC295", "#E09CC4", "#F0B840", "#8FD0F5", "#D8D8D8"];
    private static readonly string[] Dashes = ["", "14 3", "10 3 2 3", "2 2.5", "14 3 2 3 2 3"];

    /// <summary>The look of every series of a plot, in order.</summary>
    internal static Look[] Looks(IReadOnlyList<Series> series)
    {
        var taken = new HashSet<int>(series.Where(s => s.ColorGroup is not null).Select(s => s.ColorGroup!.Value));
        var looks = new Look[series.Count];
        int next = 0;
        for (int i = 0; i < looks.Length; i++)
        {
            if (series[i].ColorGroup is not { } index)
            {
                while (taken.Contains(next)) next++;
                index = next++;
            }

            string dash = series[i].Style == SeriesStyle.Dashed ? Dashed : Dashes[index % Dashes.Length];
            looks[i] = new Look(Colors[index % Colors.Length], DarkColors[index % DarkColors.Length], dash, (Marker)(index % 6));
        }

        return looks;
    }
}
