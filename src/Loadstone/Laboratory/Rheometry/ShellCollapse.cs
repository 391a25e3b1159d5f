using Loadstone.Laboratory.Regression;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Rheometry;

/// <summary>A slurry in the plane of solvent shell and viscosity.</summary>
/// <param name="Sample">Its name.</param>
/// <param name="Shell">Thickness of the solvent shell t_s [m].</param>
/// <param name="Carbon">Mass fraction of carbon in the solids f_c; NaN where it is not known.</param>
/// <param name="Viscosity">η at the common shear rate [Pa s].</param>
public sealed record ShellPoint(string Sample, double Shell, double Carbon, Estimate Viscosity);

/// <summary>
/// Whether slurries with the same solvent shell flow alike whatever their carbon, η ≈ Θ(t_s) (H. Yari et al. 2020, eqn 2 and Fig. 1a–b).
/// </summary>
/// <param name="Points">The slurries.</param>
/// <param name="Exponent">k of η = η₁ (t_s/1 µm)^(−k).</param>
/// <param name="Reference">η₁ [Pa s].</param>
/// <param name="Deviation">Standard deviation of ln η about that law.</param>
/// <param name="Within">Standard deviation of ln η among slurries whose shells agree within 3 %; NaN where no two do.</param>
/// <param name="CarbonEffect">∂ ln η/∂ f_c at one shell; null where carbon contents are missing or too few.</param>
public sealed record ShellCollapse(IReadOnlyList<ShellPoint> Points, Estimate Exponent, Estimate Reference, double Deviation, double Within, Estimate? CarbonEffect)
{
    private const double Unit = 1e-6, SameShell = 0.03;

    /// <summary>Fits the law to slurries.</summary>
    /// <exception cref="InputException">There are fewer than three, or all have one shell.</exception>
    public static ShellCollapse Of(IReadOnlyList<ShellPoint> points, string source)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count < 3 || points.Max(p => p.Shell) < points.Min(p => p.Shell) * (1 + SameShell))
            throw new InputException($"{points.Count} slurries with these solvent shells are too few for a law of viscosity; expected three or more, of two shells at least.", file: source);
        double[] logs = [.. points.Select(p => Math.Log(p.Viscosity.Value))], shells = [.. points.Select(p => Math.Log(p.Shell / Unit))];
        StraightLine line = StraightLine.Fit(shells, logs);
        double reference = Math.Exp(line.Intercept.Value);
        return new ShellCollapse(points, line.Slope.Times(-1), line.Intercept.Through(reference, reference), line.ResidualDeviation, Spread(points), Carbon(points, shells, logs));
    }

    /// <summary>η of the law at a shell [Pa s].</summary>
    public double At(double shell) => Reference.Value * Math.Pow(shell / Unit, -Exponent.Value);

    /// <summary>The slurries of a table with sample, solvent shell and perhaps carbon, with viscosities by sample.</summary>
    /// <exception cref="InputException">A column is missing, a shell is not above 0, or a sample of the table has no curve.</exception>
    public static IReadOnlyList<ShellPoint> Join(MeasuredTable table, IReadOnlyDictionary<string, Estimate> viscosities)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(viscosities);
        string[] samples = table.Texts("sample", "slurry", "file") ?? throw new InputException("no column is named \"sample\"; expected the names of the flow curves' files without their ending.", file: table.Source, line: 1);
        double[] shells = table.Column(QuantityKinds.Length, "solvent shell", "shell", "t_s", "ts");
        double[]? carbon = table.Has("carbon", "f_c") ? table.Column(QuantityKinds.Ratio, "carbon", "f_c") : null;
        var points = new List<ShellPoint>();
        for (int i = 0; i < samples.Length; i++)
        {
            if (!(shells[i] > 0)) throw new InputException(FormattableString.Invariant($"the solvent shell of \"{samples[i]}\" is {shells[i] * 1e6:g4} µm; expected one above 0."), file: table.Source);
            if (!viscosities.TryGetValue(samples[i], out Estimate viscosity) && !viscosities.TryGetValue(Path.GetFileNameWithoutExtension(samples[i]), out viscosity))
                throw new InputException($"the sample \"{samples[i]}\" has no flow curve that reaches the shear rate; curves are there of {string.Join(", ", viscosities.Keys)}.", file: table.Source);
            points.Add(new ShellPoint(samples[i], shells[i], carbon?[i] ?? double.NaN, viscosity));
        }
        return points;
    }

    private static double Spread(IReadOnlyList<ShellPoint> points)
    {
        double sum = 0;
        int freedom = 0;
        var left = new List<ShellPoint>(points.OrderBy(p => p.Shell));
        while (left.Count > 0)
        {
            double[] group = [.. left.TakeWhile(p => p.Shell <= left[0].Shell * (1 + SameShell)).Select(p => Math.Log(p.Viscosity.Value))];
            left.RemoveRange(0, group.Length);
            double mean = group.Average();
            sum += group.Sum(v => (v - mean) * (v - mean));
            freedom += group.Length - 1;
        }
        return freedom > 0 ? Math.Sqrt(sum / freedom) : double.NaN;
    }

    private static Estimate? Carbon(IReadOnlyList<ShellPoint> points, double[] shells, double[] logs)
    {
        double[] carbon = [.. points.Select(p => p.Carbon)];
        if (carbon.Any(double.IsNaN) || carbon.Distinct().Count() < 2 || points.Count < 4) return null;
        return LinearLeastSquares.Fit(logs, [.. logs.Select(_ => 1.0)], shells, carbon)[2];
    }
}
