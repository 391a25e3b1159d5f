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

    /// <summary>True when time stepping follows a double layer on particles or lithium.</summary>
    public bool HasDoubleLayers => Lithium is { DoubleLayerCapacitance: > 0 } || OnParticles(Positive) || (Negative is not null && OnParticles(Negative));

    /// <summary>The cell with one double layer on all particles and on lithium, which time stepping and impedance follow.</summary>
    /// <param name="capacitance">Capacitance per surface [F/m²]; 0 takes double layers away. Published sets use 0.2 F/m²
    /// (Ong, Newman, J. Electrochem. Soc. 146, 4360 (1999)).</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacitance is negative or no number.</exception>
    public Cell WithDoubleLayers(double capacitance)
    {
        Require.NotNegative(capacitance, "F/m²", nameof(capacitance));
        Electrode On(Electrode electrode) =>
            electrode with { Layers = [.. electrode.Layers.Select(layer => layer.WithMaterials(m => m with { DoubleLayerCapacitance = capacitance }))] };
        return this with
        {
            Positive = On(Positive),
            Negative = Negative is null ? null : On(Negative),
            Lithium = Lithium is null ? null : Lithium with { DoubleLayerCapacitance = capacitance },
        };
    }

    private static bool OnParticles(Electrode electrode) =>
        electrode.Layers.Any(layer => layer.Particles.Any(p => p.Material.DoubleLayerCapacitance > 0));
}
