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
/// <param name="Saturation">
/// Share of the pore volume that liquid has taken when it happens, the bulges of the menisci included: what was let in. At a flux a jump fills its pores from the other menisci.
/// </param>
/// <param name="Time">When it happens [s], from the liquid's coming to the topmost disc; several steps at one time are one jump.</param>
/// <param name="ViscousDrop">Pressure that viscosity takes on the way to the meniscus [Pa]: at a flux, if all of it went there.</param>
/// <param name="Trapped">Indices of the pores whose air loses its way out by it.</param>
/// <param name="TrappedShare">Air that has lost its way out after it, over the pore volume.</param>
public sealed record FillingStep(FillingCause Cause, double Curvature, IReadOnlyList<int> Pores, double Saturation, double Time, double ViscousDrop,
    IReadOnlyList<int> Trapped, double TrappedShare);
