using Loadstone.Designs.Infiltration;
using Loadstone.Wetting;

namespace Loadstone.Tests.Designs.Infiltration;

public class RankingTextTests
{
    /// <summary>Ratios may come in any order and twice: shares rise, and each is run once.</summary>
    [Fact]
    public void Ratios_are_shares_of_large_particles_in_their_order() =>
        RankingText.LargeShares("7:3, 3:7,1:0, 30:70", "--ratios").ShouldBe([0.3, 0.7, 1]);

    [Fact]
    public void Arrangements_are_found_by_their_short_names() =>
        RankingText.Arrangements("s-l, Mix, L→S", "--arrangements").ShouldBe([Arrangement.SmallThenLarge, Arrangement.Mixed, Arrangement.Graded]);

    [Fact]
    public void Gaps_and_angles_are_told_in_si()
    {
        RankingText.Gaps("0.4 µm, 1 µm", "--gap").ShouldBe([0.4e-6, 1e-6]);
        RankingText.ContactAngles("0°, 90°", "--angle").ShouldBe([0, Math.PI / 2]);
    }

    /// <summary>Whoever writes a list must be told which of its parts is wrong, and where it was given.</summary>
    [Theory]
    [InlineData("3:7, 5", "\"5\" is no ratio")]
    [InlineData("0:0", "is no ratio")]
    [InlineData("-1:2", "is no ratio")]
    [InlineData("", "is no ratio")]
    public void What_is_no_ratio_is_told(string text, string words) => Told(() => RankingText.LargeShares(text, "--place"), words);

    [Theory]
    [InlineData("L-S, X-Y", "\"X-Y\" is no arrangement; expected L-S, S-L, Mix, L→S, S→L")]
    public void What_is_no_arrangement_is_told_with_all_that_are(string text, string words) => Told(() => RankingText.Arrangements(text, "--place"), words);

    [Theory]
    [InlineData("30°, 91°", "the contact angle is 91°")]
    [InlineData("30", "")]
    public void Angles_that_do_not_wet_are_told(string text, string words) => Told(() => RankingText.ContactAngles(text, "--place"), words);

    [Theory]
    [InlineData("0.8 µm, 0 µm")]
    [InlineData("0.8 µm, 3 V")]
    public void Gaps_that_are_none_are_told(string text) => Told(() => RankingText.Gaps(text, "--place"), "");

    private static void Told(Func<object> read, string words)
    {
        InputException error = Should.Throw<InputException>(() => read());
        error.Message.ShouldStartWith("--place: ");
        error.Message.ShouldContain(words);
    }
}
