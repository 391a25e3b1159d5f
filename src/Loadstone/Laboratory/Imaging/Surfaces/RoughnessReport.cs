using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Imaging.Surfaces;

/// <summary>A height map as a result.</summary>
public static class RoughnessReport
{
    private const double MostMissing = 0.05;

    /// <summary>The result.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="found">What the map says.</param>
    public static LaboratoryResult Of(string sample, RoughnessResult found)
    {
        HeightMap map = found.Levelled;
        NamedEstimate Number(string name, Estimate value) => new(name, value, QuantityKinds.Length, found.RootMeanSquare.Value < 1e-7 ? "nm" : "µm");
        NamedEstimate[] numbers =
        [
            Number("Sa", found.ArithmeticMean), Number("Sq", found.RootMeanSquare),
            Number("Sz", new Estimate(found.MaximumHeight, double.NaN)), Number("Sz of sub-areas", found.LocalMaximumHeight),
            Number("Sp", new Estimate(found.HighestPeak, double.NaN)), Number("Sv", new Estimate(found.DeepestPit, double.NaN)),
        ];
        var warnings = new List<string>();
        if (found.Missing > MostMissing) warnings.Add(FormattableString.Invariant($"{found.Missing:p1} of the points have no height; the numbers are those of the others."));
        if (found.SubAreas < 2) warnings.Add("the map is too small for sub-areas; the errors cannot be told.");
        double unit = found.RootMeanSquare.Value < 1e-7 ? 1e9 : 1e6, width = map.Columns * map.StepX * 1e6, height = map.Rows * map.StepY * 1e6;
        string heights = $"Height / {(unit > 1e8 ? "nm" : "µm")}";
        double[,] shown = new double[map.Rows, map.Columns];
        for (int i = 0; i < shown.Length; i++) shown[i / map.Columns, i % map.Columns] = map.Heights[i / map.Columns, i % map.Columns] * unit;
        double reach = 3 * found.RootMeanSquare.Value * unit;
        Drawing picture = HeatMap.Draw($"{sample} heights", "Heights above the plane", shown, new MapSide("x / µm", 0, width), new MapSide("y / µm", 0, height), heights,
            reach > 0 ? (-reach, reach) : null, toScale: true, "The colours end at ± 3 Sq.");
        int middle = map.Rows / 2;
        var profile = new Plot($"{sample} profile", "Profile through the middle", new Axis("x / µm"), new Axis(heights),
            [new Series("height", [.. Enumerable.Range(0, map.Columns).Select(i => (i + 0.5) * map.StepX * 1e6)], [.. Enumerable.Range(0, map.Columns).Select(i => shown[middle, i])])]);
        string rule = FormattableString.Invariant($"{map.Columns} × {map.Rows} points, {width:g4} × {height:g4} µm, after a least-squares plane with slopes of {found.SlopeX:g3} and {found.SlopeY:g3}; no filter. ")
            + FormattableString.Invariant($"Errors are those of the mean over {found.SubAreas} × {found.SubAreas} sub-areas. Sz is the largest of the whole map and grows with its size.");
        return new LaboratoryResult("roughness", sample, numbers, [new ReportSection("Roughness", [new Paragraph(rule), picture, profile])], warnings);
    }
}
