namespace Loadstone.Electrochemistry.Analysis;

/// <summary>
/// Small changes at one particle: δ(φ_s − φ_e) = Resistance δj + PotentialBySurface δθ_s − PotentialBySalt δc_e, where the
/// surface follows from the shells.
/// </summary>
internal readonly record struct LinearisedParticle
{
    /// <summary>Cell in which it stands.</summary>
    public required int Cell { get; init; }

    /// <summary>Particle surface per area of the cell.</summary>
    public required double Area { get; init; }

    /// <summary>Charge transfer and film [Ω m² of particle].</summary>
    public required double Resistance { get; init; }

    /// <summary>Double layer [F/m² of particle].</summary>
    public required double Capacitance { get; init; }

    /// <summary>∂/∂θ_s of equilibrium potential and overpotential [V].</summary>
    public required double PotentialBySurface { get; init; }

    /// <summary>By how much more salt lowers the overpotential [V m³/mol].</summary>
    public required double PotentialBySalt { get; init; }

    /// <summary>Outflow of the outermost shell per reaction current [m²/(A s)].</summary>
    public required double OuterByReaction { get; init; }

    /// <summary>∂θ_s by the outermost shell.</summary>
    public required double SurfaceByOuter { get; init; }

    /// <summary>∂θ_s by the shell inside it, times that shell's coupling to the outermost one.</summary>
    public required double SurfaceByInnerAndUpper { get; init; }

    /// <summary>∂θ_s by the reaction at constant shells [m²/A].</summary>
    public required double SurfaceByReaction { get; init; }
}
