namespace Loadstone.Web.Laboratory;

/// <summary>How much visitors may leave, and for how long.</summary>
/// <param name="FileBytes">Most bytes of one file.</param>
/// <param name="SessionBytes">Most bytes of a session.</param>
/// <param name="Files">Most files of a session.</param>
/// <param name="Sessions">Most sessions; the one that rested longest makes room.</param>
/// <param name="Idle">Time without a request after which a session's files are deleted.</param>
internal sealed record UploadLimits(long FileBytes, long SessionBytes, int Files, int Sessions, TimeSpan Idle)
{
    private const long Megabyte = 1_000_000;

    /// <summary>Days of fast cycling in one file fit, and a disk of a few gigabytes is not filled.</summary>
    public static UploadLimits Standard { get; } = new(200 * Megabyte, 400 * Megabyte, 40, 16, TimeSpan.FromHours(2));

    /// <summary>A number of bytes in words.</summary>
    public static string Text(long bytes) => FormattableString.Invariant($"{bytes / (double)Megabyte:0.#} MB");
}
