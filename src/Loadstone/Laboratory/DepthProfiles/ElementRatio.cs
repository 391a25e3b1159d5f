using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.DepthProfiles;

/// <summary>Which columns a profile is the ratio of: <c>F/Ni</c>, <c>F/(Ni+Co+Mn)</c>, or one column alone, <c>Li</c>.</summary>
/// <param name="Top">Columns whose sum is divided.</param>
/// <param name="Bottom">Columns whose sum divides; empty for a column alone.</param>
public sealed record ElementRatio(IReadOnlyList<string> Top, IReadOnlyList<string> Bottom)
{
    /// <summary>Reads it.</summary>
    /// <param name="text">The ratio as a person writes it.</param>
    /// <param name="place">Option, for messages.</param>
    /// <exception cref="InputException">It is no ratio of sums of names.</exception>
    public static ElementRatio Parse(string text, string place)
    {
        string[] sides = text.Split('/', StringSplitOptions.TrimEntries);
        // Ions end in +, so that only a sum in brackets is one.
        string[][] names = [.. sides.Select(side => side is ['(', .., ')'] ? side[1..^1].Split('+', StringSplitOptions.TrimEntries) : [side])];
        if (sides.Length > 2 || names.Any(side => side.Any(name => name.Length == 0)))
            throw new InputException($"\"{text}\" is no ratio of columns; expected one such as F/Ni, F/(Ni+Co+Mn) or Li.", file: place);
        return new ElementRatio(names[0], sides.Length == 2 ? names[1] : []);
    }

    /// <summary>The ratio as text.</summary>
    public override string ToString() => Bottom.Count == 0 ? Side(Top) : $"{Side(Top)}/{Side(Bottom)}";

    /// <summary>Sum of columns of a table, row by row; NaN where a field is empty.</summary>
    /// <exception cref="InputException">A column is missing or holds a negative number.</exception>
    internal static double[] Sum(MeasuredTable table, IReadOnlyList<string> names)
    {
        double[] sum = new double[table.Count];
        foreach (string name in names)
        {
            double[] values = table.Column(QuantityKinds.Ratio, name);
            for (int i = 0; i < sum.Length; i++)
            {
                if (values[i] < 0)
                    throw new InputException(FormattableString.Invariant($"row {i + 1} below the header has {values[i]:g6} of \"{name}\"; expected 0 or more."), file: table.Source);
                sum[i] += values[i];
            }
        }
        return sum;
    }

    /// <summary>Whether all columns are in counts: then their errors are those of counting.</summary>
    internal bool IsCounted(MeasuredTable table) => Top.Concat(Bottom).All(name => table.UnitOf(name) is "counts" or "count" or "cts" or "cnt");

    private static string Side(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : $"({string.Join('+', names)})";
}
