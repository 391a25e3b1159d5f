using Loadstone.Laboratory.Recordings;

namespace Loadstone.Tests.Laboratory.Recordings.Binary;

/// <summary>A binary file of our own numbers, on disk for as long as a test needs it.</summary>
internal sealed class BinaryFile : IDisposable
{
    public BinaryFile(byte[] bytes)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    public static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    /// <summary>Reads a file of some bytes.</summary>
    public static Recording Load(byte[] bytes)
    {
        using var file = new BinaryFile(bytes);
        return InstrumentFile.Load(file.Path);
    }

    public void Dispose() => File.Delete(Path);
}
