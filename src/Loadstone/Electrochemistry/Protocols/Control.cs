namespace Loadstone.Electrochemistry.Protocols;

/// <summary>What the cycler holds during a step. Discharge current is positive.</summary>
public abstract record Control
{
    private Control()
    {
    }

    /// <summary>No current.</summary>
    public sealed record Rest : Control;

    /// <summary>Constant current [A], discharge positive.</summary>
    public sealed record Current(double Amperes) : Control;

    /// <summary>Constant current as a multiple of the 1C current, discharge positive.</summary>
    public sealed record CRate(double Rate) : Control;

    /// <summary>Constant voltage [V].</summary>
    public sealed record Voltage(double Volts) : Control;

    /// <summary>Constant power [W], discharge positive.</summary>
    public sealed record Power(double Watts) : Control;

    /// <summary>Constant external resistance [Ω].</summary>
    public sealed record Resistance(double Ohms) : Control;

    /// <summary>Current from a table, linear between its points; the step ends at the last time. Discharge positive.</summary>
    /// <param name="Times">Seconds from the start of the step, increasing from 0.</param>
    /// <param name="Amperes">Current there [A], as many.</param>
    /// <param name="Name">Name of the table, for messages.</param>
    public sealed record CurrentTable(IReadOnlyList<double> Times, IReadOnlyList<double> Amperes, string Name) : Control;
}
