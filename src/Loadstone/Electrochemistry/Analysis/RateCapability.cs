namespace Loadstone.Electrochemistry.Analysis;

/// <summary>How capacity falls with current, Y = β I^(−α), and how evenly two layers are used (Yari et al., ACS Appl. Energy Mater. 2020, eqns 6 to 8).</summary>
/// <param name="Alpha">Exponent α.</param>
/// <param name="Beta">Capacity at unit current β, in the unit of the capacities.</param>
public sealed record RateCapability(double Alpha, double Beta)
{
    /// <summary>Factor by which the capacity falls when the current doubles, 2^(−α) = 0.5^α.</summary>
    public double Gamma => Math.Pow(0.5, Alpha);

    /// <summary>γ as eqn 6 prints it, 0.301^α: probably 10^(−0.301 α), which is <see cref="Gamma"/>, was meant (0.301 is log₁₀ 2).</summary>
    public double GammaAsPrinted => Math.Pow(0.301, Alpha);

    /// <summary>Capacity at a current.</summary>
    /// <param name="current">Current, in the unit of the fit.</param>
    public double CapacityAt(double current) => Beta * Math.Pow(current, -Alpha);

    /// <summary>Fits capacities by least squares on their logarithms.</summary>
    /// <param name="currents">Currents or rates I, positive, two different ones or more.</param>
    /// <param name="capacities">Capacities Y there, positive, as many.</param>
    /// <exception cref="ArgumentException">The lengths differ, a value is not positive, or all currents are the same.</exception>
    public static RateCapability Fit(IReadOnlyList<double> currents, IReadOnlyList<double> capacities)
    {
        ArgumentNullException.ThrowIfNull(currents);
        ArgumentNullException.ThrowIfNull(capacities);
        if (currents.Count != capacities.Count || currents.Count < 2)
            throw new ArgumentException($"A fit needs as many capacities as currents, two or more; got {currents.Count} currents and {capacities.Count} capacities.");
        double[] x = [.. currents.Select(i => Math.Log(Require.Positive(i, "(current)", nameof(currents))))];
        double[] y = [.. capacities.Select(q => Math.Log(Require.Positive(q, "(capacity)", nameof(capacities))))];
        double meanX = x.Average(), meanY = y.Average(), sxx = 0, sxy = 0;
        for (int k = 0; k < x.Length; k++)
        {
            sxx += (x[k] - meanX) * (x[k] - meanX);
            sxy += (x[k] - meanX) * (y[k] - meanY);
        }
        if (sxx == 0) throw new ArgumentException("A fit needs two different currents or more.", nameof(currents));
        double alpha = -sxy / sxx;
        return new RateCapability(alpha, Math.Exp(meanY + alpha * meanX));
    }

    /// <summary>
    /// Utilisation u₂ of the second layer from Q = ω₁ u₁ Q₁ + ω₂ u₂ Q₂ with the first layer fully used, u₁ = 1 (eqn 7).
    /// </summary>
    /// <param name="capacity">Capacity of both layers together Q, per mass.</param>
    /// <param name="firstShare">Mass share ω₁ of the first layer, 0 to 1; the second has the rest.</param>
    /// <param name="firstCapacity">Capacity of the first layer alone Q₁, per mass of it.</param>
    /// <param name="secondCapacity">Capacity of the second layer alone Q₂, per mass of it.</param>
    public static double SecondLayerUtilisation(double capacity, double firstShare, double firstCapacity, double secondCapacity)
    {
        Require.NotNegative(capacity, "(capacity)", nameof(capacity));
        Require.Within(firstShare, 0, 1 - 1e-9, "(fraction)", nameof(firstShare));
        Require.Positive(firstCapacity, "(capacity)", nameof(firstCapacity));
        Require.Positive(secondCapacity, "(capacity)", nameof(secondCapacity));
        return (capacity - firstShare * firstCapacity) / ((1 - firstShare) * secondCapacity);
    }

    /// <summary>Share of the first layer in the use of both, ψ = Q₁/(u₂ Q₂ + Q₁) (eqn 8, which prints u² for u₂); 0.5 is even.</summary>
    /// <param name="firstCapacity">Capacity of the first layer alone Q₁, per mass of it.</param>
    /// <param name="secondUtilisation">u₂.</param>
    /// <param name="secondCapacity">Capacity of the second layer alone Q₂, per mass of it.</param>
    public static double Evenness(double firstCapacity, double secondUtilisation, double secondCapacity)
    {
        Require.Positive(firstCapacity, "(capacity)", nameof(firstCapacity));
        Require.NotNegative(secondUtilisation, "(fraction)", nameof(secondUtilisation));
        Require.Positive(secondCapacity, "(capacity)", nameof(secondCapacity));
        return firstCapacity / (secondUtilisation * secondCapacity + firstCapacity);
    }
}
