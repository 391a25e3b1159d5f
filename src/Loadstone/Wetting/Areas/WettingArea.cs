namespace Loadstone.Wetting.Areas;

/// <summary>Shape of an area seen from above.</summary>
public enum AreaShape
{
    /// <summary>A long strip, open at both long edges; half of it is calculated.</summary>
    Strip,

    /// <summary>A disc, open all round.</summary>
    Disc,
}

/// <summary>Faces of an area.</summary>
[Flags]
public enum AreaFaces
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The face of the first layer.</summary>
    Top = 1,

    /// <summary>The edges of all layers.</summary>
    Edges = 2,
}

/// <summary>
/// An area of electrode and separator that fills with electrolyte, in section: distance from the edge to the plane or axis of symmetry, and
/// depth from the first layer (the separator) to the foil.
/// </summary>
public sealed record WettingArea
{
    /// <summary>The layers, the first at the other electrode, the last at the foil.</summary>
    public required IReadOnlyList<AreaLayer> Layers { get; init => field = Require.NotEmpty(value); }

    /// <summary>Half of the strip's width, or radius of the disc [m].</summary>
    public required double HalfWidth { get; init => field = Require.Positive(value, "m"); }

    /// <summary>The liquid.</summary>
    public required WettingLiquid Liquid { get; init; }

    /// <summary>The gas that is cut off.</summary>
    public required TrappedGas Gas { get; init; }

    /// <summary>Shape from above.</summary>
    public AreaShape Shape { get; init; }

    /// <summary>Faces with liquid from the start.</summary>
    public AreaFaces Feed { get; init => field = value != AreaFaces.None ? value : throw new ArgumentOutOfRangeException(nameof(Feed), value, "An area that is fed nowhere does not fill."); } = AreaFaces.Edges;

    /// <summary>Faces through which dissolved gas leaves; in a closed cell the other electrode covers the top.</summary>
    public AreaFaces GasExit { get; init => field = value != AreaFaces.None ? value : throw new ArgumentOutOfRangeException(nameof(GasExit), value, "Gas that leaves nowhere stays."); } = AreaFaces.Edges;

    /// <summary>Pressure of the liquid where it is fed over that of the gas [Pa].</summary>
    public double ReservoirPressure { get; init => field = Require.NotNegative(value, "Pa"); }

    /// <summary>Conductivity κ of the liquid, for the ohmic intercept [S/m].</summary>
    public double Conductivity { get; init => field = Require.Positive(value, "S/m"); } = 1;

    /// <summary>Power n of the wetted fraction in the conductivity (G. E. Archie, Trans. AIME 146, 54 (1942): about 2).</summary>
    public double SaturationExponent { get; init => field = Require.Within(value, 0, 10, "(number)"); } = 2;

    /// <summary>Columns of cells between the edge and the middle.</summary>
    public int Columns { get; init => field = (int)Require.Within(value, 1, 2000, "(columns)"); } = 32;

    /// <summary>Cells of each layer over its thickness.</summary>
    public int RowsPerLayer { get; init => field = (int)Require.Within(value, 1, 500, "(rows)"); } = 4;
}
