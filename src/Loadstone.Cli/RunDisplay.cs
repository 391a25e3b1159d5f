using Loadstone.Designs.Building;
using Loadstone.Designs.Runs;
using Spectre.Console;

namespace Loadstone.Cli;

/// <summary>Shows how far a run is: bars where a person watches, one line per finished variant else, nothing when told to be quiet.</summary>
internal static class RunDisplay
{
    /// <summary>Does the work and shows its progress on the error stream, so that results can be piped on.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="quiet">True to show nothing.</param>
    /// <param name="designs">The variants that are run.</param>
    /// <param name="work">The work, which reports to what it is given.</param>
    public static RunOutcome Show(Terminal terminal, bool quiet, IReadOnlyList<BuiltDesign> designs, Func<IProgress<RunProgress>?, RunOutcome> work)
    {
        if (quiet) return work(null);
        return terminal.Interactive ? ShowBars(terminal, designs, work) : work(new Lines(terminal.Error, designs.Count));
    }

    private static RunOutcome ShowBars(Terminal terminal, IReadOnlyList<BuiltDesign> designs, Func<IProgress<RunProgress>?, RunOutcome> work)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                ProgressTask[] bars = [.. designs.Select(design => context.AddTask(Markup.Escape(design.Design.Name), maxValue: design.Design.Run.Sum(p => p.Steps.Count)))];
                return work(new Bars(bars));
            });
    }

    private sealed class Bars(ProgressTask[] bars) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            ProgressTask bar = bars[value.Variant];
            bar.Value = value.Step;
            bar.Description = Markup.Escape(value.Text.Length == 0 ? value.Name : $"{value.Name}: {value.Text}");
        }
    }

    private sealed class Lines(TextWriter error, int count) : IProgress<RunProgress>
    {
        private readonly Lock _lock = new();
        private int _finished;

        public void Report(RunProgress value)
        {
            if (value.Text.Length > 0) return;
            lock (_lock) error.WriteLine($"{++_finished} of {count} done: {value.Name}");
        }
    }
}
