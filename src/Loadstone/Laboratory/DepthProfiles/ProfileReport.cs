using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.DepthProfiles;

/// <summary>Profiles through layers as results: measured ones, and predicted ones for the same axes.</summary>
public static class ProfileReport
{
    private const string Micro = "µm", RelativePlot = "profile over its mean";
    private const int Digits = 4;

    /// <summary>A measured profile.</summary>
    /// <param name="sample">Name of the sample.</param>
    /// <param name="map">The points.</param>
    /// <param name="found">What they say.</param>
    public static LaboratoryResult Of(string sample, ElementMap map, ProfileAnalysis found)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(found);
        List<NamedEstimate> numbers =
        [
            Number($"mean {map.Name}", found.Mean), Number("top third over bottom third", found.Lean), Number("slope over the mean", found.Slope),
            Number("uniformity index", found.Uniformity), Number("coefficient of variation", found.Variation),
        ];
        if (found.Lateral is { } lateral) numbers.Add(Number("lateral uniformity index", lateral));
        string errors = found.Errors switch
        {
            ProfileErrors.Counting => "Errors are those of counting.",
            ProfileErrors.Places => "Errors are those of the places along the coating among each other.",
            _ => "Errors are those of the points within each slice.",
        };
        var rule = new Paragraph(FormattableString.Invariant(
            $"{map.Name} in {found.Slices.Count} slices of the layer of {map.Thickness * 1e6:g4} µm, each a ratio of sums. Uniformity index: 1 − ½ ∫|b − 1| over the relative height, b the ratio over its mean, with the part that noise adds taken off; 1 is even. {errors}"));
        return new LaboratoryResult("profile", sample, numbers,
            [new ReportSection("Profile through the layer", [rule, Slices(map, found), OverHeight(sample, map, found), Relative(found), .. ProfileMaps.Of(sample, map)])], found.Warnings);
    }

    /// <summary>A predicted profile with the numbers and the picture of a measured one.</summary>
    /// <param name="sample">Name of the sample.</param>
    /// <param name="meanOver">Mean of the predicted quantity between two relative heights, 0 at the foil and 1 at the surface.</param>
    /// <param name="slices">Slices of the measured profile.</param>
    public static LaboratoryResult Predicted(string sample, Func<double, double, double> meanOver, int slices)
    {
        ArgumentNullException.ThrowIfNull(meanOver);
        double[] values = [.. Enumerable.Range(0, slices).Select(k => meanOver((double)k / slices, (k + 1.0) / slices))];
        double mean = values.Average();
        NamedEstimate[] numbers =
        [
            Exact("top third over bottom third", meanOver(2.0 / 3, 1) / meanOver(0, 1.0 / 3)), Exact("slope over the mean", ProfileAnalysis.SlopeOf(values)),
            Exact("uniformity index", ProfileAnalysis.UniformityOf(values)), Exact("coefficient of variation", Math.Sqrt(values.Average(v => Math.Pow(v / mean - 1, 2)))),
        ];
        var plot = new Plot(RelativePlot, "Profile over its mean", HeightAxis, RelativeAxis, [new Series("measured", Middles(slices), [.. values.Select(v => v / mean)], SeriesStyle.Line)]);
        return new LaboratoryResult("profile", sample, numbers, [new ReportSection("Profile through the layer", [plot])], []);

        static NamedEstimate Exact(string name, double value) => Number(name, Estimate.Exact(value));
    }

    private static Axis HeightAxis => new("Relative height, 0 at the foil", 0, 1);

    private static Axis RelativeAxis => new("Ratio over its mean");

    private static NamedEstimate Number(string name, Estimate estimate) => new(name, estimate, QuantityKinds.Ratio);

    private static Table Slices(ElementMap map, ProfileAnalysis found) => new("Slices, from the foil up",
        [new("from", Micro), new("to", Micro), new(map.Name), new("± 95 %"), new("over the mean")],
        [.. found.Slices.Select((slice, k) => (IReadOnlyList<string>)[
            NumberText.Format(map.Thickness * k / found.Slices.Count * 1e6, Digits), NumberText.Format(map.Thickness * (k + 1) / found.Slices.Count * 1e6, Digits),
            NumberText.Format(slice.Value, Digits), double.IsFinite(slice.HalfWidth()) ? NumberText.Format(slice.HalfWidth(), 2) : "–", NumberText.Format(slice.Value / found.Mean.Value, Digits)])]);

    private static Plot OverHeight(string sample, ElementMap map, ProfileAnalysis found)
    {
        double[] heights = [.. Middles(found.Slices.Count).Select(h => h * map.Thickness * 1e6)];
        return new Plot($"{sample} profile", $"{map.Name} through the layer", new Axis("Height above the foil / µm", 0, map.Thickness * 1e6), new Axis(map.Name), Banded(heights, found.Slices, 1));
    }

    private static Plot Relative(ProfileAnalysis found) =>
        new(RelativePlot, "Profile over its mean", HeightAxis, RelativeAxis, Banded(Middles(found.Slices.Count), found.Slices, found.Mean.Value));

    private static List<Series> Banded(double[] x, IReadOnlyList<Estimate> slices, double over)
    {
        List<Series> series = [new("measured", x, [.. slices.Select(s => s.Value / over)], SeriesStyle.Points, 0)];
        if (slices.All(s => double.IsFinite(s.HalfWidth())))
        {
            series.Add(new("95 %, low", x, [.. slices.Select(s => s.Interval().Low / over)], SeriesStyle.Dashed, 0));
            series.Add(new("95 %, high", x, [.. slices.Select(s => s.Interval().High / over)], SeriesStyle.Dashed, 0));
        }
        return series;
    }

    private static double[] Middles(int slices) => [.. Enumerable.Range(0, slices).Select(k => (k + 0.5) / slices)];
}
