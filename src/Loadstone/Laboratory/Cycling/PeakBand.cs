using System.Globalization;

namespace Loadstone.Laboratory.Cycling;

/// <summary>A name for the highest peak of dQ/dV in a band of voltage.</summary>
/// <param name="Name">The name: H2–H3.</param>
/// <param name="Low">Lower end [V].</param>
/// <param name="High">Upper end [V].</param>
public sealed record PeakBand(string Name, double Low, double High)
{
    /// <summary>The transitions of nickel-rich layered oxides: H1–M about 3.7 V and H2–H3 about 4.2 V against lithium.</summary>
    public static IReadOnlyList<PeakBand> NickelRich { get; } = [new("H1–M", 3.55, 3.88), new("H2–H3", 4.08, 4.3)];

    /// <summary>
    /// The same transitions against graphite, whose plateaus lie 0.08 to 0.2 V above lithium and split the lower peak: stage 2 of graphite
    /// with H1–M, and H2–H3 at the end of the charge.
    /// </summary>
    public static IReadOnlyList<PeakBand> NickelRichAgainstGraphite { get; } = [new("graphite and H1–M", 3.4, 3.72), new("H2–H3", 4.0, 4.22)];

    /// <summary>The peak of the band, or null.</summary>
    /// <param name="peaks">Peaks of one curve.</param>
    /// <param name="before">The same peak a cycle before: of several the nearest to it is taken, else the highest.</param>
    public DifferentialPeak? Find(IReadOnlyList<DifferentialPeak> peaks, DifferentialPeak? before = null)
    {
        IEnumerable<DifferentialPeak> inside = peaks.Where(p => p.Position.Value >= Low && p.Position.Value <= High);
        return before is null ? inside.MaxBy(p => p.Height.Value) : inside.MinBy(p => Math.Abs(p.Position.Value - before.Position.Value));
    }

    /// <summary>A band as a person writes it: <c>H2-H3=4.1..4.3 V</c>.</summary>
    /// <exception cref="InputException">It is not written so.</exception>
    public static PeakBand Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string[] ends = equals > 0 ? text[(equals + 1)..].Replace("V", "", StringComparison.Ordinal).Split("..") : [];
        if (ends.Length == 2 && double.TryParse(ends[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double low)
            && double.TryParse(ends[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double high) && low < high)
            return new PeakBand(text[..equals].Trim(), low, high);
        throw new InputException($"\"{text}\" is no band; expected a name and two voltages such as \"H2-H3=4.1..4.3 V\".");
    }
}
