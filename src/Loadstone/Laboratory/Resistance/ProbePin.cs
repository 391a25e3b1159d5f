namespace Loadstone.Laboratory.Resistance;

/// <summary>A pin on the surface of a coating.</summary>
/// <param name="X">x [m].</param>
/// <param name="Y">y [m].</param>
public readonly record struct ProbePin(double X, double Y)
{
    /// <summary>Distance from another pin [m].</summary>
    public double DistanceTo(ProbePin other) => Math.Sqrt((X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y));
}
