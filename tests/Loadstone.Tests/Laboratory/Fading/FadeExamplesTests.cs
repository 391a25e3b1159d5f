namespace Loadstone.Tests.Laboratory.Fading;

/// <summary>
/// The examples are what their generator makes, so that their truth is known. Write them anew with
/// <c>LOADSTONE_WRITE_DOCS=1 dotnet test -c Release --filter FadeExamples</c>.
/// </summary>
public class FadeExamplesTests
{
    [Fact]
    public void Examples_are_those_of_their_generator()
    {
        foreach ((double psi, string name) in FadeExamples.Samples)
        {
            string path = Path.Combine(Repository.Root, "examples", "laboratory", name + ".bdf.csv"), text = FadeExamples.Recording(psi);
            if (Environment.GetEnvironmentVariable("LOADSTONE_WRITE_DOCS") == "1") File.WriteAllText(path, text);
            File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(text);
        }
    }
}
