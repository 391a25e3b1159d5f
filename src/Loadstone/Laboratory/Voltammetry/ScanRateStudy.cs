using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Voltammetry;

/// <summary>A peak of a voltammogram.</summary>
/// <param name="Rate">Scan rate |dE/dt| [V/s].</param>
/// <param name="Potential">Potential of the peak [V].</param>
/// <param name="Current">Current of the peak, oxidation positive [A].</param>
public sealed record VoltammetricPeak(double Rate, Estimate Potential, Estimate Current);

/// <summary>What the peaks of several scan rates say.</summary>
/// <param name="Peaks">The peaks, by rate.</param>
/// <param name="SquareRoot">|i_p| over √v; its slope gives the diffusivity.</param>
/// <param name="Exponent">b of |i_p| = a v^b: ½ where diffusion limits, 1 of a surface process.</param>
/// <param name="Logarithms">ln |i_p| over ln v.</param>
public sealed record ScanRateResult(IReadOnlyList<VoltammetricPeak> Peaks, StraightLine SquareRoot, Estimate Exponent, StraightLine Logarithms)
{
    private const double RandlesSevcik = 0.4463;

    /// <summary>
    /// Diffusivity after Randles (Trans. Faraday Soc. 44, 327 (1948)) and Ševčík (Collect. Czech. Chem. Commun. 13, 349 (1948)) for a reversible
    /// couple: i_p = 0.4463 n F A C √(n F D v/(R T)), from the slope over √v.
    /// </summary>
    /// <param name="area">Area of the electrode [m²].</param>
    /// <param name="concentration">Concentration of the diffusing species [mol/m³].</param>
    /// <param name="temperature">Temperature [K].</param>
    /// <param name="electrons">Electrons a species.</param>
    public Estimate Diffusivity(double area, double concentration, double temperature, double electrons = 1)
    {
        const double faraday = PhysicalConstants.Faraday;
        double unit = RandlesSevcik * electrons * faraday * area * concentration * Math.Sqrt(electrons * faraday / (PhysicalConstants.Gas * temperature));
        double root = SquareRoot.Slope.Value / unit;
        return SquareRoot.Slope.Through(root * root, 2 * root / unit);
    }
}

/// <summary>Peak currents against scan rate.</summary>
public static class ScanRateStudy
{
    private const double SameRate = 0.05, PeakShare = 0.93;

    /// <summary>The largest oxidation (or reduction) peak of the last sweep at each scan rate.</summary>
    /// <param name="sweeps">Sweeps of any files.</param>
    /// <param name="anodic">Oxidation peaks of rising sweeps, or reduction peaks of falling ones.</param>
    public static IReadOnlyList<VoltammetricPeak> Peaks(IEnumerable<Sweep> sweeps, bool anodic)
    {
        var peaks = new List<VoltammetricPeak>();
        foreach (Sweep sweep in sweeps.Where(s => s.IsAnodic == anodic))
        {
            if (Peak(sweep) is not { } peak) continue;
            // A later sweep of the same rate, within 5 %, takes the place of an earlier one.
            peaks.RemoveAll(p => Math.Abs(p.Rate / peak.Rate - 1) < SameRate);
            peaks.Add(peak);
        }
        return [.. peaks.OrderBy(p => p.Rate)];
    }

    /// <summary>Analyses peaks of three or more scan rates.</summary>
    /// <param name="peaks">The peaks.</param>
    /// <param name="source">File, for messages.</param>
    /// <exception cref="InputException">There are fewer than three, or their signs differ.</exception>
    public static ScanRateResult Analyse(IReadOnlyList<VoltammetricPeak> peaks, string? source = null)
    {
        if (peaks.Count < 3) throw new InputException($"{peaks.Count} scan rates with a peak are too few; expected three or more.", file: source);
        if (peaks.Select(p => Math.Sign(p.Current.Value)).Distinct().Count() > 1) throw new InputException("the peak currents change their sign with the scan rate; expected peaks of one reaction.", file: source);
        double[] height = [.. peaks.Select(p => Math.Abs(p.Current.Value))];
        StraightLine roots = StraightLine.Fit([.. peaks.Select(p => Math.Sqrt(p.Rate))], height);
        StraightLine logs = StraightLine.Fit([.. peaks.Select(p => Math.Log(p.Rate))], [.. height.Select(h => Math.Log(h))]);
        return new ScanRateResult(peaks, roots, logs.Slope, logs);
    }

    // The top of a parabola through the points that reach 93 % of the largest.
    private static VoltammetricPeak? Peak(Sweep sweep)
    {
        double sign = sweep.IsAnodic ? 1 : -1;
        double[] current = [.. sweep.Current.Select(i => sign * i)];
        int top = Array.IndexOf(current, current.Max());
        if (top == 0 || top == current.Length - 1 || !(current[top] > 0)) return null;
        int low = top, high = top;
        while (low > 0 && current[low - 1] > PeakShare * current[top]) low--;
        while (high < current.Length - 1 && current[high + 1] > PeakShare * current[top]) high++;
        int half = Math.Max(2, Math.Min(top - low, high - top));
        return LocalCurve.Extreme(sweep.Potential, current, top, half) is { } found
            ? new VoltammetricPeak(Math.Abs(sweep.Rate), found.X, found.Y.Times(sign))
            : null;
    }
}
