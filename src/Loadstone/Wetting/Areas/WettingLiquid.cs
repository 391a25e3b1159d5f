namespace Loadstone.Wetting.Areas;

/// <summary>A liquid that fills pores by itself.</summary>
public sealed record WettingLiquid
{
    /// <summary>A liquid.</summary>
    /// <param name="viscosity">Viscosity μ [Pa s].</param>
    /// <param name="surfaceTension">Surface tension σ against the gas [N/m].</param>
    /// <param name="contactAngle">Contact angle θ through the liquid [rad].</param>
    /// <exception cref="InputException">The angle is not in [0, 90°): such a liquid enters no pore by itself.</exception>
    public WettingLiquid(double viscosity, double surfaceTension, double contactAngle)
    {
        Viscosity = Require.Positive(viscosity, "Pa s", nameof(viscosity));
        SurfaceTension = Require.Positive(surfaceTension, "N/m", nameof(surfaceTension));
        if (!(contactAngle >= 0 && contactAngle < Math.PI / 2))
            throw new InputException(FormattableString.Invariant($"a contact angle of {contactAngle * 180 / Math.PI:g4}° is out of range; expected 0° to below 90°: a liquid that does not wet the solids enters no pore by itself."));
        ContactAngle = contactAngle;
    }

    /// <summary>Viscosity μ [Pa s].</summary>
    public double Viscosity { get; }

    /// <summary>Surface tension σ [N/m].</summary>
    public double SurfaceTension { get; }

    /// <summary>Contact angle θ through the liquid [rad], below π/2.</summary>
    public double ContactAngle { get; }

    /// <summary>σ cos θ, the energy that wetting a unit of the solids' surface frees [N/m].</summary>
    public double Adhesion => SurfaceTension * Math.Cos(ContactAngle);
}
