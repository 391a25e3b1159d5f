namespace Loadstone.Electrochemistry.Protocols;

/// <summary>What ends a step before its time.</summary>
public abstract record StopCondition
{
    private StopCondition()
    {
    }

    /// <summary>The voltage reaches a value [V]: from above on discharge, from below on charge.</summary>
    public sealed record Voltage(double Volts) : StopCondition;

    /// <summary>The magnitude of the current falls to a value [A].</summary>
    public sealed record Current(double Amperes) : StopCondition;

    /// <summary>The magnitude of the current falls to a multiple of the 1C current.</summary>
    public sealed record CRate(double Rate) : StopCondition;

    /// <summary>The charge passed in the step reaches a value [C].</summary>
    public sealed record Charge(double Coulombs) : StopCondition;

    /// <summary>The salt concentration falls to a value somewhere in the electrolyte [mol/m³].</summary>
    public sealed record SaltConcentration(double Concentration) : StopCondition;
}
