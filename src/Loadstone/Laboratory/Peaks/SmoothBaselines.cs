namespace Loadstone.Laboratory.Peaks;

/// <summary>Asymmetric least squares: a smooth curve that weighs points above it by p and those below by 1 − p (Eilers, Anal. Chem. 76, 404 (2004)).</summary>
/// <param name="Stiffness">λ of the second differences, or null to follow the number of points: waves longer than the trace belong to it.</param>
/// <param name="Asymmetry">p.</param>
public sealed record AsymmetricBaseline(double? Stiffness = null, double Asymmetry = 0.01) : Baseline
{
    private const int Rounds = 50;

    /// <inheritdoc/>
    public override string Description => FormattableString.Invariant($"asymmetric least squares with p = {Asymmetry:g3}, taken as exact");

    /// <inheritdoc/>
    public override double[] Below(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        double[] y = [.. trace.Signal], weights = new double[y.Length], z = y;
        double stiffness = Stiffness ?? Whittaker.Stiffness(y.Length);
        Array.Fill(weights, 1);
        for (int round = 0; round < Rounds; round++)
        {
            z = Whittaker.Smooth(y, weights, stiffness);
            bool changed = false;
            for (int i = 0; i < y.Length; i++)
            {
                double weight = y[i] > z[i] ? Asymmetry : 1 - Asymmetry;
                changed |= weight != weights[i];
                weights[i] = weight;
            }
            if (!changed) break;
        }
        return z;
    }
}

/// <summary>
/// Asymmetrically reweighted penalised least squares, arPLS: points within the noise of those below the curve count on both sides of it (Baek,
/// Park, Ahn and Choo, Analyst 140, 250 (2015)).
/// </summary>
/// <param name="Stiffness">λ of the second differences, or null to follow the number of points: waves longer than the trace belong to it.</param>
public sealed record ReweightedBaseline(double? Stiffness = null) : Baseline
{
    private const int Rounds = 60;
    private const double Settled = 1e-4;

    /// <inheritdoc/>
    public override string Description => "arPLS, taken as exact";

    /// <inheritdoc/>
    public override double[] Below(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        double[] y = [.. trace.Signal], weights = new double[y.Length], z = y;
        double stiffness = Stiffness ?? Whittaker.Stiffness(y.Length);
        Array.Fill(weights, 1);
        for (int round = 0; round < Rounds; round++)
        {
            z = Whittaker.Smooth(y, weights, stiffness);
            double[] below = [.. y.Select((v, i) => v - z[i]).Where(d => d < 0)];
            if (below.Length < 2) break;
            double mean = below.Average(), spread = Math.Sqrt(below.Sum(d => (d - mean) * (d - mean)) / (below.Length - 1));
            if (!(spread > 0)) break;
            double change = 0, size = 0;
            for (int i = 0; i < y.Length; i++)
            {
                double weight = 1 / (1 + Math.Exp(Math.Clamp(2 * (y[i] - z[i] - (2 * spread - mean)) / spread, -700, 700)));
                change += (weight - weights[i]) * (weight - weights[i]);
                size += weights[i] * weights[i];
                weights[i] = weight;
            }
            if (Math.Sqrt(change / size) < Settled) break;
        }
        return z;
    }
}
