using System.Collections.Concurrent;
using Spectre.Console;

namespace Loadstone.Cli.Infiltration;

/// <summary>Works through cases one after another and shows how far it is: a bar where a person watches, a line per finished case else.</summary>
/// <param name="terminal">Where to show it: on its error stream, so that results can be piped on.</param>
/// <param name="quiet">True to show nothing.</param>
/// <param name="cancellation">Stops between two cases; the work itself may watch it too.</param>
internal sealed class CaseDisplay(Terminal terminal, bool quiet, CancellationToken cancellation)
{
    /// <summary>Works through the cases.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="work">The work on one of them, by its place, which may report the share that is done.</param>
    public IReadOnlyList<T> Each<T>(IReadOnlyList<string> names, Func<int, IProgress<double>, T> work)
    {
        if (quiet) return Run(names, work, static (_, _) => { });
        if (!terminal.Interactive) return Run(names, work, Line);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask(Markup.Escape(names[0]), maxValue: names.Count);
                return Run(names, work, (k, share) => (bar.Value, bar.Description) = (k + share, Markup.Escape(names[k])));
            });

        void Line(int k, double share)
        {
            if (share >= 1 && names.Count > 1) terminal.Error.WriteLine(FormattableString.Invariant($"{k + 1} of {names.Count} done: {names[k]}"));
        }
    }

    /// <summary>Works through cases that go on beside each other.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="work">The work on all of them, which tells the share that is done of each, by its place, from many threads.</param>
    public T Together<T>(IReadOnlyList<string> names, Func<Action<int, double>, T> work)
    {
        if (quiet) return work(static (_, _) => { });
        int finished = 0;
        if (!terminal.Interactive) return work(Line);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                var bars = new ConcurrentDictionary<int, ProgressTask>();
                return work((k, share) => bars.GetOrAdd(k, _ => context.AddTask(Markup.Escape(names[k]), maxValue: 1)).Value = share);
            });

        void Line(int k, double share)
        {
            if (share < 1 || names.Count == 1) return;
            lock (names) terminal.Error.WriteLine(FormattableString.Invariant($"{++finished} of {names.Count} done: {names[k]}"));
        }
    }

    private T[] Run<T>(IReadOnlyList<string> names, Func<int, IProgress<double>, T> work, Action<int, double> show)
    {
        var results = new T[names.Count];
        for (int k = 0; k < results.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            show(k, 0);
            results[k] = work(k, new Share(share => show(k, Math.Min(share, 0.999))));
            show(k, 1);
        }
        return results;
    }

    private sealed class Share(Action<double> show) : IProgress<double>
    {
        public void Report(double value) => show(value);
    }
}
