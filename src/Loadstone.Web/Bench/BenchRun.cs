using System.Diagnostics;
using Loadstone.Cells;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Runs;
using Loadstone.Electrochemistry;
using Loadstone.Web.Serving;

namespace Loadstone.Web.Bench;

/// <summary>All that follows from a document, sent part by part: what a hand on a slider waits for comes first.</summary>
internal static class BenchRun
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="turn">Its turn on the processors.</param>
    /// <param name="send">Sends a part.</param>
    /// <exception cref="InputException">The document cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The client is gone, or has sent a newer request.</exception>
    public static async Task Answer(BenchRequest request, ComputeTurn turn, IPartSender send)
    {
        long start = Stopwatch.GetTimestamp();
        Prepared prepared = await turn.Run(_ => Prepare(request)).ConfigureAwait(false);
        BuiltDesign built = prepared.Built;
        // Discharges are computed while the first parts are on their way.
        Task first = First(prepared, send);
        Task<StepResult>[] rates = [.. prepared.Rates.Select((rate, i) => Discharge(built, rate, i, turn, first, send))];
        await Task.WhenAll([first, .. rates]).ConfigureAwait(false);
        StepResult[] steps = [.. rates.Select(rate => rate.Result)];

        Task numbers = Numbers(built, prepared, steps, turn, send);
        Task detail = prepared.Detail is { } looked ? Detail(built, looked, prepared, steps, turn, send) : Task.CompletedTask;
        await Task.WhenAll(numbers, detail).ConfigureAwait(false);
        await send.Send("done", new DonePart(Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 1))).ConfigureAwait(false);
    }

    private static Prepared Prepare(BenchRequest request)
    {
        DesignDocument document = PageDocument.Read(request.Document);
        Design design = PageDocument.Variant(document, request.Variant);
        IReadOnlyList<double> rates = BenchDischarge.Rates(request.Rates, design);
        double? detail = string.IsNullOrEmpty(request.Detail) ? null : BenchDischarge.Rate(request.Detail);
        BuiltDesign built = DesignBuilder.Build(design);
        _ = CellBalance.PotentialsAt(built.Cell, 1);
        return new Prepared(built, rates, detail, BenchStack.Of(built), BenchNumbers.Of(built));
    }

    private static async Task First(Prepared prepared, IPartSender send)
    {
        await send.Send("structure", prepared.Stack).ConfigureAwait(false);
        await send.Send("numbers", prepared.Numbers).ConfigureAwait(false);
    }

    private static async Task<StepResult> Discharge(BuiltDesign built, double rate, int index, ComputeTurn turn, Task first, IPartSender send)
    {
        StepResult step = await turn.Run(cancellation => BenchDischarge.Run(built, rate, null, cancellation)).ConfigureAwait(false);
        await first.ConfigureAwait(false);
        await send.Send("rate", BenchDischarge.Part(built, rate, index, step)).ConfigureAwait(false);
        return step;
    }

    private static async Task Numbers(BuiltDesign built, Prepared prepared, StepResult[] steps, ComputeTurn turn, IPartSender send)
    {
        List<string> warnings = [];
        EnergyVariant? energy = built.Design.Pouch is null ? null : await turn.Run(cancellation => Energy(built, warnings, cancellation), later: true).ConfigureAwait(false);
        if (built.ZonedCell is not null && prepared.Detail is not null) warnings.Add("losses and profiles are those of the electrode without its zones.");
        await send.Send("numbers", BenchEnergyNumbers.Of(built, prepared.Stack, [.. prepared.Rates.Zip(steps)], energy, warnings)).ConfigureAwait(false);
    }

    private static EnergyVariant? Energy(BuiltDesign built, List<string> warnings, CancellationToken cancellation)
    {
        try
        {
            return EnergyRunner.Run(built, cancellation: cancellation);
        }
        catch (InputException e)
        {
            warnings.Add($"no energy of the pouch: {e.Message}");
            return null;
        }
    }

    private static async Task Detail(BuiltDesign built, double rate, Prepared prepared, StepResult[] steps, ComputeTurn turn, IPartSender send)
    {
        int known = built.ZonedCell is null ? prepared.Rates.ToList().IndexOf(rate) : -1;
        StepResult step = await turn.Run(cancellation => BenchDetail.Run(built, rate, known < 0 ? null : steps[known], cancellation), later: true).ConfigureAwait(false);
        await send.Send("losses", await turn.Run(_ => BenchDetail.Losses(built, rate, step), later: true).ConfigureAwait(false)).ConfigureAwait(false);
        MapsPart maps = await turn.Run(_ => BenchDetail.Maps(built, rate, step, prepared.Stack), later: true).ConfigureAwait(false);
        await send.Send("maps", maps).ConfigureAwait(false);
        if (BenchWarnings.OfSalt(maps, prepared.Stack) is { } warning) await send.Send("numbers", new NumbersPart([], [warning])).ConfigureAwait(false);
    }

    private sealed record Prepared(BuiltDesign Built, IReadOnlyList<double> Rates, double? Detail, StackPart Stack, NumbersPart Numbers);
}
