namespace Loadstone.Laboratory.Peaks;

/// <summary>Shape of a peak. All are cases of a sum of Lorentz and Gauss curves of one width, whose half-widths may differ on the two sides.</summary>
public enum PeakShape
{
    /// <summary>exp(−ln 2 t²) with t the distance over the half-width.</summary>
    Gaussian,

    /// <summary>1/(1 + t²).</summary>
    Lorentzian,

    /// <summary>η Lorentz + (1 − η) Gauss (Wertheim et al., Rev. Sci. Instrum. 45, 1369 (1974)).</summary>
    PseudoVoigt,

    /// <summary>Pseudo-Voigt with its own half-width on either side.</summary>
    Asymmetric,
}

/// <summary>How sure each point of a signal is.</summary>
public enum PointWeights
{
    /// <summary>As of counts where the unit says so, else all alike.</summary>
    Automatic,

    /// <summary>All points alike.</summary>
    Constant,

    /// <summary>The variance grows as the signal does (Poisson).</summary>
    Counts,
}

/// <summary>A second line that follows each peak, as Kα₂ follows Kα₁.</summary>
/// <param name="Place">Its position and the derivative of that, by the position of the peak.</param>
/// <param name="Share">Its height over that of the peak.</param>
public sealed record Satellite(Func<double, (double Position, double Slope)> Place, double Share);

/// <summary>How peaks are sought and fitted.</summary>
public sealed record PeakSettings
{
    /// <summary>Where to look for which peak; empty to find them.</summary>
    public IReadOnlyList<PeakWindow> Windows { get; init; } = [];

    /// <summary>Shape of all peaks.</summary>
    public PeakShape Shape { get; init; } = PeakShape.PseudoVoigt;

    /// <summary>What lies below the peaks.</summary>
    public Baseline Baseline { get; init; } = new FittedPolynomial(1);

    /// <summary>How sure the points are.</summary>
    public PointWeights Weights { get; init; }

    /// <summary>Range that is fitted as one, or null for the surroundings of each peak, one fit for those that overlap.</summary>
    public (double Low, double High)? Range { get; init; }

    /// <summary>Whether the peaks point downwards, as those of a transmission.</summary>
    public bool IsDownward { get; init; }

    /// <summary>The line that follows each peak, or null.</summary>
    public Satellite? Satellite { get; init; }

    /// <summary>Height over its standard error below which a bump is no peak.</summary>
    public double LeastSignificance { get; init; } = 5;
}
