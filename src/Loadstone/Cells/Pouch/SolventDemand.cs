namespace Loadstone.Cells.Pouch;

/// <summary>What solvent a coating takes, and what it costs to drive it out.</summary>
/// <param name="Name">The solvent.</param>
/// <param name="MassPerArea">Mass of solvent per area of coating [kg/m²].</param>
/// <param name="EnergyPerMass">Energy per mass of solvent: heat of vaporisation, warm air and recovery [J/kg].</param>
public sealed record SolventDemand(string Name, double MassPerArea, double EnergyPerMass)
{
    /// <summary>Energy per area of coating [J/m²].</summary>
    public double EnergyPerArea => MassPerArea * EnergyPerMass;

    /// <summary>Mass of solvent per mass of solids at a solids content, (1 − w)/w.</summary>
    /// <param name="solidsContent">Mass of solids per mass of slurry w, above 0 and at most 1.</param>
    public static double PerSolids(double solidsContent) =>
        (1 - Require.Within(solidsContent, double.Epsilon, 1, "(fraction)")) / solidsContent;

    /// <summary>Part of the solvent that a higher solids content saves: from 70 to 77 wt% 30 % of it.</summary>
    /// <param name="from">Solids content before.</param>
    /// <param name="to">Solids content after.</param>
    public static double Saved(double from, double to) => 1 - PerSolids(to) / PerSolids(from);
}
