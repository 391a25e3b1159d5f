using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Loadstone.Web.Laboratory;

/// <summary>
/// Files that pages have handed in, each page's in a folder of its own that no name from outside leads to. They are deleted when they are replaced, when their
/// page has been quiet for long, and at the end.
/// </summary>
internal sealed class UploadStore : IDisposable
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, UploadSession> _sessions = new(StringComparer.Ordinal);
    private readonly Lock _opening = new();
    private readonly TimeProvider _time;
    private readonly UploadLimits _limits;
    private readonly ITimer _sweeper;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("loadstone-");

    public UploadStore(TimeProvider time, UploadLimits limits)
    {
        (_time, _limits) = (time, limits);
        _sweeper = time.CreateTimer(_ => DropIdle(), null, Sweep, Sweep);
    }

    /// <summary>Where the files are, for tests.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Most bytes of one file.</summary>
    public long FileBytes => _limits.FileBytes;

    /// <summary>A new session.</summary>
    /// <returns>Its name, which nobody can guess.</returns>
    public string Open()
    {
        string name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        lock (_opening)
        {
            while (_sessions.Count >= _limits.Sessions) Drop(_sessions.MinBy(entry => entry.Value.LastUse).Key);
            _sessions[name] = new UploadSession(_folder.CreateSubdirectory(name), _limits) { LastUse = _time.GetTimestamp() };
        }
        return name;
    }

    /// <summary>A session.</summary>
    /// <exception cref="InputException">It is over, or there never was one.</exception>
    public UploadSession Find(string name)
    {
        if (!_sessions.TryGetValue(name, out UploadSession? session)) throw new InputException("the files are no longer kept here; hand them in again.");
        session.LastUse = _time.GetTimestamp();
        return session;
    }

    /// <summary>Deletes what nobody has asked for lately.</summary>
    public void DropIdle()
    {
        foreach ((string name, UploadSession session) in _sessions)
        {
            if (_time.GetElapsedTime(session.LastUse) > _limits.Idle) Drop(name);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sweeper.Dispose();
        foreach (string name in _sessions.Keys) Drop(name);
        UploadSession.Delete(_folder);
    }

    private void Drop(string name)
    {
        if (_sessions.TryRemove(name, out UploadSession? session)) session.Close();
    }
}
