using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Coatings;

/// <summary>Heights across a coated web as a scanner gives them: foil and coating, on a zero of the scanner's own.</summary>
/// <param name="Source">File or sample, for messages.</param>
/// <param name="Position">Positions across the web [m], rising.</param>
/// <param name="Height">Heights [m], as many.</param>
public sealed record LaserProfile(string Source, IReadOnlyList<double> Position, IReadOnlyList<double> Height)
{
    /// <summary>Fewest points: fewer do not show two edges and their foil.</summary>
    public const int FewestPoints = 50;

    private static readonly string[] Positions = ["position", "cross-web", "width", "x"], Heights = ["height", "thickness", "profile", "z"];

    /// <summary>The profile of a table with a position and a height; rows that leave one of them empty are passed over.</summary>
    /// <exception cref="InputException">A column is missing, there are too few points, or two heights stand at one position.</exception>
    public static LaserProfile Of(MeasuredTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double[] x = table.Column(QuantityKinds.Length, Positions), h = table.Column(QuantityKinds.Length, Heights);
        int[] rows = [.. Enumerable.Range(0, x.Length).Where(i => double.IsFinite(x[i]) && double.IsFinite(h[i])).OrderBy(i => x[i])];
        if (rows.Length < FewestPoints)
            throw new InputException($"{rows.Length} points across the web are too few; expected {FewestPoints} or more, over both edges and some bare foil outside them.", file: table.Source);
        for (int i = 1; i < rows.Length; i++)
        {
            if (x[rows[i]] == x[rows[i - 1]])
                throw new InputException(FormattableString.Invariant($"two heights stand at {x[rows[i]] * 1e3:g6} mm, in rows {rows[i - 1] + 1} and {rows[i] + 1} below the header; expected one scan across the web."), file: table.Source);
        }
        return new LaserProfile(table.Source, [.. rows.Select(i => x[i])], [.. rows.Select(i => h[i])]);
    }
}
