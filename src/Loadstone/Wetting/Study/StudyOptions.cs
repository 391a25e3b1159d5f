using Loadstone.Wetting.Stokes;

namespace Loadstone.Wetting.Study;

/// <summary>How a bed is filled by viscous flow alone: the model of W. Chen et al. (Adv. Funct. Mater. 2024), without surface tension.</summary>
public sealed record StudyOptions
{
    /// <summary>Side of a grid cell [m].</summary>
    public double Cell { get; init => field = Require.Positive(value, "m"); } = 0.5e-6;

    /// <summary>Velocity downwards at the inlet [m/s].</summary>
    public double InletVelocity { get; init => field = Require.Positive(value, "m/s"); } = 1e-4;

    /// <summary>Electrolyte and air.</summary>
    public FluidPair Fluids { get; init; } = new(3.1e-3, 1.8e-5);

    /// <summary>How much liquid is injected, in volumes of the bed's pores.</summary>
    public double PoreVolumes { get; init => field = Require.Within(value, 0.01, 100, "(pore volumes)"); } = 2;

    /// <summary>Liquid injected between two solutions of the flow, in volumes of the bed's pores: in between, the interface moves in one flow field.</summary>
    public double FlowInterval { get; init => field = Require.Within(value, 1e-6, 0.1, "(pore volumes)"); } = 5e-4;

    /// <summary>Pictures of the filling to keep, equally far apart in injected volume; 0 for none.</summary>
    public int Frames { get; init => field = value is >= 0 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(Frames), value, "Expected 0 to 1000 frames."); }
}
