namespace Loadstone.Tests.Laboratory.Recordings;

/// <summary>A fixed sample of damaged files; the benchmarks' <c>fuzz</c> tries any number of them.</summary>
public sealed class MutationTests
{
    [Fact]
    public void NoDamagedFileCrashesAReader()
    {
        const int files = 2000;
        string path = Path.GetTempFileName();
        try
        {
            Enumerable.Range(0, files).Select(seed => Mutations.Try(seed, path)).OfType<string>().ShouldBeEmpty();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
