using Loadstone.Laboratory.Peaks;

namespace Loadstone.Laboratory.Diffraction;

/// <summary>A powder pattern: intensity over 2θ in degrees.</summary>
/// <param name="Trace">The pattern.</param>
/// <param name="Radiation">Its X-rays as the file tells them; null where it does not.</param>
public sealed record Pattern(Trace Trace, Radiation? Radiation)
{
    private const double LargestAngle = 180;

    /// <summary>Reads a pattern: PANalytical's <c>.xrdml</c>, a table with a header, or bare columns of 2θ and intensity.</summary>
    /// <exception cref="InputException">It cannot be read, angles are not those of a diffractometer, or counts are negative.</exception>
    public static Pattern Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Pattern read = path.EndsWith(".xrdml", StringComparison.OrdinalIgnoreCase) ? XrdmlFile.Load(path) : new Pattern(TraceFile.Load(path)[0], null);
        Trace trace = read.Trace;
        if (trace.X.Unit is not ("" or "°" or "deg" or "degree" or "degrees"))
            throw new InputException($"the abscissa \"{trace.X.Label}\" is not in degrees; expected 2θ / °.", file: path);
        if (trace.Abscissa[0] <= 0 || trace.Abscissa[^1] >= LargestAngle)
            throw new InputException(FormattableString.Invariant($"the angles reach from {trace.Abscissa[0]:g6} to {trace.Abscissa[^1]:g6}; expected 2θ between 0 and 180°."), file: path);
        for (int i = 0; i < trace.Signal.Count; i++)
        {
            if (trace.Signal[i] < 0) throw new InputException(FormattableString.Invariant($"the intensity at {trace.Abscissa[i]:g6}° is {trace.Signal[i]:g6}; expected counts of 0 or more."), file: path);
        }
        return read with { Trace = trace with { X = new TraceAxis("2θ", "°"), Y = trace.Y with { Name = "Intensity" } } };
    }

    /// <summary>The pattern as another wavelength would show it: each angle by sin θ₂ = (λ₂/λ₁) sin θ₁, those that it does not reach left out.</summary>
    /// <param name="from">λ₁ [m].</param>
    /// <param name="to">λ₂ [m].</param>
    public Trace Converted(double from, double to)
    {
        double[] angles = [.. Trace.Abscissa.Select(a => Angles.Degrees(Diffraction.Radiation.Convert(Angles.Radians(a), from, to)))];
        int[] kept = [.. Enumerable.Range(0, angles.Length).Where(i => double.IsFinite(angles[i]))];
        return Trace with { Abscissa = [.. kept.Select(i => angles[i])], Signal = [.. kept.Select(i => Trace.Signal[i])] };
    }
}

/// <summary>Degrees and radians.</summary>
internal static class Angles
{
    internal const double Degree = Math.PI / 180;

    internal static double Radians(double degrees) => degrees * Degree;

    internal static double Degrees(double radians) => radians / Degree;
}
