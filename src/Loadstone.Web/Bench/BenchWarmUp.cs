using System.Text.Json;
using Loadstone.Web.Api;
using Loadstone.Web.Serving;

namespace Loadstone.Web.Bench;

/// <summary>
/// Computes answers for nobody while the page loads: the first, so that catalogue, tables and code are there when it asks; the others, since code that is
/// called often is compiled anew into a faster form, and that takes many times as long once visitors keep all processors busy. They are few: the first visitor waits beside them.
/// </summary>
internal static class BenchWarmUp
{
    private const int Answers = 8;

    private static int _begun;

    /// <summary>Begins, once in a process.</summary>
    /// <param name="queue">Where it takes its turn, as one client among the others.</param>
    /// <param name="end">Nobody is to be served any more.</param>
    public static void Begin(ComputeQueue queue, CancellationToken end)
    {
        if (Interlocked.Exchange(ref _begun, 1) == 0) _ = Task.Run(() => Answer(queue, end), end);
    }

    private static async Task Answer(ComputeQueue queue, CancellationToken end)
    {
        for (int i = 0; i < Answers && !end.IsCancellationRequested; i++)
        {
            using ComputeTurn turn = queue.Enter(null, 0, end);
            await BenchRun.Answer(new BenchRequest { Document = ExamplesApi.First }, turn, new Nobody()).ConfigureAwait(false);
        }
    }

    private sealed class Nobody : IPartSender
    {
        public Task Send<T>(string name, T part)
        {
            _ = JsonSerializer.SerializeToUtf8Bytes(part, WebJson.Options);
            return Task.CompletedTask;
        }
    }
}
