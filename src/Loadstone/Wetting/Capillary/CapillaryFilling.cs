namespace Loadstone.Wetting.Capillary;

/// <summary>What let the liquid into a pore.</summary>
public enum FillingCause
{
    /// <summary>A meniscus burst: no arc stands in the gap at this pressure.</summary>
    Burst,

    /// <summary>A meniscus met a disc before it.</summary>
    Touch,

    /// <summary>Two menisci met on a disc between them.</summary>
    Overlap,
}

/// <summary>A step of the filling: one or more pores at once.</summary>
/// <param name="Cause">What let the liquid in.</param>
/// <param name="Curvature">κ = (p_liquid − p_air)/σ at which it happens [1/m]; negative where the liquid is sucked in.</param>
/// <param name="Pores">Indices of the pores that fill.</param>
/// <param name="Saturation">Share of the pore volume that holds liquid after it.</param>
/// <param name="Trapped">Indices of the pores whose air loses its way out by it.</param>
/// <param name="TrappedShare">Share of the pore volume whose air has lost its way out after it.</param>
public sealed record FillingStep(FillingCause Cause, double Curvature, IReadOnlyList<int> Pores, double Saturation, IReadOnlyList<int> Trapped, double TrappedShare);

/// <summary>
/// Filling of a bed of discs by a wetting liquid, so slow that capillarity alone decides (Ca → 0): the meniscus that needs the least pressure
/// moves first (M. Cieplak and M. O. Robbins, Phys. Rev. B 41, 11508 (1990)), and air that loses its way out stays.
/// </summary>
/// <param name="Steps">The steps in their order.</param>
/// <param name="BreakthroughCurvature">κ at which the liquid leaves below [1/m]; NaN where it never did.</param>
/// <param name="Saturation">Share of the pore volume that holds liquid at the end: at breakthrough, or where the pressure of the reservoir moves it no more.</param>
/// <param name="TrappedShare">Share of the pore volume whose air has lost its way out.</param>
/// <param name="IsTrapped">Of each pore, whether its air is trapped.</param>
/// <param name="Outlines">Of each pore, its corners: centres of discs, and the side of the box where it lies at one [m].</param>
public sealed record CapillaryFilling(IReadOnlyList<FillingStep> Steps, double BreakthroughCurvature, double Saturation, double TrappedShare, IReadOnlyList<bool> IsTrapped,
    IReadOnlyList<IReadOnlyList<(double X, double Y)>> Outlines)
{
    /// <summary>Fills a bed from above.</summary>
    /// <param name="bed">The bed.</param>
    /// <param name="contactAngle">Contact angle through the liquid [rad], 0 to π/2.</param>
    /// <param name="highestCurvature">(p_reservoir − p_air)/σ [1/m]: 0 for a reservoir at the pressure of the air; infinite for a flux that is forced in until it leaves below.</param>
    /// <exception cref="InputException">The angle is out of its range.</exception>
    public static CapillaryFilling Of(DiscBed bed, double contactAngle, double highestCurvature = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(bed);
        if (!(contactAngle >= 0 && contactAngle <= Math.PI / 2))
            throw new InputException(FormattableString.Invariant($"the contact angle is {contactAngle * 180 / Math.PI:g4}°; expected 0° to 90° where capillarity alone fills the pores."), file: bed.Source);
        return new FillingFront(new PoreSpace(bed), contactAngle).Run(highestCurvature);
    }
}
