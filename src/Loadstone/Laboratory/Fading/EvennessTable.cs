using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Fading;

/// <summary>A person's table of samples: columns <c>sample</c> and <c>ψ</c> (or psi), and where wanted <c>ψ error</c>, <c>mass / mg</c> and <c>mass error / mg</c> (standard errors).</summary>
public sealed class EvennessTable
{
    private readonly string _source;
    private readonly Dictionary<string, (Estimate Evenness, Estimate? Mass)> _rows = new(StringComparer.OrdinalIgnoreCase);

    private EvennessTable(string source) => _source = source;

    /// <summary>Reads a table.</summary>
    /// <exception cref="InputException">A column is missing, a sample stands twice, a ψ is not between 0 and 1, or an error or a mass is not usable.</exception>
    public static EvennessTable Of(MeasuredTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        string[] names = table.Texts("sample", "cell", "name") ?? throw new InputException($"no column is named \"sample\"; the table has {string.Join(", ", table.Names)}.", file: table.Source, line: 1);
        double[] psi = table.Column(QuantityKinds.Ratio, "ψ", "psi", "evenness");
        double[]? psiError = table.Has("ψ error", "psi error") ? table.Column(QuantityKinds.Ratio, "ψ error", "psi error") : null;
        double[]? mass = table.Has("mass") ? table.Column(QuantityKinds.Mass, "mass") : null;
        double[]? massError = table.Has("mass error") ? table.Column(QuantityKinds.Mass, "mass error") : null;
        var read = new EvennessTable(table.Source);
        for (int i = 0; i < names.Length; i++)
        {
            if (!(psi[i] is > 0 and < 1)) throw new InputException(FormattableString.Invariant($"sample \"{names[i]}\" has ψ = {psi[i]}; expected a number between 0 and 1, 0.5 where both layers are used alike."), file: table.Source);
            Estimate? own = mass is null || double.IsNaN(mass[i]) ? null : new Estimate(Positive(mass[i], names[i], "mass"), Error(massError, i, names[i]));
            if (!read._rows.TryAdd(names[i], (new Estimate(psi[i], Error(psiError, i, names[i])), own))) throw new InputException($"sample \"{names[i]}\" stands in the table twice; expected one row each.", file: table.Source);
        }
        return read;

        double Error(double[]? errors, int row, string name) => errors is null || double.IsNaN(errors[row]) ? 0
            : errors[row] >= 0 ? errors[row]
            : throw new InputException(FormattableString.Invariant($"sample \"{name}\" has a negative error, {errors[row]}; expected 0 or more."), file: table.Source);

        double Positive(double value, string name, string what) => value > 0 ? value
            : throw new InputException(FormattableString.Invariant($"sample \"{name}\" has a {what} of {value} kg; expected one above 0."), file: table.Source);
    }

    /// <summary>The sample with what the table says of it.</summary>
    /// <exception cref="InputException">The table has no row for it.</exception>
    public FadeSample Complete(FadeSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (!_rows.TryGetValue(sample.Name, out (Estimate Evenness, Estimate? Mass) row))
            throw new InputException($"the table has no row for sample \"{sample.Name}\"; it has {string.Join(", ", _rows.Keys)}.", file: _source);
        return sample with { Evenness = row.Evenness, Mass = row.Mass ?? sample.Mass };
    }
}
