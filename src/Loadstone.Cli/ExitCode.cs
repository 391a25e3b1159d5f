namespace Loadstone.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Failed or stopped, with a reason on the error stream.</summary>
    public const int Failed = 1;

    /// <summary>Bad input or bad arguments; nothing was written.</summary>
    public const int BadInput = 2;
}
