namespace Loadstone.Tests;

/// <summary>A slip of the pen finds its name, and something else finds none.</summary>
public class NearestNameTests
{
    private static readonly string[] Fields = ["porosity", "loading", "thickness", "layers", "share", "nmc811", "nmc83"];

    [Theory]
    [InlineData("porosty", "porosity")]
    [InlineData("porosiyt", "porosity")]
    [InlineData("Loading", "loading")]
    [InlineData("laoding", "loading")]
    [InlineData("layer", "layers")]
    [InlineData("NMC", "nmc811")]
    [InlineData("nmc83x", "nmc83")]
    [InlineData("thick", "thickness")]
    public void A_slip_finds_its_name(string text, string name) => NearestName.Find(text, Fields).ShouldBe(name);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("temperature")]
    [InlineData("graphite")]
    public void Another_word_finds_none(string text) => NearestName.Find(text, Fields).ShouldBeNull();

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("abc", "ABC", 0)]
    [InlineData("ab", "ba", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("share", "shear", 2)]
    public void Edits_are_counted(string from, string to, int edits)
    {
        NearestName.Distance(from, to).ShouldBe(edits);
        NearestName.Distance(to, from).ShouldBe(edits);
    }
}
