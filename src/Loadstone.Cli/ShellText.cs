namespace Loadstone.Cli;

/// <summary>A command line as a person would type it again.</summary>
internal static class ShellText
{
    /// <summary>The arguments after <c>loadstone</c>, quoted where a shell needs it.</summary>
    public static string Of(IEnumerable<string> arguments) => "loadstone " + string.Join(' ', arguments.Select(Quoted));

    private static string Quoted(string argument)
    {
        bool plain = argument.Length > 0 && argument.All(c => char.IsLetterOrDigit(c) || "-_./:=,\\".Contains(c, StringComparison.Ordinal));
        return plain ? argument : "\"" + argument.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
    }
}
