using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Coatings;

/// <summary>Edges of coatings as a result.</summary>
public static class EdgeReport
{
    /// <summary>The result of one scan.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="found">What it says.</param>
    public static LaboratoryResult Of(string sample, CoatingEdges found)
    {
        ArgumentNullException.ThrowIfNull(found);
        EdgeEstimates mean = found.Mean;
        var numbers = new List<NamedEstimate>
        {
            new("bulk height", found.BulkHeight, QuantityKinds.Length),
            new("H*", mean.Height, QuantityKinds.Ratio), new("B*", mean.Width, QuantityKinds.Ratio), new("R*", mean.Slope, QuantityKinds.Ratio),
        };
        if (found.GapRatio is { } gap) numbers.Add(new("G*", gap, QuantityKinds.Ratio));
        var warnings = new List<string>(found.Profile.Warnings);
        if (found.Left.Width.Value == 0 || found.Right.Width.Value == 0)
            warnings.Add($"no ridge stands out of the noise on {(found.Left.Width.Value > 0 ? "the right" : found.Right.Width.Value > 0 ? "the left" : "either")} side: H* is 1 and B* is 0 there.");
        var table = new Table("Edges",
            [TableColumn.Words("edge"), new TableColumn("H*"), new TableColumn("B*"), new TableColumn("R*"), new TableColumn("ridge width", "mm"), new TableColumn("edge to settled", "mm")],
            [Row("left", found.Left), Row("right", found.Right), Row("mean", mean)],
            FormattableString.Invariant($"H* = highest point over bulk height, B* = width above the bulk over bulk height, R* = bulk height over the width of the outer ramp (Park et al., eqns 2 to 5). ± is half of the 95 % interval. Coated width {found.CoatedWidth * 1e3:g5} mm, foil noise {found.Profile.Noise * 1e6:g3} µm over {found.Profile.FoilPoints.Left} and {found.Profile.FoilPoints.Right} points, smoothing {found.Bandwidth * 1e3:g3} mm."));
        return new LaboratoryResult("edge", sample, numbers, [new ReportSection("Edges", [table, Whole(sample, found), Near(sample, "left", found, found.Left, 1), Near(sample, "right", found, found.Right, -1)])], warnings);
    }

    private static IReadOnlyList<string> Row(string name, EdgeEstimates edge) =>
        [name, Text(edge.Height), Text(edge.Width), Text(edge.Slope), Text(edge.RidgeWidth.Times(1e3)), Text(edge.SideWidth.Times(1e3))];

    private static string Text(Estimate estimate) => LaboratoryFiles.Text(new NamedEstimate("", estimate, QuantityKinds.Ratio));

    private static Plot Whole(string sample, CoatingEdges found) => new(
        $"{sample} profile", "Profile across the web", new Axis("Position / mm"), new Axis("Height / µm"),
        [
            new Series("scan, levelled", Millimetres(found.Profile.Position), Micrometres(found.Profile.Height), SeriesStyle.Line, 0),
            new Series("bulk", [found.Left.Foot * 1e3, found.Right.Foot * 1e3], [found.BulkHeight.Value * 1e6, found.BulkHeight.Value * 1e6], SeriesStyle.Dashed, 1),
        ]);

    private static Plot Near(string sample, string side, CoatingEdges found, EdgeEstimates edge, int direction)
    {
        double reach = 2 * edge.SideWidth.Value;
        int[] near = [.. Enumerable.Range(0, found.Profile.Position.Length).Where(i => Math.Abs(found.Profile.Position[i] - edge.Foot - direction * reach / 3) < reach)];
        double bulk = found.BulkHeight.Value * 1e6, ramp = edge.SideWidth.Value - edge.RidgeWidth.Value;
        double At(double width) => (edge.Foot + direction * width) * 1e3;
        return new Plot($"{sample} {side}", $"{char.ToUpperInvariant(side[0])}{side[1..]} edge", new Axis("Position / mm"), new Axis("Height / µm"),
            [
                new Series("scan", [.. near.Select(i => found.Profile.Position[i] * 1e3)], [.. near.Select(i => found.Profile.Height[i] * 1e6)], SeriesStyle.Points, 0),
                new Series("ramp", [At(0), At(ramp)], [0, bulk], SeriesStyle.LineAndPoints, 1),
                new Series("ridge", [At(ramp), At(edge.SideWidth.Value)], [bulk, bulk], SeriesStyle.LineAndPoints, 2),
                new Series("highest", [At(0), At(edge.SideWidth.Value)], [edge.Height.Value * bulk, edge.Height.Value * bulk], SeriesStyle.Dashed, 3),
            ]);
    }

    private static double[] Millimetres(double[] values) => [.. values.Select(v => v * 1e3)];

    private static double[] Micrometres(double[] values) => [.. values.Select(v => v * 1e6)];
}
