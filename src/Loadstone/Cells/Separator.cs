namespace Loadstone.Cells;

/// <summary>A separator.</summary>
public sealed record Separator
{
    /// <summary>Thickness [m].</summary>
    public required double Thickness { get; init => field = Require.Within(value, 1e-7, 5e-3, "m"); }

    /// <summary>Porosity ε.</summary>
    public required double Porosity { get; init => field = Require.Within(value, 1e-3, 1, "(fraction)"); }

    /// <summary>ε/τ (1/MacMullin number).</summary>
    public required double TransportEfficiency { get; init => field = Require.Within(value, 1e-6, 1, "(fraction)"); }
}
