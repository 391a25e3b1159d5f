namespace Loadstone;

/// <summary>The one law for how rates change with temperature.</summary>
public static class Arrhenius
{
    /// <summary>exp(E/R (1/T_ref − 1/T)), by which a rate at T_ref is multiplied at T.</summary>
    /// <param name="activationEnergy">E [J/mol].</param>
    /// <param name="temperature">T [K].</param>
    /// <param name="referenceTemperature">T_ref [K].</param>
    public static double Factor(double activationEnergy, double temperature, double referenceTemperature) =>
        Math.Exp(activationEnergy / PhysicalConstants.Gas * (1 / referenceTemperature - 1 / temperature));
}
