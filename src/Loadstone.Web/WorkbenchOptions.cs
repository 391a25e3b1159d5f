using System.Net;
using Loadstone.Web.Laboratory;

namespace Loadstone.Web;

/// <summary>Where and to whom the workbench is served.</summary>
public sealed record WorkbenchOptions
{
    /// <summary>Address to listen on: loopback, unless a <see cref="Token"/> guards another.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port to listen on; 0 for one that is free.</summary>
    public int Port { get; init => field = value is >= 0 and <= 65535 ? value : throw new ArgumentOutOfRangeException(nameof(Port), value, "Expected 0 to 65535."); }

    /// <summary>What a visitor must know, or null where only this machine can reach the page.</summary>
    public string? Token { get; init; }

    /// <summary>The analyses that the laboratory offers.</summary>
    public IReadOnlyList<ILaboratoryAnalysis> Analyses { get; init; } = [];
}
