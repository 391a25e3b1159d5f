namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>Opens a file for a reader, which owns it from then on.</summary>
internal static class InstrumentStream
{
    /// <summary>Opens a file and makes its reader; closes it if that fails.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static RecordReader Open(string path, Func<FileStream, RecordReader> make)
    {
        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            return make(stream);
        }
        catch (InputException e)
        {
            stream?.Dispose();
            throw e.At(null, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            stream?.Dispose();
            throw new InputException($"the file cannot be read: {e.Message}", file: path);
        }
    }
}
