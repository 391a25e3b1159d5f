using Loadstone.Electrodes;

namespace Loadstone.Cells;

/// <summary>
/// What N/P, first-cycle loss and lithium excess of a cell are, per area. A positive electrode gives more on its first charge than
/// it takes back, so that one number for N/P needs the capacity it refers to.
/// </summary>
public sealed record CapacityRatios
{
    /// <summary>Charge of the first charge, from all sites occupied to the upper cut-off against lithium [C/m²].</summary>
    public required double FirstCharge { get; init; }

    /// <summary>Charge that the positive electrode takes back and gives again between the cut-offs against lithium [C/m²].</summary>
    public required double Reversible { get; init; }

    /// <summary>Capacity of the negative electrode; of lithium, the charge of the metal as made [C/m²].</summary>
    public required double Negative { get; init; }

    /// <summary>Part of the first charge that the negative electrode binds for good.</summary>
    public required double NegativeLoss { get; init => field = Require.Fraction(value); }

    /// <summary>Whether the negative electrode is lithium, which brings lithium of its own.</summary>
    public required bool IsLithium { get; init; }

    /// <summary>N/P that refers to the first charge.</summary>
    public double ToFirstCharge => Negative / FirstCharge;

    /// <summary>N/P that refers to the reversible capacity.</summary>
    public double ToReversible => Negative / Reversible;

    /// <summary>N/P that refers to a discharge that was measured or simulated [C/m²].</summary>
    public double ToDischarge(double arealCapacity) => Negative / arealCapacity;

    /// <summary>Lithium that is free to move after the first charge [C/m²].</summary>
    public double Available => (IsLithium ? Negative : 0) + (1 - NegativeLoss) * FirstCharge;

    /// <summary>Lithium beyond what the positive electrode takes back [C/m²]; negative where it stays unfilled.</summary>
    public double Excess => Available - Reversible;

    /// <summary>Part of the reversible capacity that the positive electrode can be filled to, 1 at most.</summary>
    public double Filling => Math.Min(1, Available / Reversible);

    /// <summary>First discharge over first charge.</summary>
    public double FirstCycleEfficiency => Filling * Reversible / FirstCharge;

    /// <summary>Thickness of lithium at which the positive electrode is just filled [m]; 0 where it needs none.</summary>
    public double LeastLithium => Math.Max(0, Reversible - (1 - NegativeLoss) * FirstCharge) / PhysicalConstants.Faraday * LithiumElectrode.MolarVolume;

    /// <summary>The ratios of a positive electrode against a negative one.</summary>
    /// <param name="positive">The positive electrode, made with all its sites occupied.</param>
    /// <param name="lower">Lower cut-off against lithium [V].</param>
    /// <param name="upper">Upper cut-off against lithium [V].</param>
    /// <param name="negative">Capacity of the negative electrode; of lithium, the charge of the metal as made [C/m²].</param>
    /// <param name="isLithium">Whether it is lithium.</param>
    /// <param name="negativeLoss">Part of the first charge that the negative electrode binds for good.</param>
    /// <param name="temperature">Temperature [K]; null for the materials' reference.</param>
    public static CapacityRatios Of(Electrode positive, double lower, double upper, double negative, bool isLithium, double negativeLoss, double? temperature = null)
    {
        ArgumentNullException.ThrowIfNull(positive);
        double full = CellBalance.ContentAt(positive, lower, temperature), empty = CellBalance.ContentAt(positive, upper, temperature);
        return new CapacityRatios
        {
            FirstCharge = (positive.SitesPerArea - empty) * PhysicalConstants.Faraday,
            Reversible = (full - empty) * PhysicalConstants.Faraday,
            Negative = negative,
            NegativeLoss = negativeLoss,
            IsLithium = isLithium,
        };
    }
}
