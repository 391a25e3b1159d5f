using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>Force per width while a strip is peeled at a steady speed, in the order of measuring.</summary>
/// <param name="Source">File, for messages.</param>
/// <param name="Sample">Name of the strip.</param>
/// <param name="Travel">Travel of the grip [m], or time [s] where <paramref name="IsTime"/>; rising.</param>
/// <param name="Force">Force over the width of the strip [N/m], as many.</param>
/// <param name="IsTime">Whether the abscissa is time.</param>
/// <param name="Warnings">What was changed or passed over.</param>
public sealed record PeelTrace(string Source, string Sample, IReadOnlyList<double> Travel, IReadOnlyList<double> Force, bool IsTime, IReadOnlyList<string> Warnings)
{
    private const int FewestPoints = 20;
    private const double Slack = 0.1, LongSlack = 0.05;

    private static readonly string[] Travels = ["travel", "displacement", "extension", "position", "stroke", "distance"], Forces = ["force", "load", "peel", "strength"];

    /// <summary>The traces of a table: one for each column of a force, in order.</summary>
    /// <param name="table">Travel or time, and forces in N, gf or another unit of force, or per width in N/m, gf/20 mm or the like.</param>
    /// <param name="sample">Name of the sample; that of the column is added where there are several.</param>
    /// <param name="width">Width of the strip [m]; null where the forces are per width already.</param>
    /// <exception cref="InputException">A column, the width or points are missing, or there was no force.</exception>
    public static IReadOnlyList<PeelTrace> Of(MeasuredTable table, string sample, double? width)
    {
        ArgumentNullException.ThrowIfNull(table);
        bool isTime = !table.Has(Travels);
        double[] travel = isTime ? table.Column(QuantityKinds.Time, "time") : table.Column(QuantityKinds.Length, Travels);
        string[] columns = [.. table.Names.Where(name => Forces.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) && !Travels.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))];
        if (columns.Length == 0) table.Heading(Forces);
        return [.. columns.Select(column => Of(table, columns.Length == 1 ? sample : $"{sample}: {column}", travel, isTime, PerWidth(table, column, width)))];
    }

    private static double[] PerWidth(MeasuredTable table, string column, double? width)
    {
        if (table.UnitOf(column) is { } unit && QuantityKinds.PeelForce.HasUnit(unit)) return table.Column(QuantityKinds.PeelForce, column);
        double[] force = table.Column(QuantityKinds.Force, column);
        double over = width ?? throw new InputException($"the column \"{column}\" is a force, not one per width; expected the width of the strip, --width \"20 mm\".", file: table.Source);
        return [.. force.Select(f => f / over)];
    }

    private static PeelTrace Of(MeasuredTable table, string sample, double[] travel, bool isTime, double[] force)
    {
        var warnings = new List<string>();
        int[] kept = [.. Enumerable.Range(0, travel.Length).Where(i => double.IsFinite(travel[i]) && double.IsFinite(force[i]))];
        if (kept.Length < FewestPoints) throw new InputException($"{kept.Length} points of {sample} are too few for a mean force; expected {FewestPoints} or more.", file: table.Source);
        int top = kept.MaxBy(i => travel[i]);
        if (kept[^1] > top && travel[top] - travel[kept[^1]] > 0.01 * (travel[top] - travel[kept[0]]))
        {
            warnings.Add($"the grip returns after row {top + 1} below the header; the way back was passed over.");
            kept = [.. kept.TakeWhile(i => i <= top)];
            if (kept.Length < FewestPoints) throw new InputException($"the travel of {sample} falls from row {top + 1} below the header on; expected one that rises.", file: table.Source);
        }
        double level = SlipFinder.Quantile([.. kept.Select(i => force[i])], 0.5);
        if (SlipFinder.Quantile([.. kept.Select(i => Math.Abs(force[i]))], 0.9) is var most && !(most > 0)) throw new InputException($"the force of {sample} is zero in nine tenths of the file; expected a strip that did not slip at once.", file: table.Source);
        if (level < 0)
        {
            warnings.Add("the forces are negative: the load cell counts the other way round, and they were turned.");
            for (int i = 0; i < force.Length; i++) force[i] = -force[i];
        }
        (int first, int last) = Separated(kept, force, most);
        double whole = travel[kept[^1]] - travel[kept[0]];
        if (travel[kept[^1]] - travel[kept[last]] > LongSlack * whole)
            warnings.Add($"the force falls to about zero at {Place(travel[kept[last]], isTime)} and does not return, while the travel goes on to {Place(travel[kept[^1]], isTime)}: the strip ended, slipped or tore there, and the separated range ends there.");
        kept = kept[first..(last + 1)];
        return kept.Length >= FewestPoints ? new PeelTrace(table.Source, sample, [.. kept.Select(i => travel[i])], [.. kept.Select(i => force[i])], isTime, warnings)
            : throw new InputException($"{sample} holds {kept.Length} points with a force; expected {FewestPoints} or more: the strip slipped or tore at once.", file: table.Source);
    }

    // Slack before the strip is taut, and what follows its end, separates nothing.
    private static (int First, int Last) Separated(int[] kept, double[] force, double most)
    {
        int first = Array.FindIndex(kept, i => force[i] >= Slack * most), last = Array.FindLastIndex(kept, i => force[i] >= Slack * most);
        return (Math.Max(first, 0), Math.Max(last, 0));
    }

    /// <summary>A place of the travel as text.</summary>
    internal static string Place(double at, bool isTime) => isTime ? FormattableString.Invariant($"{at:g4} s") : FormattableString.Invariant($"{at * 1e3:g4} mm");
}
