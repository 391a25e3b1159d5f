using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

public sealed class ServeCommandTests
{
    [Theory]
    [InlineData("--port", "70000", "expected 0 to 65535")]
    [InlineData("--address", "nowhere", "expected one like 127.0.0.1")]
    [InlineData("--address", "0.0.0.0", "expected a token that visitors must know")]
    public void What_cannot_be_served_is_refused_with_its_reason(string option, string value, string reason)
    {
        (int code, string output, string error) = Shell.Run("serve", "--no-open", option, value);
        (code, output).ShouldBe((ExitCode.BadInput, ""));
        error.ShouldContain(reason);
        error.ShouldContain(option);
    }

    [Fact]
    public void Its_help_tells_who_can_reach_it()
    {
        string help = Shell.Run("serve", "--help").Out;
        help.ShouldContain("Only this machine can reach it");
        help.ShouldContain("Another than loopback needs --token");
    }
}
