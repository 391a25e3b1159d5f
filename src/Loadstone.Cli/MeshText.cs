using System.Globalization;
using Loadstone.Electrochemistry;

namespace Loadstone.Cli;

/// <summary>Reads <c>x:20,10,20,r:20</c>: cells across negative electrode, separator and positive electrode, and shells of a particle.</summary>
internal static class MeshText
{
    private const string Expected = "expected x:NEGATIVE,SEPARATOR,POSITIVE,r:RADIAL such as x:20,10,20,r:20";

    /// <summary>The mesh; what the text leaves out is the default's.</summary>
    /// <exception cref="InputException">The text is no mesh, or a count is too small or too large.</exception>
    public static MeshSettings Parse(string text, MeshSettings? standard = null)
    {
        MeshSettings mesh = standard ?? new MeshSettings();
        int radial = text.IndexOf("r:", StringComparison.Ordinal);
        string depth = (radial < 0 ? text : text[..radial]).Trim().TrimEnd(',').Trim();
        try
        {
            if (depth.Length > 0)
            {
                if (!depth.StartsWith("x:", StringComparison.Ordinal)) throw Unreadable(text);
                int[] counts = [.. depth[2..].Split(',').Select(count => Count(count, text))];
                if (counts.Length != 3) throw Unreadable(text);
                mesh = mesh with { Negative = counts[0], Separator = counts[1], Positive = counts[2] };
            }
            else if (radial < 0)
            {
                throw Unreadable(text);
            }
            return radial < 0 ? mesh : mesh with { Radial = Count(text[(radial + 2)..], text) };
        }
        catch (ArgumentOutOfRangeException e)
        {
            string line = e.Message.Split('\n')[0];
            throw new InputException($"{line.Split(" (Parameter", 2)[0].TrimEnd('.')}; {Expected}.", file: $"--mesh {text}");
        }
    }

    private static int Count(string text, string whole) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : throw Unreadable(whole);

    private static InputException Unreadable(string text) => new($"\"{text}\" is no mesh; {Expected}.", file: "--mesh");
}
