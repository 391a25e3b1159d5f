using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Imaging.Micrographs;

/// <summary>What a micrograph says.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Layers">Layers on a section, or null.</param>
/// <param name="Dark">Dark share, or null.</param>
/// <param name="Spacing">Spacing of a lattice, or null.</param>
public sealed record MicrographAnalysis(Micrograph Picture, LayerSection? Layers, DarkShareResult? Dark, LatticeSpacingResult? Spacing);

/// <summary>A micrograph as a result.</summary>
public static class MicrographReport
{
    private const double LeastSeparation = 0.7, MostDropped = 0.25;

    /// <summary>The result.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="found">What the picture says.</param>
    public static LaboratoryResult Of(string sample, MicrographAnalysis found)
    {
        var numbers = new List<NamedEstimate>();
        var warnings = new List<string>();
        (string unit, double factor) = UnitOf(found.Picture);
        var sections = new List<ReportSection> { new("Picture", [Picture(sample, found, unit, factor)]) };
        if (found.Layers is { } layers)
        {
            foreach (MeasuredThickness layer in layers.Layers) numbers.Add(new($"thickness, {layer.Name}", layer.Thickness, QuantityKinds.Length, unit));
            foreach ((string name, Estimate ratio) in layers.Ratios) numbers.Add(new($"ratio {name}", ratio, QuantityKinds.Ratio));
            if (layers.Dropped > 0) warnings.Add(FormattableString.Invariant($"{layers.Dropped} of {layers.Dropped + layers.Edges.Count} strips do not show the layers and were left out{(layers.Dropped > MostDropped * (layers.Dropped + layers.Edges.Count) ? "; look at the picture before you trust the rest" : "")}."));
            sections.Add(new ReportSection("Layers", [Layers(layers, unit, factor), Profile(sample, found.Picture, layers, unit, factor), Edges(sample, found.Picture, layers, unit, factor)]));
        }
        if (found.Dark is { } dark)
        {
            numbers.Add(new("dark share", dark.Share, QuantityKinds.Fraction));
            if (dark.IsOtsu && dark.Separation < LeastSeparation) warnings.Add(FormattableString.Invariant($"the grey of the area does not fall into two classes (only {dark.Separation:p0} of its variance lies between them); look at the picture and name a threshold."));
            sections.Add(new ReportSection("Dark share", [new Paragraph(FormattableString.Invariant($"Pixels of at most {dark.Threshold:g5} in the area of {dark.Area.Width} × {dark.Area.Height} pixels at ({dark.Area.Left}, {dark.Area.Top}) are dark. The error is that of the mean over 4 × 4 sub-areas."))]));
        }
        if (found.Spacing is { } spacing)
        {
            numbers.Add(new("spacing", spacing.Spacing, QuantityKinds.Length, "nm"));
            (string inverse, double scale) = spacing.Frequencies.X > 1e8 ? ("1/nm", 1e-9) : ("1/µm", 1e-6);
            sections.Add(new ReportSection("Spacing",
            [
                new Paragraph(FormattableString.Invariant($"The planes lie {spacing.Spacing.Value * 1e9:g5} nm apart, across a direction at {spacing.Direction * 180 / Math.PI:f1}° to the rows; the peak has {spacing.Contrast:g3} times the power of the noise about it.")),
                HeatMap.Draw($"{sample} power", "Power by frequency", spacing.Power, new MapSide($"Frequency along x / {inverse}", -spacing.Frequencies.X * scale, spacing.Frequencies.X * scale),
                    new MapSide($"Frequency along y / {inverse}", -spacing.Frequencies.Y * scale, spacing.Frequencies.Y * scale), "log₁₀ of the power", toScale: true),
            ]));
        }
        return new LaboratoryResult("micrograph", sample, numbers, sections, warnings);
    }

    private static (string Unit, double Factor) UnitOf(Micrograph picture) => picture.Pixel.Value * Math.Max(picture.Width, picture.Height) < 1e-6 ? ("nm", 1e9) : ("µm", 1e6);

    private static Drawing Picture(string sample, MicrographAnalysis found, string unit, double factor)
    {
        Micrograph picture = found.Picture;
        double[,] grey = new double[picture.Height, picture.Width];
        for (int i = 0; i < picture.Grey.Length; i++) grey[picture.Height - 1 - i / picture.Width, i % picture.Width] = picture.Grey[i];
        return HeatMap.Draw($"{sample} picture", "Micrograph", grey, new MapSide($"x / {unit}", 0, picture.Width * picture.Pixel.Value * factor), new MapSide($"y / {unit}", 0, picture.Height * picture.Pixel.Value * factor),
            "Grey value", toScale: true, caption: FormattableString.Invariant($"{picture.Width} × {picture.Height} pixels of {picture.Pixel.Value * 1e9:g5} nm."));
    }

    private static Table Layers(LayerSection layers, string unit, double factor) => new("Layers",
        [TableColumn.Words("layer"), new("thickness", unit), new("± 95 %", unit), new("spread", unit), new("thinnest strip", unit), new("thickest strip", unit)],
        [.. layers.Layers.Select(l => (IReadOnlyList<string>)[l.Name, Shown(l.Thickness.Value * factor), Shown(l.Thickness.HalfWidth() * factor), Shown(l.Spread * factor), Shown(l.ByStrip.Min() * factor), Shown(l.ByStrip.Max() * factor)])],
        FormattableString.Invariant($"Over {layers.Edges.Count} strips side by side; edges are blurred by {layers.Blur * factor:g3} {unit} (standard deviation). ± is that of the mean, spread the standard deviation of the strips."));

    private static Plot Profile(string sample, Micrograph picture, LayerSection layers, string unit, double factor)
    {
        double[] at = [.. layers.Profile.Select((_, t) => t * picture.Pixel.Value * factor)];
        return new Plot($"{sample} profile", "Mean grey along the section", new Axis($"Position / {unit}"), new Axis("Grey value"),
            [new Series("measured", at, layers.Profile, SeriesStyle.Points, 0), new Series("regions and edges", at, layers.Fitted, SeriesStyle.Line, 1)]);
    }

    private static Plot Edges(string sample, Micrograph picture, LayerSection layers, string unit, double factor)
    {
        double width = layers.Line.Band / (layers.Edges.Count + layers.Dropped) * picture.Pixel.Value * factor;
        double[] across = [.. layers.Edges.Select((_, s) => (s + 0.5) * width)];
        return new Plot($"{sample} edges", "Edges of the layers", new Axis($"Across the band / {unit}"), new Axis($"Position along the section / {unit}"),
            [.. Enumerable.Range(0, layers.Edges[0].Length).Select(k => new Series(FormattableString.Invariant($"edge {k + 1}"), across, [.. layers.Edges.Select(e => e[k] * picture.Pixel.Value * factor)], SeriesStyle.LineAndPoints))]);
    }

    private static string Shown(double value) => double.IsFinite(value) ? FormattableString.Invariant($"{value:g4}") : "–";
}
