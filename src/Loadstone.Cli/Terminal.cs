namespace Loadstone.Cli;

/// <summary>Where a command writes.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Errors and progress.</param>
/// <param name="Width">Characters per line of tables.</param>
/// <param name="Interactive">True when a person watches <paramref name="Error"/>, so that lines may be rewritten in place.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, int Width = Terminal.DefaultWidth, bool Interactive = false)
{
    private const int DefaultWidth = 120;
    private const int LeastWidth = 60;

    /// <summary>The terminal, file or pipe that this process writes to.</summary>
    public static Terminal OfProcess()
    {
        bool dumb = Environment.GetEnvironmentVariable("TERM") is "dumb";
        return new Terminal(Console.Out, Console.Error, WindowWidth(), !Console.IsErrorRedirected && !dumb);
    }

    private static int WindowWidth()
    {
        if (Console.IsOutputRedirected) return DefaultWidth;
        try
        {
            return Console.WindowWidth > 0 ? Math.Max(Console.WindowWidth, LeastWidth) : DefaultWidth;
        }
        catch (IOException)
        {
            return DefaultWidth;
        }
    }
}
