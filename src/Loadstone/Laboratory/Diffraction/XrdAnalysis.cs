using Loadstone.Laboratory.Peaks;

namespace Loadstone.Laboratory.Diffraction;

/// <summary>How a pattern is analysed.</summary>
/// <param name="Radiation">The X-rays.</param>
/// <param name="Correction">What all angles may be off by.</param>
/// <param name="Shape">Shape of the lines.</param>
public sealed record XrdSettings(Radiation Radiation, AngleCorrection Correction = AngleCorrection.Displacement, PeakShape Shape = PeakShape.PseudoVoigt);

/// <summary>What the pattern of a layered oxide says.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Settings">How it was analysed.</param>
/// <param name="Peaks">Its lines, named by their indices.</param>
/// <param name="BasalAngle">2θ of (003) [rad].</param>
/// <param name="BasalC">c = 3 d₀₀₃ [m], from that line alone.</param>
/// <param name="PlaneA">a [m] from (110), else (101) or (104) with that c; null where the pattern shows none of them.</param>
/// <param name="PlaneLine">The line that a is from.</param>
/// <param name="Lattice">Both by least squares of all lines; null where there are too few of them.</param>
/// <param name="OrderingRatio">Area of (003) over that of (104); null where one of them is missing.</param>
/// <param name="Warnings">What makes the numbers less sure.</param>
public sealed record XrdAnalysis(Pattern Pattern, XrdSettings Settings, PeakAnalysis Peaks, Estimate BasalAngle, Estimate BasalC, Estimate? PlaneA, string PlaneLine, LatticeFit? Lattice, Estimate? OrderingRatio, IReadOnlyList<string> Warnings)
{
    // NCM, NCA, LiNiO₂ and LiCoO₂, charged or not: d₀₀₃ 4.55 to 4.90 Å, d₁₀₄ 1.96 to 2.09 Å.
    private const double BasalLow = 4.55e-10, BasalHigh = 4.90e-10, LowestD104 = 1.96e-10, HighestD104 = 2.09e-10;

    // Half of the range about its expected place in which a line is sought [°, for Cu Kα at 2θ = 40°].
    private const double Tolerance = 0.45, Step = 0.25;

    /// <summary>Analyses a pattern.</summary>
    /// <exception cref="InputException">It does not show the (003) line of a layered oxide.</exception>
    public static XrdAnalysis Of(Pattern pattern, XrdSettings settings)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(settings);
        Radiation radiation = settings.Radiation;
        Trace trace = pattern.Trace;
        (double Angle, double Width) basal = Strongest(trace, radiation, BasalLow, BasalHigh)
            ?? throw new InputException(FormattableString.Invariant($"no line stands between {Angles.Degrees(radiation.TwoTheta(BasalHigh)):f2} and {Angles.Degrees(radiation.TwoTheta(BasalLow)):f2}°, where {radiation.Name} shows (003) of a layered oxide; is the radiation right?"), file: trace.Source);
        (double angle, double width) = Refined(trace, settings, basal);
        double c = 3 * radiation.Spacing(angle), a = StartA(trace, settings, c);
        (a, c, double shift) = WithDisplacement(trace, settings, a, c, width);
        PeakAnalysis peaks = PeakAnalysis.Of(trace, Fitting(settings) with { Windows = [.. Windows(trace, radiation, a, c, shift, width)] });
        return Read(pattern, settings, peaks, a);
    }

    private static XrdAnalysis Read(Pattern pattern, XrdSettings settings, PeakAnalysis peaks, double a)
    {
        Radiation radiation = settings.Radiation;
        FittedPeak first = peaks.Find("(003)") ?? throw new InputException("the line (003) could not be fitted.", file: pattern.Trace.Source);
        Estimate angle = first.Position.Times(Angles.Degree), basalC = Spacing(radiation, angle).Times(3);
        IndexedLine[] lines = [.. Reflection.Layered.Select(r => (Reflection: r, Peak: peaks.Find(r.Name))).Where(l => l.Peak is { } p && p.Position.StandardError > 0).Select(l => new IndexedLine(l.Reflection, l.Peak!.Position.Times(Angles.Degree)))];
        List<string> warnings = [.. peaks.Warnings];
        (Estimate? planeA, string planeLine) = PlaneAOf(lines, radiation, basalC);
        AngleCorrection correction = lines.Length > 3 ? settings.Correction : AngleCorrection.None;
        if (correction != settings.Correction) warnings.Add($"{lines.Length} lines do not tell a {settings.Correction.ToString().ToLowerInvariant()} error beside a and c; none was allowed for.");
        bool fixesBoth = lines.Length >= 3 && lines.Any(l => l.Reflection.InPlane > 0);
        LatticeFit? lattice = fixesBoth ? LatticeFit.Of(lines, radiation, correction, planeA?.Value ?? a, basalC.Value) : null;
        if (lattice is null) warnings.Add($"{lines.Length} lines are too few for lattice parameters by least squares; expected three or more.");
        Estimate? ratio = peaks.Find("(104)") is { } ordering ? first.Over(ordering) : null;
        return new XrdAnalysis(pattern, settings, peaks, angle, basalC, planeA, planeLine, lattice, ratio, warnings);
    }

    private static PeakSettings Fitting(XrdSettings settings) => new()
    {
        Shape = settings.Shape,
        Weights = PointWeights.Counts,
        Satellite = settings.Radiation.Second is { } second ? new Satellite(angle => Follower(angle, second / settings.Radiation.First), Radiation.SecondShare) : null,
    };

    // A bump lies between both lines of its doublet; its fit tells where the stronger one is [rad] and its width [°].
    private static (double Angle, double Width) Refined(Trace trace, XrdSettings settings, (double Angle, double Width) bump)
    {
        double at = Angles.Degrees(bump.Angle);
        var window = new PeakWindow("line", at - 1.5 * bump.Width, at + bump.Width) { Start = (at - bump.Width / 4, bump.Width) };
        FittedPeak line = PeakAnalysis.Of(trace, Fitting(settings) with { Windows = [window] }).Peaks[0];
        return (Angles.Radians(line.Position.Value), line.Width.Value);
    }

    private static (double Position, double Slope) Follower(double degrees, double ratio)
    {
        double half = Angles.Radians(degrees) / 2, sine = ratio * Math.Sin(half);
        return (Angles.Degrees(2 * Math.Asin(sine)), ratio * Math.Cos(half) / Math.Sqrt(1 - sine * sine));
    }

    // Angle [rad] and width [°] of the surest bump between two spacings.
    private static (double Angle, double Width)? Strongest(Trace trace, Radiation radiation, double lowSpacing, double highSpacing)
    {
        int from = trace.IndexOf(Angles.Degrees(radiation.TwoTheta(highSpacing))), to = trace.IndexOf(Angles.Degrees(radiation.TwoTheta(lowSpacing))) - 1;
        if (to - from < 3) return null;
        double[] noise = [.. trace.Signal.Select(v => Math.Sqrt(Math.Max(v, 1)))];
        List<PeakCandidate> found = PeakFinder.Find([.. trace.Signal], noise, from, to, 5);
        return found.Count == 0 ? null : (Angles.Radians(trace.Abscissa[found[0].Index]), found[0].Width * trace.Spacing);
    }

    private static double StartA(Trace trace, XrdSettings settings, double c)
    {
        const double usual = 2.87e-10;
        if (Strongest(trace, settings.Radiation, LowestD104, HighestD104) is not { } strongest) return usual;
        double spacing = settings.Radiation.Spacing(Refined(trace, settings, strongest).Angle), inPlane = 1 / (spacing * spacing) - 16 / (c * c);
        double a = Math.Sqrt(4.0 / 3 / inPlane);
        return a is > 2.75e-10 and < 2.95e-10 ? a : usual;
    }

    // A displaced sample moves (006) and (012) otherwise than (003) tells; three lines by themselves fix a, c and the displacement, as a start [°].
    private static (double A, double C, double Shift) WithDisplacement(Trace trace, XrdSettings settings, double a, double c, double width)
    {
        Radiation radiation = settings.Radiation;
        Reflection[] three = [new(0, 0, 3), new(1, 0, 1), new(1, 0, 4)];
        double reach = Tolerance * radiation.First / Radiation.Copper.First;
        PeakWindow[] windows = [.. three.Select(r => (r.Name, Place: Place(r, radiation, a, c, 0))).Where(l => l.Place - reach > trace.Abscissa[0] && l.Place + reach < trace.Abscissa[^1])
            .Select(l => new PeakWindow(l.Name, l.Place - reach, l.Place + reach) { Start = (l.Place, width) })];
        if (windows.Length < three.Length) return (a, c, 0);
        var peaks = PeakAnalysis.Of(trace, Fitting(settings) with { Windows = windows });
        if (peaks.Peaks.Count < three.Length || peaks.Peaks.Any(p => !(p.Position.StandardError > 0))) return (a, c, 0);
        var fit = LatticeFit.Of([.. three.Select(r => new IndexedLine(r, peaks.Find(r.Name)!.Position.Times(Angles.Degree)))], radiation, AngleCorrection.Displacement, a, c);
        double shift = Angles.Degrees(fit.Shift!.Value.Value);
        return Math.Abs(shift) < reach ? (fit.A.Value, fit.C.Value, shift) : (a, c, 0);
    }

    private static double Place(Reflection line, Radiation radiation, double a, double c, double shift)
    {
        double angle = radiation.TwoTheta(line.Spacing(a, c));
        return Angles.Degrees(angle) + shift * Math.Cos(angle / 2);
    }

    // Each line within reach of its place, but not beyond half of the way to its neighbours.
    private static IEnumerable<PeakWindow> Windows(Trace trace, Radiation radiation, double a, double c, double shift, double width)
    {
        (Reflection Reflection, double Angle)[] places = [.. Reflection.Layered.Select(r => (r, Place(r, radiation, a, c, shift)))
            .Where(p => double.IsFinite(p.Item2)).OrderBy(p => p.Item2)];
        double reach = Tolerance * radiation.First / Radiation.Copper.First;
        for (int i = 0; i < places.Length; i++)
        {
            double at = places[i].Angle;
            double low = Math.Max(at - reach, i > 0 ? (at + places[i - 1].Angle) / 2 : 0), high = Math.Min(at + reach, i + 1 < places.Length ? (at + places[i + 1].Angle) / 2 : double.MaxValue);
            if (low - Step * reach > trace.Abscissa[0] && high + Step * reach < trace.Abscissa[^1]) yield return new PeakWindow(places[i].Reflection.Name, low, high) { Start = (at, width) };
        }
    }

    private static Estimate Spacing(Radiation radiation, Estimate angle)
    {
        double spacing = radiation.Spacing(angle.Value);
        return angle.Through(spacing, -spacing / (2 * Math.Tan(angle.Value / 2)));
    }

    private static (Estimate? A, string Line) PlaneAOf(IndexedLine[] lines, Radiation radiation, Estimate c)
    {
        foreach (string name in (ReadOnlySpan<string>)["(110)", "(101)", "(104)"])
        {
            if (lines.FirstOrDefault(l => l.Reflection.Name == name) is not { } line) continue;
            Estimate d = Spacing(radiation, line.TwoTheta);
            double l2 = line.Reflection.L * line.Reflection.L, inverse = 1 / (d.Value * d.Value) - l2 / (c.Value * c.Value), a = Math.Sqrt(line.Reflection.InPlane / inverse);
            double byD = a / inverse / (d.Value * d.Value * d.Value), byC = -a / inverse * l2 / (c.Value * c.Value * c.Value);
            return (Regression.ErrorPropagation.Carry(a, (d, byD), (c, byC)), name);
        }
        return (null, "");
    }
}
