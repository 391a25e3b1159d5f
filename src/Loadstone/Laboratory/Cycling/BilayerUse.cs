using Loadstone.Electrochemistry.Analysis;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Cycling;

/// <summary>How evenly the layers of a bilayer are used, from it and its single-layer partners, with the errors of all inputs carried through (Yari et al., ACS Appl. Energy Mater. 2020, eqns 7 and 8).</summary>
/// <param name="SecondUtilisation">u₂, with the first layer fully used.</param>
/// <param name="Evenness">ψ; 0.5 is even.</param>
public sealed record BilayerUse(Estimate SecondUtilisation, Estimate Evenness)
{
    /// <summary>u₂ and ψ, to first order in the errors, which are taken as independent.</summary>
    /// <param name="capacity">Capacity of the bilayer per mass [C/kg].</param>
    /// <param name="firstShare">Mass share of the first layer.</param>
    /// <param name="first">Capacity of the first layer alone per its mass [C/kg].</param>
    /// <param name="second">Capacity of the second layer alone per its mass [C/kg].</param>
    /// <exception cref="ArgumentException">As of <see cref="RateCapability.SecondLayerUtilisation"/>.</exception>
    /// <exception cref="InputException">The bilayer gives less than its first layer alone would: u₂ would be negative.</exception>
    public static BilayerUse Of(Estimate capacity, Estimate firstShare, Estimate first, Estimate second)
    {
        double q = capacity.Value, w = firstShare.Value, q1 = first.Value, q2 = second.Value;
        double u2 = RateCapability.SecondLayerUtilisation(q, w, q1, q2);
        if (u2 < 0) throw new InputException($"the bilayer gives {q / 3600:g4} mAh/g, less than the first layer's share alone, {w * q1 / 3600:g4} mAh/g: with that layer fully used the other would have to take charge.");
        double psi = RateCapability.Evenness(q1, u2, q2);
        // ψ holds u₂Q₂ = (Q − ωQ₁)/(1 − ω), from which Q₂ has gone: its error does not enter.
        double rest = 1 - w, used = u2 * q2, slope = -q1 / ((used + q1) * (used + q1));
        double byCapacity = 1 / rest, byFirst = -w / rest, byShare = (q - q1) / (rest * rest);
        return new BilayerUse(
            ErrorPropagation.Carry(u2, (capacity, byCapacity / q2), (firstShare, byShare / q2), (first, byFirst / q2), (second, -u2 / q2)),
            ErrorPropagation.Carry(psi, (capacity, slope * byCapacity), (firstShare, slope * byShare), (first, slope * byFirst + used / ((used + q1) * (used + q1))), (second, 0)));
    }
}
