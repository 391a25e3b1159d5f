using Loadstone.Web.Serving;

namespace Loadstone.Tests.Web;

/// <summary>Keeps the parts of an answer in place of sending them.</summary>
internal sealed class SentParts : IPartSender
{
    private readonly List<object> _parts = [];

    /// <summary>Called once, when the first part is sent.</summary>
    public Action? OnFirst { get; set; }

    /// <summary>The parts of a kind, in order.</summary>
    public IEnumerable<T> Of<T>() => _parts.OfType<T>();

    public Task Send<T>(string name, T part)
    {
        _parts.Add(part!);
        OnFirst?.Invoke();
        OnFirst = null;
        return Task.CompletedTask;
    }
}
