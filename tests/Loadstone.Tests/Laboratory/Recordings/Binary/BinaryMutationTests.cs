namespace Loadstone.Tests.Laboratory.Recordings.Binary;

/// <summary>A fixed sample of damaged binary files; the benchmarks' <c>fuzz-binary</c> tries any number of them.</summary>
public sealed class BinaryMutationTests
{
    [Fact]
    public void No_damaged_file_crashes_a_reader_or_passes_nonsense_on_in_silence()
    {
        const int files = 2000;
        string path = Path.GetTempFileName();
        try
        {
            Enumerable.Range(0, files).Select(seed => BinaryMutations.Try(seed, path)).OfType<string>().ShouldBeEmpty();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
