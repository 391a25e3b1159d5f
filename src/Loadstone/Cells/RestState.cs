using Loadstone.Electrodes;

namespace Loadstone.Cells;

/// <summary>
/// A cell at rest: the potentials of its electrodes, and their stoichiometries where one material makes them. Lithium content,
/// not potential, says what is in the particles wherever it can: on a plateau a potential says next to nothing.
/// </summary>
/// <param name="NegativePotential">Potential of the negative electrode against lithium [V]; 0 for lithium metal.</param>
/// <param name="PositivePotential">Potential of the positive electrode against lithium [V].</param>
/// <param name="NegativeStoichiometry">Stoichiometry of the negative electrode, or null where materials differ or it is lithium.</param>
/// <param name="PositiveStoichiometry">Stoichiometry of the positive electrode, or null where materials differ.</param>
/// <param name="Temperature">Temperature [K].</param>
public readonly record struct RestState(
    double NegativePotential, double PositivePotential, double? NegativeStoichiometry, double? PositiveStoichiometry, double Temperature)
{
    /// <summary>Stoichiometry of a material in one of the electrodes.</summary>
    /// <param name="material">The material.</param>
    /// <param name="inNegative">True for the negative electrode.</param>
    public double StoichiometryOf(IntercalationMaterial material, bool inNegative) => inNegative
        ? NegativeStoichiometry ?? CellBalance.StoichiometryAt(material, NegativePotential, Temperature)
        : PositiveStoichiometry ?? CellBalance.StoichiometryAt(material, PositivePotential, Temperature);
}
