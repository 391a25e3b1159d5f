using System.IO.Compression;

namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>A file within an archive.</summary>
/// <param name="Name">Its name with folders.</param>
/// <param name="Open">Its content, unpacked as it is read.</param>
internal sealed record ArchiveMember(string Name, Func<Stream> Open);

/// <summary>The files of a Neware archive: by its directory where that is whole, otherwise by the header of each file.</summary>
internal sealed class NdaxArchive : IDisposable
{
    private readonly IDisposable _owner;

    private NdaxArchive(IDisposable owner, IReadOnlyList<ArchiveMember> members)
    {
        _owner = owner;
        Members = members;
    }

    /// <summary>The files, in their order in the archive.</summary>
    public IReadOnlyList<ArchiveMember> Members { get; }

    /// <summary>Opens an archive, and owns its stream.</summary>
    /// <param name="stream">The archive.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="note">Told what is wrong.</param>
    /// <exception cref="InputException">No file can be found in it.</exception>
    public static NdaxArchive Open(FileStream stream, string path, Action<string> note)
    {
        try
        {
            var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return new NdaxArchive(stream, [.. archive.Entries.Select(entry => new ArchiveMember(entry.FullName, entry.Open))]);
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or NotSupportedException or IOException)
        {
            IReadOnlyList<ArchiveMember> members = CutOffArchive.Members(stream);
            if (members.Count == 0)
                throw new InputException(FormattableString.Invariant($"the archive, of {stream.Length} bytes, has neither a directory at its end nor a whole file at its beginning; it is cut off or damaged. Copy it anew."), file: path);
            note(FormattableString.Invariant($"byte {stream.Length}: the archive is cut off or damaged there, its directory is missing; {members.Count} files are found by their own headers ({string.Join(", ", members.Select(member => member.Name))}), and the last may not be whole."));
            return new NdaxArchive(stream, members);
        }
    }

    /// <summary>The file of a name, or null.</summary>
    public ArchiveMember? Find(string name) => Members.FirstOrDefault(member => member.Name == name);

    /// <inheritdoc/>
    public void Dispose() => _owner.Dispose();
}
