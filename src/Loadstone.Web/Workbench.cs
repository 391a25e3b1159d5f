using System.Net;
using Loadstone.Web.Api;
using Loadstone.Web.Bench;
using Loadstone.Web.Laboratory;
using Loadstone.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loadstone.Web;

/// <summary>The workbench: the library behind a page in the browser.</summary>
public sealed class Workbench : IAsyncDisposable
{
    private const long LargestBody = 1 << 20; // bytes; calls that take files state their own

    private readonly WebApplication _app;

    private Workbench(WebApplication app, Uri address) => (_app, Address) = (app, address);

    /// <summary>Address of the page.</summary>
    public Uri Address { get; }

    /// <summary>What is served.</summary>
    internal IServiceProvider Services => _app.Services;

    /// <summary>Starts serving.</summary>
    /// <param name="options">Where and to whom.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="InputException">Another address than loopback has no token, the port is taken, or the page was not built.</exception>
    public static Task<Workbench> StartAsync(WorkbenchOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return StartAsync(options, null, cancellation);
    }

    /// <summary>Starts serving with another page than the built one.</summary>
    internal static async Task<Workbench> StartAsync(WorkbenchOptions options, PageFiles? page, CancellationToken cancellation)
    {
        if (!IPAddress.IsLoopback(options.Address) && string.IsNullOrEmpty(options.Token))
            throw new InputException($"{options.Address} can be reached from other machines; expected a token that visitors must know, or a loopback address.", file: "--address");
        page ??= PageFiles.Load(typeof(Workbench).Assembly);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(options.Address, options.Port);
        });
        builder.Services.AddOpenApi(description => ApiDescription.Set(description));
        builder.Services.AddSingleton(new ComputeQueue(Environment.ProcessorCount));
        builder.Services.ConfigureHttpJsonOptions(json => WebJson.Set(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddSingleton(_ => new UploadStore(TimeProvider.System, UploadLimits.Standard));
        builder.Services.AddSingleton(services => new AnalysisWork(services.GetRequiredService<UploadStore>(), options.Analyses));
        WebApplication app = builder.Build();
        app.UseMiddleware<Guard>(options);
        app.UseMiddleware<Problems>();
        app.MapOpenApi();
        app.MapGroup("/api").MapWorkbench();
        page.Map(app);
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw new InputException($"port {options.Port} cannot be listened on: {e.Message}", file: "--port");
        }
        BenchWarmUp.Begin(app.Services.GetRequiredService<ComputeQueue>(), app.Lifetime.ApplicationStopping);
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new Workbench(app, new Uri(address));
    }

    /// <summary>Waits until serving is to stop.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        // A request of the system to end (SIGTERM) reaches the server alone.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _app.Lifetime.ApplicationStopping);
        try
        {
            await Task.Delay(Timeout.Infinite, end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await _app.StopAsync(soon.Token).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
