using System.Text;

namespace Loadstone.Formats;

/// <summary>Writes files whole or not at all: to a temporary name beside the file, then moved into place.</summary>
public static class AtomicFile
{
    /// <summary>Writes text in UTF-8 without byte order mark; an older file of that name is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written; what stood there before still stands.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; what stood there before still stands.</exception>
    public static void Write(string path, Action<TextWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        WriteBytes(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            write(writer);
        });
    }

    /// <summary>Writes bytes; an older file of that name is replaced.</summary>
    /// <inheritdoc cref="Write(string, Action{TextWriter})"/>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content.</param>
    public static void WriteBytes(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        string target = Path.GetFullPath(path);
        string temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Environment.ProcessId}.tmp");
        try
        {
            using (FileStream stream = File.Create(temporary)) write(stream);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            // After a move there is nothing left to delete, and deleting nothing is no error.
            File.Delete(temporary);
        }
    }

    /// <summary>Writes a text.</summary>
    /// <inheritdoc cref="Write(string, Action{TextWriter})"/>
    /// <param name="path">The file.</param>
    /// <param name="text">The content.</param>
    public static void Write(string path, string text) => Write(path, writer => writer.Write(text));
}
