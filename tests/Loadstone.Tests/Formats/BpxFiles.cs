using System.Text;
using Loadstone.Formats.Bpx;

namespace Loadstone.Tests.Formats;

/// <summary>The files of tests/data/bpx (PROVENANCE.md beside them), whole and with a piece of text replaced.</summary>
internal static class BpxFiles
{
    public static string PathOf(int version) => Path.Combine(Repository.Root, "tests", "Loadstone.Tests", "data", "bpx", $"lgm50-version-{version}.json");

    /// <summary>The file, with texts replaced; each must stand in it.</summary>
    public static BpxReading Read(int version, params (string From, string To)[] changes)
    {
        string text = File.ReadAllText(PathOf(version));
        foreach ((string from, string to) in changes)
        {
            text.ShouldContain(from);
            int at = text.IndexOf(from, StringComparison.Ordinal);
            text = text[..at] + to + text[(at + from.Length)..];
        }
        return BpxReader.Parse(Encoding.UTF8.GetBytes(text), "cell.json");
    }
}
