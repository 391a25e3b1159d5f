namespace Loadstone.Tests.Laboratory.Imaging;

/// <summary>A fixed sample of them; the benchmarks' <c>fuzz-images</c> tries any number.</summary>
public sealed class PictureMutationTests
{
    [Fact]
    public void No_damaged_picture_crashes_the_reader()
    {
        const int files = 2000;
        string path = Path.GetTempFileName();
        try
        {
            Enumerable.Range(0, files).Select(seed => PictureMutations.Try(seed, path)).OfType<string>().ShouldBeEmpty();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
