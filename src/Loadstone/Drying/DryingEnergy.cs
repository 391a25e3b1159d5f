namespace Loadstone.Drying;

/// <summary>What an energy balance of a dryer takes for granted beyond the film itself.</summary>
public sealed record DryerAssumptions
{
    private const double AirMolarMass = 0.02896; // kg/mol

    /// <summary>
    /// Mole share of vapour in the exhaust. The default is a quarter of the lower explosion limit of NMP, 1.3 % by volume, as
    /// ovens with combustible solvents keep; water has no such bound.
    /// </summary>
    public double VapourShare { get; init => field = Require.Within(value, 1e-5, 0.5, "(fraction)"); } = 0.25 * 0.013;

    /// <summary>Temperature at which fresh air enters [K].</summary>
    public double AmbientTemperature { get; init => field = Require.Within(value, 200, 400, "K"); } = 298.15;

    /// <summary>Temperature at which air leaves the oven [K].</summary>
    public double ExhaustTemperature { get; init => field = Require.Within(value, 250, 600, "K"); } = 393.15;

    /// <summary>Specific heat of air [J/(kg K)].</summary>
    public double AirSpecificHeat { get; init => field = Require.Positive(value, "J/(kg K)"); } = 1006;

    /// <summary>Share of the exhaust's heat that warms the fresh air; assumed, 0 to 0.9 by plant.</summary>
    public double HeatRecovery { get; init => field = Require.Within(value, 0, 0.99, "(fraction)"); } = 0.5;

    /// <summary>
    /// Energy to condense and distil the solvent [J/kg]: assumed as three times NMP's heat of vaporisation, 0.5 to 10 MJ/kg by plant;
    /// 0 for water that is let go.
    /// </summary>
    public double SolventRecovery { get; init => field = Require.NotNegative(value, "J/kg"); } = 1.6e6;

    /// <summary>Mass of air per mass of solvent in the exhaust.</summary>
    /// <param name="molarMass">Molar mass of the solvent [kg/mol].</param>
    public double AirPerSolvent(double molarMass) => AirMolarMass / molarMass * (1 / VapourShare - 1);
}

/// <summary>
/// Energy of a drying step per area of coating [J/m²]: what the film takes up by its own balance, the air that must be warmed to
/// carry the vapour away, and the recovery of the solvent. What a whole plant takes per mass of solvent is assumed once, with its
/// range, in the entry solventRecoveryEnergy of the built-in list of pouch cells.
/// </summary>
/// <param name="LatentHeat">Heat that evaporates the solvent [J/m²].</param>
/// <param name="SensibleHeat">Heat that warms film and foil [J/m²].</param>
/// <param name="AirHeat">Heat of the exhaust air that is not recovered [J/m²].</param>
/// <param name="SolventRecovery">Energy to condense and distil the solvent [J/m²].</param>
/// <param name="SolventMass">Solvent that evaporated [kg/m²].</param>
public sealed record DryingEnergy(double LatentHeat, double SensibleHeat, double AirHeat, double SolventRecovery, double SolventMass)
{
    /// <summary>All of it [J/m²].</summary>
    public double Total => LatentHeat + SensibleHeat + AirHeat + SolventRecovery;

    /// <summary>All of it per mass of solvent [J/kg].</summary>
    public double PerSolvent => Total / SolventMass;

    /// <summary>The energy of a film that was dried.</summary>
    /// <param name="curve">How it dried.</param>
    /// <param name="dryer">The dryer.</param>
    public static DryingEnergy Of(DryingCurve curve, DryerAssumptions dryer)
    {
        double solvent = curve.Film.SolventMass * (1 - curve.ResidualShare);
        double air = solvent * dryer.AirPerSolvent(curve.Film.Solvent.MolarMass.Value) * dryer.AirSpecificHeat
            * Math.Max(0, dryer.ExhaustTemperature - dryer.AmbientTemperature) * (1 - dryer.HeatRecovery);
        return new DryingEnergy(curve.LatentHeat, curve.SensibleHeat, air, solvent * dryer.SolventRecovery, solvent);
    }
}
