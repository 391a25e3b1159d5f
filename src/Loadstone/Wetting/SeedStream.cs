namespace Loadstone.Wetting;

/// <summary>Seeds of independent random streams: streams of <see cref="Random"/> whose seeds are near each other resemble each other.</summary>
internal static class SeedStream
{
    /// <summary>The seed of one stream out of a person's seed and what tells its streams apart (SplitMix64: G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014).</summary>
    public static int Of(int seed, int layer, int attempt) => (int)(Mix(Mix(Mix(unchecked((uint)seed)) + unchecked((uint)layer)) + unchecked((uint)attempt)) >> 33);

    private static ulong Mix(ulong state)
    {
        unchecked
        {
            ulong z = state + 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
