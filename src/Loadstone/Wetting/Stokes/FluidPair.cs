namespace Loadstone.Wetting.Stokes;

/// <summary>The liquid that comes in and the gas that it drives out.</summary>
/// <param name="LiquidViscosity">Viscosity of the liquid [Pa s].</param>
/// <param name="GasViscosity">Viscosity of the gas [Pa s].</param>
public readonly record struct FluidPair(double LiquidViscosity, double GasViscosity)
{
    /// <summary>Viscosity of the liquid [Pa s].</summary>
    public double LiquidViscosity { get; init => field = Require.Positive(value, "Pa s"); } = Require.Positive(LiquidViscosity, "Pa s");

    /// <summary>Viscosity of the gas [Pa s].</summary>
    public double GasViscosity { get; init => field = Require.Positive(value, "Pa s"); } = Require.Positive(GasViscosity, "Pa s");

    /// <summary>Mean over the area of what lies beside each other: right for stretching.</summary>
    /// <param name="liquidShare">Share that is liquid.</param>
    public double Arithmetic(double liquidShare) => liquidShare * LiquidViscosity + (1 - liquidShare) * GasViscosity;

    /// <summary>Mean over the fluidities of what lies upon each other: right for shear along an interface.</summary>
    /// <param name="liquidShare">Share that is liquid.</param>
    public double Harmonic(double liquidShare) => 1 / (liquidShare / LiquidViscosity + (1 - liquidShare) / GasViscosity);
}
