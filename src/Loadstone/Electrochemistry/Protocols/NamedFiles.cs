namespace Loadstone.Electrochemistry.Protocols;

/// <summary>What becomes of files that a protocol names: they are looked for in a folder, or refused because whoever wrote the protocol may not read files here.</summary>
public sealed class NamedFiles
{
    private readonly string? _folder;
    private readonly bool _areRefused;

    private NamedFiles(string? folder, bool areRefused) => (_folder, _areRefused) = (folder, areRefused);

    /// <summary>No file is read.</summary>
    public static NamedFiles Refused { get; } = new(null, true);

    /// <summary>Files are looked for in the current folder.</summary>
    public static NamedFiles InCurrentFolder { get; } = new(null, false);

    /// <summary>Files are looked for in a folder.</summary>
    /// <param name="folder">The folder; null for the current one.</param>
    public static NamedFiles In(string? folder) => folder is null ? InCurrentFolder : new(folder, false);

    /// <summary>Path of a file.</summary>
    /// <exception cref="InputException">Files are refused.</exception>
    internal string PathOf(string name)
    {
        if (_areRefused) throw new InputException($"\"{name}\" names a file, and files are not read from here; expected a step in words, or run the document with the command line beside its files.");
        return _folder is null ? name : Path.Combine(_folder, name);
    }
}
