namespace Loadstone.Laboratory.Impedance.Relaxation;

/// <summary>How the strength λ of the smoothing is found.</summary>
public enum SmoothingCriterion
{
    /// <summary>Generalised cross-validation (Golub, Heath and Wahba 1979).</summary>
    GeneralisedCrossValidation,

    /// <summary>Generalised cross-validation that counts each degree of freedom 1.4 times, against smoothing too little (Kim and Gu 2004).</summary>
    ModifiedCrossValidation,

    /// <summary>The corner of the L-curve: the largest curvature of ln‖deviation‖ against ln‖γ″‖ (Hansen 1992).</summary>
    LCurve,

    /// <summary>The real part foretells the imaginary one and the other way round (Saccoccio et al. 2014).</summary>
    RealImaginary,
}

/// <summary>A band of time constants with a name: <c>SEI</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">Shortest time constant [s].</param>
/// <param name="To">Longest time constant [s].</param>
public sealed record RelaxationBand(string Name, double From, double To)
{
    /// <summary>Longest time constant [s], above <see cref="From"/>.</summary>
    public double To { get; } = To > From && From > 0 ? To : throw new ArgumentOutOfRangeException(nameof(To), To, "A band runs from a time constant above 0 to a longer one.");

    /// <summary>Whether a peak lies in it: from the shortest time constant on, below the longest.</summary>
    public bool Holds(RelaxationPeak peak)
    {
        ArgumentNullException.ThrowIfNull(peak);
        return From <= peak.Tau.Value && peak.Tau.Value < To;
    }
}

/// <summary>How a distribution of relaxation times is found.</summary>
public sealed record RelaxationSettings
{
    /// <summary>How λ is found.</summary>
    public SmoothingCriterion Criterion { get; init; } = SmoothingCriterion.GeneralisedCrossValidation;

    /// <summary>λ itself, relative to the mean weight of the data; null to find it.</summary>
    public double? Smoothing { get; init; }

    /// <summary>What goes on below the lowest frequency, or null to find it by the slope there.</summary>
    public LowFrequencyTail? Tail { get; init; }

    /// <summary>What the points count for.</summary>
    public SpectrumWeighting Weighting { get; init; } = SpectrumWeighting.Modulus;

    /// <summary>Decades of τ beyond those of the frequencies, at both ends.</summary>
    public double Margin { get; init; } = 0.5;
}
