namespace Loadstone.Laboratory.Peaks;

/// <summary>The peaks of a trace.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Settings">How they were sought.</param>
/// <param name="Below">The baseline that was taken off before the fit, at every point; null where it was fitted with the peaks.</param>
/// <param name="Groups">Ranges that were fitted, by rising abscissa.</param>
/// <param name="IsCounted">Whether the points were weighted as counts.</param>
/// <param name="Warnings">What makes the numbers less sure.</param>
public sealed record PeakAnalysis(Trace Trace, PeakSettings Settings, IReadOnlyList<double>? Below, IReadOnlyList<PeakGroup> Groups, bool IsCounted, IReadOnlyList<string> Warnings)
{
    /// <summary>All peaks, by rising abscissa.</summary>
    public IReadOnlyList<FittedPeak> Peaks { get; } = [.. Groups.SelectMany(g => g.Peaks).OrderBy(p => p.Position.Value)];

    /// <summary>Finds and fits the peaks of a trace.</summary>
    /// <exception cref="InputException">A window lies outside of the trace, there is no peak, or counts are negative.</exception>
    public static PeakAnalysis Of(Trace trace, PeakSettings settings) => new PeakSearch(trace, settings).Run();

    /// <summary>The peak of a name, or null where it was not found.</summary>
    public FittedPeak? Find(string name) => Peaks.FirstOrDefault(p => p.Name == name);
}
