using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.DepthProfiles;

/// <summary>Secondary ions of a sputtered electrode against time (TOF-SIMS): those of the interphase and those of the active material.</summary>
/// <param name="Source">File, for messages.</param>
/// <param name="Times">Sputter times [s], rising.</param>
/// <param name="Interphase">Signal of PO₂⁻.</param>
/// <param name="Bulk">Signal of Ni⁻.</param>
/// <param name="Others">Further ions by name, for the picture.</param>
/// <param name="Warnings">What was passed over.</param>
public sealed record IonProfile(
    string Source, IReadOnlyList<double> Times, IReadOnlyList<double> Interphase, IReadOnlyList<double> Bulk, IReadOnlyList<(string Name, IReadOnlyList<double> Signal)> Others, IReadOnlyList<string> Warnings)
{
    /// <summary>Fewest points that a maximum and a crossing can be smoothed from.</summary>
    public const int FewestPoints = 20;

    private static readonly string[] TimeWords = ["sputter time", "sputtering time", "time"], Phosphates = ["PO2-", "PO2⁻", "PO₂⁻", "PO2", "PO₂"], Metals = ["Ni-", "Ni⁻", "Ni"];

    /// <summary>The profile of a table with sputter time, PO₂⁻ and Ni⁻.</summary>
    /// <param name="table">The table.</param>
    /// <param name="interphase">Name of the interphase's ion where it is not PO₂⁻, or null.</param>
    /// <param name="bulk">Name of the material's ion where it is not Ni⁻, or null.</param>
    /// <exception cref="InputException">A column is missing, a signal is negative, times do not rise, or there are fewer than 20 points.</exception>
    public static IonProfile Of(MeasuredTable table, string? interphase = null, string? bulk = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        double[] time = table.Column(QuantityKinds.Time, TimeWords);
        string first = table.Heading(interphase is null ? Phosphates : [interphase]).Name, second = table.Heading(bulk is null ? Metals : [bulk]).Name, clock = table.Heading(TimeWords).Name;
        double[] a = Signal(table, first), b = Signal(table, second);
        (string Name, double[] Signal)[] others = [.. table.Names.Where(n => n != first && n != second && n != clock).Select(n => (n, Signal(table, n)))];
        int[] kept = [.. Enumerable.Range(0, time.Length).Where(i => double.IsFinite(time[i] + a[i] + b[i]))];
        if (kept.Length < FewestPoints) throw new InputException($"{kept.Length} rows with time, {first} and {second} are too few; expected {FewestPoints} or more.", file: table.Source);
        for (int k = 1; k < kept.Length; k++)
        {
            if (time[kept[k]] <= time[kept[k - 1]])
                throw new InputException(FormattableString.Invariant($"row {kept[k] + 1} below the header is at {time[kept[k]]:g6} s, not after the {time[kept[k - 1]]:g6} s before it; expected rising times."), file: table.Source);
        }
        string[] warnings = kept.Length == time.Length ? [] : [$"{time.Length - kept.Length} of {time.Length} rows have an empty field; they were passed over."];
        return new IonProfile(table.Source, Kept(time), Kept(a), Kept(b), [.. others.Select(o => (o.Name, (IReadOnlyList<double>)Kept(o.Signal)))], warnings);

        double[] Kept(double[] values) => [.. kept.Select(i => values[i])];
    }

    private static double[] Signal(MeasuredTable table, string name)
    {
        double[] values = table.Column(QuantityKinds.Ratio, name);
        int negative = Array.FindIndex(values, v => v < 0);
        return negative < 0 ? values : throw new InputException(FormattableString.Invariant($"row {negative + 1} below the header has {values[negative]:g6} of \"{name}\"; expected 0 or more."), file: table.Source);
    }
}
