namespace Loadstone.Laboratory.Peaks;

/// <summary>Name and unit of an axis as the instrument writes them.</summary>
/// <param name="Name">Its name: <c>Raman shift</c>.</param>
/// <param name="Unit">Its unit, <c>cm⁻¹</c>; empty for none.</param>
public sealed record TraceAxis(string Name, string Unit)
{
    /// <summary>Name and unit as the field writes them: <c>Raman shift / cm⁻¹</c>.</summary>
    public string Label => Unit.Length == 0 ? Name : $"{Name} / {Unit}";
}

/// <summary>
/// A spectrum or a curve over temperature or time: one signal over one rising abscissa. Both stay in the units of the file, since a signal in
/// counts or arbitrary units has no other; every number read from it is in these units too.
/// </summary>
/// <param name="Source">The file, for messages.</param>
/// <param name="Sample">Name of the sample.</param>
/// <param name="X">The abscissa.</param>
/// <param name="Y">The signal.</param>
/// <param name="Abscissa">Rising, in the unit of <paramref name="X"/>.</param>
/// <param name="Signal">As many, in the unit of <paramref name="Y"/>.</param>
/// <param name="Warnings">What was passed over.</param>
public sealed record Trace(string Source, string Sample, TraceAxis X, TraceAxis Y, IReadOnlyList<double> Abscissa, IReadOnlyList<double> Signal, IReadOnlyList<string> Warnings)
{
    /// <summary>Fewest points.</summary>
    public const int FewestPoints = 8;

    private static readonly string[] CountNames = ["counts", "count", "cts", "cps", "counts/s"];

    /// <summary>Whether the unit of the signal says that events were counted.</summary>
    public bool IsCounted => CountNames.Contains(Y.Unit, StringComparer.OrdinalIgnoreCase) || CountNames.Contains(Y.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Middle distance of neighbouring points.</summary>
    public double Spacing => (Abscissa[^1] - Abscissa[0]) / (Abscissa.Count - 1);

    /// <summary>A trace of columns in order of rising abscissa: falling ones are turned round, points without a number left out.</summary>
    /// <exception cref="InputException">The abscissa turns back or stays where it is, or there are too few points.</exception>
    public static Trace Of(string source, string sample, TraceAxis xAxis, TraceAxis yAxis, IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(xAxis);
        int[] kept = [.. Enumerable.Range(0, x.Count).Where(i => double.IsFinite(x[i]) && double.IsFinite(y[i]))];
        string[] warnings = kept.Length == x.Count ? [] : [$"{x.Count - kept.Length} of {x.Count} rows of {sample} hold no number; they were passed over."];
        if (kept.Length < FewestPoints) throw new InputException($"{sample} has {kept.Length} points; expected {FewestPoints} or more.", file: source);
        double direction = Math.Sign(x[kept[^1]] - x[kept[0]]);
        for (int k = 1; k < kept.Length; k++)
        {
            if ((x[kept[k]] - x[kept[k - 1]]) * direction > 0) continue;
            throw new InputException(FormattableString.Invariant(
                $"row {kept[k] + 1} below the header goes from {x[kept[k - 1]]:g8} to {x[kept[k]]:g8} {xAxis.Unit}; expected an abscissa that rises (or falls) throughout, one scan in a file."), xAxis.Name, source);
        }
        if (direction < 0) Array.Reverse(kept);
        return new Trace(source, sample, xAxis, yAxis, [.. kept.Select(i => x[i])], [.. kept.Select(i => y[i])], warnings);
    }

    /// <summary>Index of the first point at or above an abscissa; the number of points where none is.</summary>
    public int IndexOf(double x)
    {
        int low = 0, high = Abscissa.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Abscissa[middle] < x) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
