using System.Globalization;
using Loadstone.Laboratory.Impedance.Relaxation;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Impedance.Reporting;

/// <summary>Relaxation times over the state of charge.</summary>
public static class RelaxationMap
{
    private const int Rows = 61, Columns = 241;
    private static readonly Axis Charge = new("state of charge / %");

    /// <summary>One λ for distributions that are compared, relative to the mean weight of the data: the median of those found for each, so that heights differ by the cell alone.</summary>
    /// <param name="spectra">The spectra, one or more.</param>
    /// <param name="settings">How each λ is found.</param>
    public static double SharedSmoothing(IReadOnlyList<Spectrum> spectra, RelaxationSettings settings)
    {
        double[] each = [.. Require.NotEmpty(spectra).Select(spectrum => RelaxationSolver.Solve(spectrum, settings).Smoothing).Order()];
        return each[each.Length / 2];
    }

    /// <summary>The map of γ, the distributions over each other, and peaks and resistances against the state of charge.</summary>
    /// <param name="found">Distributions with the shapes behind them, one a state of charge, two or more.</param>
    /// <param name="stateOfCharge">State of charge of each, 0 to 1, all different.</param>
    /// <param name="bands">Bands with names.</param>
    public static ReportSection Of(IReadOnlyList<(RelaxationDistribution Found, RelaxationFit? Fit)> found, IReadOnlyList<double> stateOfCharge, IReadOnlyList<RelaxationBand> bands)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(found.Count, 2, nameof(found));
        ArgumentOutOfRangeException.ThrowIfNotEqual(stateOfCharge.Count, found.Count, nameof(stateOfCharge));
        int[] order = [.. Enumerable.Range(0, found.Count).OrderBy(i => stateOfCharge[i])];
        double[] percent = [.. order.Select(i => 100 * stateOfCharge[i])];
        RelaxationDistribution[] over = [.. order.Select(i => found[i].Found)];
        IReadOnlyList<RelaxationPeak>[] peaks = [.. order.Select(i => RelaxationReport.PeaksOf(found[i].Found, found[i].Fit))];
        (double X, double Tau, string Band)[] places =
        [
            .. percent.SelectMany((soc, i) => peaks[i].Where(p => p.IsSignificant).Select(p => (soc, p.Tau.Value, bands.FirstOrDefault(b => b.Holds(p))?.Name ?? (bands.Count > 0 ? "other" : "peaks")))),
        ];
        return new ReportSection("Map over the state of charge",
        [
            Map(over, percent),
            new Plot("drt-over", "Relaxation times over each other", RelaxationReport.Tau, new Axis("γ / Ω"),
                [.. over.Select((d, i) => new Series(string.Create(CultureInfo.InvariantCulture, $"{percent[i]:g4} %"), d.Tau, d.Density))]),
            new Plot("drt-peaks", "Significant peaks against the state of charge", Charge, RelaxationReport.Tau,
                [.. places.GroupBy(p => p.Band).Select(group => new Series(group.Key, [.. group.Select(p => p.X)], [.. group.Select(p => p.Tau)], SeriesStyle.Points))]),
            new Plot("drt-bands", "Resistance against the state of charge", Charge, new Axis("resistance / Ω"),
            [
                new Series("all", percent, [.. over.Select(d => d.PolarisationResistance.Value)], SeriesStyle.LineAndPoints),
                .. bands.Select(b => new Series(b.Name, percent, [.. over.Select(d => d.Area(b).Value)], SeriesStyle.LineAndPoints)),
            ], "Areas of γ: of all time constants, and within each band."),
        ]);
    }

    private static Drawing Map(RelaxationDistribution[] found, double[] percent)
    {
        double low = Math.Log10(found.Min(d => d.Tau[0])), high = Math.Log10(found.Max(d => d.Tau[^1]));
        double[,] values = new double[Rows, Columns];
        for (int row = 0; row < Rows; row++)
        {
            double soc = percent[0] + (row + 0.5) / Rows * (percent[^1] - percent[0]);
            int above = Math.Clamp(Array.FindIndex(percent, p => p >= soc), 1, percent.Length - 1);
            double share = (soc - percent[above - 1]) / (percent[above] - percent[above - 1]);
            for (int column = 0; column < Columns; column++)
            {
                double tau = Math.Pow(10, low + (column + 0.5) / Columns * (high - low));
                values[row, column] = (1 - share) * found[above - 1].DensityAt(tau) + share * found[above].DensityAt(tau);
            }
        }
        return HeatMap.Draw("drt-map", "Relaxation times over the state of charge", values, new MapSide("log₁₀(τ / s)", low, high), new MapSide("state of charge / %", percent[0], percent[^1]), "γ / Ω",
            caption: string.Create(CultureInfo.InvariantCulture, $"Distributions at {string.Join(", ", percent.Select(p => p.ToString("g4", CultureInfo.InvariantCulture)))} %, each with the λ told below; straight lines between them."));
    }
}
