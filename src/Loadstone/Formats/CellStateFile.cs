using System.Globalization;
using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Formats.Json;

namespace Loadstone.Formats;

/// <summary>
/// The state of a simulated cell as a JSON file, from which a simulation in another process goes on exactly: every number is written
/// with all its digits. The file says which cell and mesh it belongs to.
/// </summary>
public static class CellStateFile
{
    private const string Format = "loadstone cell state 1";

    /// <summary>Writes a state, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="state">The state.</param>
    /// <param name="cell">The cell that it belongs to.</param>
    /// <param name="mesh">The mesh that it belongs to.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, CellState state, Cell cell, MeshSettings mesh)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(mesh);
        string unknowns = string.Join(",\n    ", state.Unknowns.Chunk(8).Select(row => string.Join(", ", row.Select(Number))));
        AtomicFile.Write(path, $$"""
            {
              "format": "{{Format}}",
              "cell": "{{CellFingerprint.Of(cell)}}",
              "mesh": [{{string.Join(", ", Counts(mesh))}}],
              "time": {{Number(state.Time)}},
              "unknowns": [
                {{unknowns}}
              ]
            }

            """.ReplaceLineEndings("\n"));
    }

    /// <summary>Reads a state for a cell and a mesh.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cell">The cell that goes on from it.</param>
    /// <param name="mesh">Its mesh.</param>
    /// <exception cref="InputException">The file is none of these, or belongs to another cell or mesh.</exception>
    public static CellState Read(string path, Cell cell, MeshSettings mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        PlacedValue whole = PlacedJsonReader.ReadFile(path);
        if (Member<PlacedText>(whole, "format") is not { Value: Format } || Member<PlacedText>(whole, "cell") is not { } fingerprint
            || Member<PlacedArray>(whole, "mesh") is not { } counts || Member<PlacedNumber>(whole, "time") is not { } time
            || Member<PlacedArray>(whole, "unknowns") is not { } unknowns)
        {
            throw new InputException("this is no state of a cell; expected a file that loadstone simulate --save-state has written.", file: path);
        }
        double[] written = [.. Numbers(counts)];
        if (!written.SequenceEqual(Counts(mesh).Select(count => (double)count)))
        {
            throw counts.Error($"the state has {string.Join(", ", written)} cells in negative, separator and positive and shells, the simulation "
                + $"{string.Join(", ", Counts(mesh))}; expected the same mesh.");
        }
        return fingerprint.Value == CellFingerprint.Of(cell)
            ? new CellState(time.Value, [.. Numbers(unknowns)])
            : throw fingerprint.Error("the state belongs to another cell; expected one whose every value is that of the cell here.");
    }

    private static int[] Counts(MeshSettings mesh) => [mesh.Negative, mesh.Separator, mesh.Positive, mesh.Radial];

    private static T? Member<T>(PlacedValue value, string name)
        where T : PlacedValue => (value as PlacedObject)?.Members.FirstOrDefault(member => member.Name == name)?.Value as T;

    private static IEnumerable<double> Numbers(PlacedArray array) =>
        array.Items.Select(item => item is PlacedNumber number ? number.Value : throw item.Error($"This is {item.Sort}; expected a number."));

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
