using System.Security.Cryptography;

namespace Loadstone.Web.Laboratory;

/// <summary>A file that was handed in.</summary>
/// <param name="Id">Name by which requests mean it, which nobody can guess.</param>
/// <param name="Name">Name of the file for people, by which samples are named too.</param>
/// <param name="Path">Where it is kept.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record UploadedFile(string Id, string Name, string Path, long Bytes);

/// <summary>The files of one page.</summary>
internal sealed class UploadSession(DirectoryInfo folder, UploadLimits limits)
{
    private const int Block = 1 << 16, LongestName = 100;

    private readonly List<UploadedFile> _files = [];
    private readonly Lock _lock = new();

    /// <summary>Time stamp of the last request.</summary>
    public long LastUse { get; set; }

    /// <summary>The files in the order in which they came.</summary>
    public IReadOnlyList<UploadedFile> Files
    {
        get
        {
            lock (_lock) return [.. _files];
        }
    }

    /// <summary>Takes a file as it comes; one of the same name is replaced.</summary>
    /// <param name="given">Name that the page gave.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="cancellation">Stops it; nothing is left behind.</param>
    /// <exception cref="InputException">It is larger than one may be, or there are too many.</exception>
    public async Task<UploadedFile> AddAsync(string given, Stream content, CancellationToken cancellation)
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), name = Plain(given);
        long room = limits.SessionBytes - Files.Where(file => file.Name != name).Sum(file => file.Bytes);
        if (Files.Count(file => file.Name != name) >= limits.Files) throw new InputException($"{limits.Files} files are here already, which is the most; take some away first.", file: name);
        // Analyses name samples by their files: the name stays, plain, within a folder that the page does not name.
        DirectoryInfo place = folder.CreateSubdirectory(id);
        try
        {
            string path = Path.Combine(place.FullName, name);
            long bytes = await CopyAsync(content, path, name, room, cancellation).ConfigureAwait(false);
            var file = new UploadedFile(id, name, path, bytes);
            UploadedFile[] replaced;
            lock (_lock)
            {
                replaced = [.. _files.Where(other => other.Name == name)];
                _files.RemoveAll(other => other.Name == name);
                _files.Add(file);
            }
            foreach (UploadedFile other in replaced) Delete(new DirectoryInfo(Path.GetDirectoryName(other.Path)!));
            return file;
        }
        catch
        {
            Delete(place);
            throw;
        }
    }

    /// <summary>A file by its <see cref="UploadedFile.Id"/>.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public UploadedFile Find(string id) => Files.FirstOrDefault(file => file.Id == id) ?? throw new InputException("this file is no longer kept here; hand it in again.");

    /// <summary>A file by its name, or null.</summary>
    public UploadedFile? Named(string name) => Files.FirstOrDefault(file => file.Name == name);

    /// <summary>Deletes a file.</summary>
    public void Remove(string id)
    {
        UploadedFile? file;
        lock (_lock)
        {
            file = _files.Find(one => one.Id == id);
            if (file is not null) _files.Remove(file);
        }
        if (file is not null) Delete(new DirectoryInfo(Path.GetDirectoryName(file.Path)!));
    }

    /// <summary>Deletes all files.</summary>
    public void Close() => Delete(folder);

    /// <summary>Deletes a folder; what another program holds open stays until the system clears its temporary files.</summary>
    internal static void Delete(DirectoryInfo folder)
    {
        try
        {
            if (folder.Exists) folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An analysis may still read it.
        }
    }

    /// <summary>The last part of a name, of letters, digits and what is harmless in every file system.</summary>
    internal static string Plain(string given)
    {
        string last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        string plain = string.Concat(last.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ' ' or '(' or ')' ? c : '_')).Trim(' ', '.');
        if (plain.Length > LongestName) plain = plain[^LongestName..].TrimStart(' ', '.');
        return plain.Length == 0 ? "file" : plain;
    }

    private async Task<long> CopyAsync(Stream content, string path, string name, long room, CancellationToken cancellation)
    {
        byte[] block = new byte[Block];
        long bytes = 0;
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, Block, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            for (int read; (read = await content.ReadAsync(block, cancellation).ConfigureAwait(false)) > 0;)
            {
                bytes += read;
                if (bytes > limits.FileBytes) throw new InputException($"the file is larger than {UploadLimits.Text(limits.FileBytes)}, which is the most that is taken.", file: name);
                if (bytes > room) throw new InputException($"all files together are larger than {UploadLimits.Text(limits.SessionBytes)}, which is the most that is kept; take some away first.", file: name);
                await file.WriteAsync(block.AsMemory(0, read), cancellation).ConfigureAwait(false);
            }
        }
        return bytes;
    }
}
