using Loadstone.Web.Api;
using Loadstone.Web.Serving;

namespace Loadstone.Web.Bench;

/// <summary>Computes a first answer for nobody while the page loads, so that catalogue, tables and compiled code are there when it asks.</summary>
internal static class BenchWarmUp
{
    private static int _begun;

    /// <summary>Begins, once in a process.</summary>
    public static void Begin()
    {
        if (Interlocked.Exchange(ref _begun, 1) == 0) _ = Task.Run(Answer);
    }

    private static async Task Answer()
    {
        using ComputeTurn turn = new ComputeQueue(1).Enter(null, 0, CancellationToken.None);
        await BenchRun.Answer(new BenchRequest { Document = ExamplesApi.First }, turn, new Nobody()).ConfigureAwait(false);
    }

    private sealed class Nobody : IPartSender
    {
        public Task Send<T>(string name, T part)
        {
            _ = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(part, WebJson.Options);
            return Task.CompletedTask;
        }
    }
}
