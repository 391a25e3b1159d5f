using Loadstone.Laboratory.Regression;
using MathNet.Numerics.Distributions;

namespace Loadstone.Laboratory.Transport;

/// <summary>Arrhenius' law σ = σ₀ exp(−E/(R T)).</summary>
/// <param name="ActivationEnergy">E [J/mol].</param>
/// <param name="LogPrefactor">ln(σ₀/(S/m)).</param>
/// <param name="Deviation">Standard deviation of ln σ about the law.</param>
/// <param name="Criterion">Akaike's criterion for small samples; the smaller is the better law.</param>
public sealed record ArrheniusFit(Estimate ActivationEnergy, Estimate LogPrefactor, double Deviation, double Criterion)
{
    /// <summary>σ at a temperature [S/m].</summary>
    public double At(double temperature) => Math.Exp(LogPrefactor.Value - ActivationEnergy.Value / (PhysicalConstants.Gas * temperature));
}

/// <summary>Law of Vogel, Tammann and Fulcher, σ = A T^(−1/2) exp(−B/(T − T₀)).</summary>
/// <param name="PseudoActivation">B [K].</param>
/// <param name="ActivationEnergy">B R [J/mol].</param>
/// <param name="VogelTemperature">T₀ [K].</param>
/// <param name="LogPrefactor">ln A, A in S/m K^(1/2).</param>
/// <param name="Deviation">Standard deviation of ln σ about the law.</param>
/// <param name="Criterion">Akaike's criterion for small samples; the smaller is the better law.</param>
/// <param name="IsFixed">Whether the data fix T₀ within its bounds; if not, the law is no better than Arrhenius' here.</param>
public sealed record VogelFit(Estimate PseudoActivation, Estimate ActivationEnergy, Estimate VogelTemperature, Estimate LogPrefactor, double Deviation, double Criterion, bool IsFixed)
{
    /// <summary>σ at a temperature above T₀ [S/m].</summary>
    public double At(double temperature) =>
        Math.Exp(LogPrefactor.Value - PseudoActivation.Value / (temperature - VogelTemperature.Value)) / Math.Sqrt(temperature);

    /// <summary>Slope of ln σ over 1/T at a temperature as an energy, −R d ln σ/d(1/T) [J/mol]: what Arrhenius' law would call activation energy there.</summary>
    public double ApparentActivationEnergy(double temperature)
    {
        double above = temperature - VogelTemperature.Value;
        return PhysicalConstants.Gas * (PseudoActivation.Value * temperature * temperature / (above * above) - temperature / 2);
    }
}

/// <summary>Both laws of one set of points.</summary>
/// <param name="Arrhenius">Arrhenius' law.</param>
/// <param name="Vogel">The law of Vogel, Tammann and Fulcher; null of fewer than five points.</param>
/// <param name="CurvatureChance">Probability that points on a straight Arrhenius line scatter so as to favour the curved law as much (F test); NaN where there is none.</param>
public sealed record ConductivityLaws(ArrheniusFit Arrhenius, VogelFit? Vogel, double CurvatureChance)
{
    /// <summary>Whether the curved law describes the points better, by Akaike's criterion.</summary>
    public bool PrefersVogel => Vogel is { IsFixed: true } && Vogel.Criterion < Arrhenius.Criterion;
}

/// <summary>Fits laws of temperature to ionic conductivities, by least squares in ln σ: relative errors of all points count alike.</summary>
public static class ConductivityFit
{
    /// <summary>Fewest points for a law with three parameters and an error.</summary>
    public const int FewestPoints = 5;

    private const double Gas = PhysicalConstants.Gas;

    /// <summary>Fits both laws.</summary>
    /// <exception cref="InputException">There are fewer than three points, or all are at one temperature.</exception>
    public static ConductivityLaws Fit(ConductivityPoints points)
    {
        int n = points.Temperature.Count;
        if (n < 3) throw new InputException($"{n} points of temperature and conductivity are too few; expected three or more, and {FewestPoints} for the Vogel–Tammann–Fulcher law.", file: points.Source);
        if (points.Temperature.Max() - points.Temperature.Min() < 1) throw new InputException("all points are at one temperature; expected several.", file: points.Source);
        double[] logs = [.. points.Conductivity.Select(sigma => Math.Log(sigma))];
        ArrheniusFit straight = Arrhenius([.. points.Temperature], logs);
        if (n < FewestPoints) return new ConductivityLaws(straight, null, double.NaN);
        VogelFit curved = Vogel([.. points.Temperature], logs);
        double simple = straight.Deviation * straight.Deviation * (n - 2), full = curved.Deviation * curved.Deviation * (n - 3);
        double chance = full > 0 && simple > full ? 1 - FisherSnedecor.CDF(1, n - 3, (simple - full) / (full / (n - 3))) : double.NaN;
        return new ConductivityLaws(straight, curved, chance);
    }

    private static ArrheniusFit Arrhenius(double[] t, double[] logs)
    {
        StraightLine line = StraightLine.Fit([.. t.Select(v => 1 / (Gas * v))], logs);
        return new ArrheniusFit(line.Slope.Times(-1), line.Intercept, line.ResidualDeviation, Criterion(line.ResidualDeviation * line.ResidualDeviation * (t.Length - 2), t.Length, 2));
    }

    // ln σ + ½ ln T is a straight line over 1/(T − T₀): the best T₀ of a grid starts the fit of all three.
    private static VogelFit Vogel(double[] t, double[] logs)
    {
        double[] y = [.. logs.Select((l, i) => l + Math.Log(t[i]) / 2)];
        double coldest = t.Min(), most = coldest - 5, best = double.PositiveInfinity;
        double[] start = [0, 0, 0];
        for (int k = 0; k <= 100; k++)
        {
            double zero = most * k / 100;
            StraightLine line = StraightLine.Fit([.. t.Select(v => 1 / (v - zero))], y);
            if (line.ResidualDeviation < best) (best, start) = (line.ResidualDeviation, [line.Intercept.Value, -line.Slope.Value, zero]);
        }
        LeastSquaresFit fit = LeastSquares.Minimise((p, _) =>
        {
            double[] r = new double[t.Length], byA = new double[t.Length], byB = new double[t.Length], byZero = new double[t.Length];
            for (int i = 0; i < t.Length; i++)
            {
                double above = t[i] - p[2];
                r[i] = p[0] - p[1] / above - y[i];
                (byA[i], byB[i], byZero[i]) = (1, -1 / above, -p[1] / (above * above));
            }
            return new ResidualPoint(r, [byA, byB, byZero]);
        }, start, [double.NegativeInfinity, 0, 0], [double.PositiveInfinity, double.PositiveInfinity, coldest - 1]);
        double deviation = Math.Sqrt(fit.SumOfSquares / (t.Length - 3));
        return new VogelFit(fit.Parameter(1), fit.Parameter(1).Times(Gas), fit.Parameter(2), fit.Parameter(0), deviation, Criterion(fit.SumOfSquares, t.Length, 3), !fit.AtBound.Contains(true));
    }

    private static double Criterion(double sum, int n, int parameters)
    {
        double k = parameters + 1;
        return n > k + 1 ? n * Math.Log(Math.Max(sum, 1e-300) / n) + 2 * k + 2 * k * (k + 1) / (n - k - 1) : double.PositiveInfinity;
    }
}
