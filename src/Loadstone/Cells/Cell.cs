using Loadstone.Electrodes;

namespace Loadstone.Cells;

/// <summary>
/// A cell as the porous-electrode model sees it: a positive electrode against either a porous negative electrode (full cell)
/// or lithium metal (half cell), with separator and electrolyte, at one temperature.
/// </summary>
public sealed record Cell
{
    /// <summary>Name shown in tables.</summary>
    public string Name { get; init; } = "cell";

    /// <summary>The porous negative electrode; null in a half cell.</summary>
    public Electrode? Negative { get; init; }

    /// <summary>The lithium metal electrode; null in a full cell.</summary>
    public LithiumElectrode? Lithium { get; init; }

    /// <summary>The positive electrode.</summary>
    public required Electrode Positive { get; init; }

    /// <summary>The separator.</summary>
    public required Separator Separator { get; init; }

    /// <summary>The electrolyte.</summary>
    public required ElectrolyteProperties Electrolyte { get; init; }

    /// <summary>Area that faces the other electrode [m²].</summary>
    public required double Area { get; init => field = Require.Positive(value, "m²"); }

    /// <summary>Lower cut-off voltage [V]; at rest it defines 0 % state of charge.</summary>
    public required double LowerCutOff { get; init => field = Require.Within(value, -1, 10, "V"); }

    /// <summary>Upper cut-off voltage [V]; at rest it defines 100 % state of charge.</summary>
    public required double UpperCutOff { get; init => field = Require.Within(value, -1, 10, "V"); }

    /// <summary>Current at 1C [A].</summary>
    public required double OneC { get; init => field = Require.Positive(value, "A"); }

    /// <summary>Temperature [K]; with self-heating, that of the start.</summary>
    public double Temperature { get; init => field = Require.Within(value, 200, 400, "K"); } = 298.15;

    /// <summary>Self-heating; null keeps the cell at its temperature.</summary>
    public LumpedThermal? Thermal { get; init; }

    /// <summary>Lithium in the active materials of both electrodes together [mol/m²]; needed in a full cell only.</summary>
    public double? CyclableLithium { get; init; }

    /// <summary>True when the negative electrode is lithium metal.</summary>
    public bool IsHalfCell => Lithium is not null;
}
