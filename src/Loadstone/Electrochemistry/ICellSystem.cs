using Loadstone.Numerics;

namespace Loadstone.Electrochemistry;

/// <summary>A model of a cell as the steps of a protocol see it, whatever its equations are.</summary>
internal interface ICellSystem : IDaeSystem
{
    /// <summary>What the cycler holds.</summary>
    CellControl Control { get; set; }

    /// <summary>When true, concentrations and stoichiometries stand still and only the algebraic unknowns are solved for.</summary>
    bool Frozen { get; set; }

    /// <summary>Where the unknowns stand that a cycler measures.</summary>
    TerminalUnknowns Terminal { get; }

    /// <summary>How many of the first unknowns are salt concentrations of the electrolyte [mol/m³]; 0 where the model has none.</summary>
    int SaltCells => 0;

    /// <summary>Terminal voltage of a state [V].</summary>
    double Voltage(ReadOnlySpan<double> y);

    /// <summary>In the field's words why time stepping could not go on from a state.</summary>
    (StepEnd End, string Text) Diagnose(ReadOnlySpan<double> y);

    /// <summary>Profiles through the cell in a state.</summary>
    Profiles ProfilesOf(ReadOnlySpan<double> y, double time);
}

/// <summary>Indices of what a cycler measures; the terminal voltage is y[Potential] − y[Current] · Resistance.</summary>
/// <param name="Potential">Potential before the terminal's resistance [V].</param>
/// <param name="Current">Current density, discharge positive [A/m²].</param>
/// <param name="Charge">∫ i dt [C/m²].</param>
/// <param name="Energy">∫ i V dt [J/m²].</param>
/// <param name="Resistance">Resistance between that potential and the terminal [Ω m²].</param>
/// <param name="Temperature">Temperature of the cell [K], or null where the model has none.</param>
internal readonly record struct TerminalUnknowns(int Potential, int Current, int Charge, int Energy, double Resistance, int? Temperature = null);
