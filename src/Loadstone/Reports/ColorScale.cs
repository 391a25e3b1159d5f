namespace Loadstone.Reports;

/// <summary>
/// Colours of a continuous quantity, dark blue over green to yellow: lightness rises evenly, so that it reads the same in print and for
/// colour-blind eyes (anchors of the viridis scale, S. van der Walt and N. Smith 2015, public domain).
/// </summary>
internal static class ColorScale
{
    /// <summary>Colours in <see cref="Table"/>, from low to high.</summary>
    internal const int Count = 255;

    private static readonly int[] Anchors = [0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6ECE58, 0xB5DE2B, 0xFDE725];

    /// <summary>Red, green and blue of each colour, and of a light grey for what has no value as the last.</summary>
    internal static byte[] Table { get; } = Build();

    private static byte[] Build()
    {
        byte[] table = new byte[3 * (Count + 1)];
        for (int i = 0; i < Count; i++)
        {
            double at = (Anchors.Length - 1) * i / (Count - 1.0);
            int below = Math.Min((int)at, Anchors.Length - 2);
            for (int part = 0; part < 3; part++)
            {
                int shift = 16 - 8 * part, low = (Anchors[below] >> shift) & 0xFF, high = (Anchors[below + 1] >> shift) & 0xFF;
                table[3 * i + part] = (byte)Math.Round(low + (high - low) * (at - below));
            }
        }
        table.AsSpan(3 * Count).Fill(0xE6);
        return table;
    }
}
