using Loadstone.Laboratory.Peaks;
using Loadstone.Laboratory.Regression;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Diffraction;

/// <summary>Powder patterns as results.</summary>
public static class XrdReport
{
    /// <summary>The result of one pattern.</summary>
    /// <param name="found">What it says.</param>
    /// <param name="reference">The pattern that (003) is compared with, or null.</param>
    /// <param name="shownAs">The wavelength that angles are converted to for comparison [m], or null.</param>
    /// <param name="goniometerRadius">Radius of the goniometer [m], for a displacement in micrometres, or null.</param>
    public static LaboratoryResult Of(XrdAnalysis found, XrdAnalysis? reference = null, double? shownAs = null, double? goniometerRadius = null)
    {
        ArgumentNullException.ThrowIfNull(found);
        var numbers = new List<NamedEstimate> { new("2θ of (003)", found.BasalAngle, QuantityKinds.Angle, "°") };
        double wavelength = found.Settings.Radiation.First;
        if (shownAs is { } other && Radiation.Convert(found.BasalAngle.Value, wavelength, other) is var angle && double.IsFinite(angle))
            numbers.Add(new(FormattableString.Invariant($"2θ of (003) for {other * 1e10:g6} Å"), found.BasalAngle.Through(angle, other / wavelength * Math.Cos(found.BasalAngle.Value / 2) / Math.Cos(angle / 2)), QuantityKinds.Angle, "°"));
        numbers.Add(new("c = 3 d₀₀₃", found.BasalC, QuantityKinds.Length, "Å"));
        if (found.PlaneA is { } plane) numbers.Add(new($"a from {found.PlaneLine}", plane, QuantityKinds.Length, "Å"));
        if (found.Lattice is { } lattice)
        {
            numbers.AddRange([new("a", lattice.A, QuantityKinds.Length, "Å"), new("c", lattice.C, QuantityKinds.Length, "Å"), new("c/a", lattice.Ratio, QuantityKinds.Ratio),
                new("cell volume", lattice.Volume.Times(1e30), WrittenUnit.Kind("volume", "Å³"))]);
            if (lattice.Shift is { } shift)
            {
                numbers.Add(new(lattice.Correction == AngleCorrection.Zero ? "zero error of 2θ" : "displacement error of 2θ", shift, QuantityKinds.Angle, "°"));
                // A sample that stands s too low reads 2 s cos θ/R too little.
                if (lattice.Correction == AngleCorrection.Displacement && goniometerRadius is { } radius) numbers.Add(new("height of the sample above the circle", shift.Times(radius / 2), QuantityKinds.Length, "µm"));
            }
        }
        if (found.OrderingRatio is { } ordering) numbers.Add(new("(003)/(104)", ordering, QuantityKinds.Ratio));
        var blocks = new List<ReportBlock> { new Paragraph(Words(found)), LineTable(found), Plots(found), PeakReport.Residuals(found.Peaks) };
        var warnings = new List<string>(found.Warnings);
        if (reference is not null)
        {
            Estimate moved = ErrorPropagation.Carry(found.BasalC.Value - reference.BasalC.Value, (found.BasalC, 1), (reference.BasalC, -1));
            blocks.Insert(1, new Paragraph(Shift(found, reference, moved)));
            blocks.Insert(2, Overlay(found, reference));
            bool sameRays = found.Settings.Radiation.First == reference.Settings.Radiation.First;
            if (sameRays) numbers.Add(new("shift of (003)", ErrorPropagation.Carry(found.BasalAngle.Value - reference.BasalAngle.Value, (found.BasalAngle, 1), (reference.BasalAngle, -1)), QuantityKinds.Angle, "°"));
            numbers.Add(new("change of 3 d₀₀₃", moved, QuantityKinds.Length, "Å"));
        }
        return new LaboratoryResult("xrd", found.Pattern.Trace.Sample, numbers, [new ReportSection("Powder pattern", blocks)], warnings);
    }

    private static string Words(XrdAnalysis found)
    {
        Radiation radiation = found.Settings.Radiation;
        string rays = radiation.Second is { } second
            ? FormattableString.Invariant($"{radiation.Name}: each line with its Kα₂ of half the height where {radiation.First * 1e10:g7} and {second * 1e10:g7} Å put it; angles are of Kα₁.")
            : FormattableString.Invariant($"One wavelength, {radiation.First * 1e10:g7} Å.");
        string off = found.Lattice?.Correction switch
        {
            AngleCorrection.Zero => " a and c by least squares of all lines with a zero error of 2θ.",
            AngleCorrection.Displacement => " a and c by least squares of all lines with a displacement of the sample, Δ2θ ∝ cos θ; c = 3 d₀₀₃ is not corrected.",
            AngleCorrection.None => " a and c by least squares of all lines without a correction of the angles.",
            _ => "",
        };
        return rays + off;
    }

    private static string Shift(XrdAnalysis found, XrdAnalysis reference, Estimate moved)
    {
        double angle = Angles.Degrees(found.BasalAngle.Value - found.Settings.Radiation.TwoTheta(reference.BasalC.Value / 3));
        if (Math.Abs(moved.Value) < moved.HalfWidth()) return $"(003) stands where it does for {reference.Pattern.Trace.Sample}, within the error.";
        string way = moved.Value > 0 ? "to the left: by Bragg's law the layers stand farther apart" : "to the right: by Bragg's law the layers stand closer together";
        return FormattableString.Invariant($"Against {reference.Pattern.Trace.Sample}, (003) moves by {angle:+0.0000;−0.0000}° {way}, 3 d₀₀₃ changes by {moved.Value * 1e10:+0.0000;−0.0000} ± {moved.HalfWidth() * 1e10:0.0000} Å. A displaced sample moves the line as well.");
    }

    private static Table LineTable(XrdAnalysis found)
    {
        Radiation radiation = found.Settings.Radiation;
        return new Table("Lines", [TableColumn.Words("line"), new("2θ", "°"), new("d", "Å"), new("width", "°"), new("area", "counts °"), new("measured − fitted", "°")],
            [.. found.Peaks.Peaks.Select(p => (IReadOnlyList<string>)[
                p.Name, PeakReport.Plain(p.Position), FormattableString.Invariant($"{radiation.Spacing(Angles.Radians(p.Position.Value)) * 1e10:f5}"), PeakReport.Plain(p.Width), PeakReport.Plain(p.Area), Residual(found.Lattice, p.Name)])]);
    }

    private static string Residual(LatticeFit? lattice, string name)
    {
        int index = lattice?.Lines.ToList().FindIndex(l => l.Reflection.Name == name) ?? -1;
        return index < 0 ? "–" : FormattableString.Invariant($"{Angles.Degrees(lattice!.Residuals[index]):+0.0000;−0.0000}");
    }

    private static Plot Plots(XrdAnalysis found)
    {
        Plot all = PeakReport.Plot(found.Peaks);
        return all with { Name = $"{found.Pattern.Trace.Sample} pattern", Title = "Pattern", Series = [.. all.Series.Take(3)] };
    }

    private static Plot Overlay(XrdAnalysis found, XrdAnalysis reference)
    {
        Series Drawn(XrdAnalysis one, int color)
        {
            Trace trace = one.Pattern.Converted(one.Settings.Radiation.First, found.Settings.Radiation.First);
            double centre = Angles.Degrees(found.BasalAngle.Value), reach = 12 * Math.Max(found.Peaks.Find("(003)")!.Width.Value, 0.05), height = one.Peaks.Find("(003)")!.Height.Value;
            int[] near = [.. Enumerable.Range(0, trace.Abscissa.Count).Where(i => Math.Abs(trace.Abscissa[i] - centre) < reach)];
            return new Series(trace.Sample, [.. near.Select(i => trace.Abscissa[i])], [.. near.Select(i => trace.Signal[i] / height)], SeriesStyle.LineAndPoints, color);
        }
        return new Plot($"{found.Pattern.Trace.Sample} basal line", "(003)", new Axis(FormattableString.Invariant($"2θ for {found.Settings.Radiation.Name} / °")), new Axis("Intensity over height of the line"), [Drawn(reference, 0), Drawn(found, 1)]);
    }
}
