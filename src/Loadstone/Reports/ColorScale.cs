namespace Loadstone.Reports;

/// <summary>
/// Colours of a continuous quantity, dark blue over green to yellow: lightness rises evenly, so that it reads the same in print and for
/// colour-blind eyes (anchors of the viridis scale, S. van der Walt and N. Smith 2015, public domain).
/// </summary>
internal static class ColorScale
{
    private static readonly int[] Anchors = [0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6ECE58, 0xB5DE2B, 0xFDE725];

    /// <summary>Red, green and blue at a fraction of the scale, 0 to 1.</summary>
    internal static byte[] At(double fraction)
    {
        double at = (Anchors.Length - 1) * fraction;
        int below = Math.Min((int)at, Anchors.Length - 2);
        return [.. Enumerable.Range(0, 3).Select(part =>
        {
            int shift = 16 - 8 * part, low = (Anchors[below] >> shift) & 0xFF, high = (Anchors[below + 1] >> shift) & 0xFF;
            return (byte)Math.Round(low + (high - low) * (at - below));
        })];
    }
}
