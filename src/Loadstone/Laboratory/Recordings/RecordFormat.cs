namespace Loadstone.Laboratory.Recordings;

/// <summary>The beginning of a file, by which its format is recognised.</summary>
/// <param name="Bytes">Up to the first 64 KiB.</param>
/// <param name="Text">The same as text: UTF-8 or UTF-16 where the bytes are that, Latin-1 otherwise.</param>
/// <param name="Path">The file's path; content counts for more than the extension.</param>
public sealed record FileHead(ReadOnlyMemory<byte> Bytes, string Text, string Path)
{
    /// <summary>Bytes looked at.</summary>
    public const int Length = 65536;
}

/// <summary>A format of an instrument's files.</summary>
/// <param name="Name">Its name for people: <c>BioLogic .mpr</c>.</param>
/// <param name="Covers">Versions of instrument and program that it was seen to read, for the documentation.</param>
/// <param name="Recognises">Whether a file is of this format, by its beginning.</param>
/// <param name="Open">Opens a file; throws an <see cref="InputException"/> where it cannot be used.</param>
public sealed record RecordFormat(string Name, string Covers, Func<FileHead, bool> Recognises, Func<string, RecordReader> Open);
