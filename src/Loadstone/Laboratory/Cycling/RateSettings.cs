namespace Loadstone.Laboratory.Cycling;

/// <summary>What is asked of a rate test.</summary>
public sealed record RateSettings
{
    /// <summary>Mass of active material [kg], or null.</summary>
    public double? Mass { get; init => field = value is { } v ? Require.Positive(v, "kg") : null; }

    /// <summary>Relative standard error of the mass.</summary>
    public double MassError { get; init => field = Require.NotNegative(value, "(fraction)"); }

    /// <summary>Relative standard error of each capacity, or null to take the scatter of the cycles.</summary>
    public double? CapacityError { get; init => field = value is { } v ? Require.NotNegative(v, "(fraction)") : null; }

    /// <summary>Slowest C-rate that takes part in the fit.</summary>
    public double FitFrom { get; init => field = Require.NotNegative(value, "1/h"); }

    /// <summary>The single-layer partners of a bilayer, or null.</summary>
    public BilayerPartners? Partners { get; init; }
}

/// <summary>The single layers beside a bilayer.</summary>
/// <param name="First">Rate test of the first layer alone.</param>
/// <param name="FirstMass">Its mass of active material [kg].</param>
/// <param name="Second">Rate test of the second layer alone.</param>
/// <param name="SecondMass">Its mass of active material [kg].</param>
/// <param name="FirstShare">Mass share of the first layer in the bilayer.</param>
public sealed record BilayerPartners(RateTable First, double FirstMass, RateTable Second, double SecondMass, Estimate FirstShare);
