namespace Loadstone.Electrochemistry.Reduced;

/// <summary>Where each unknown of a reduced model stands in its state vector; c_e [mol/m³] of each cell comes first.</summary>
internal sealed class ReducedLayout(int cells, int classes, int shells)
{
    /// <summary>j [A/m²] of each particle class, positive where lithium leaves it.</summary>
    public int Reaction => cells;

    /// <summary>Mean of φ_s − φ_e in the negative electrode, or at the lithium [V].</summary>
    public int Negative => cells + classes;

    /// <summary>Mean of φ_s − φ_e in the positive electrode [V].</summary>
    public int Positive => Negative + 1;

    /// <summary>Terminal voltage [V].</summary>
    public int Voltage => Negative + 2;

    /// <summary>Current density, discharge positive [A/m²].</summary>
    public int Current => Negative + 3;

    /// <summary>Algebraic unknowns: reactions, three potentials, current.</summary>
    public int AlgebraicCount => classes + 4;

    /// <summary>θ of each shell and class, shell by shell from the centre.</summary>
    public int Stoichiometry => Negative + 4;

    /// <summary>∫ i dt [C/m²].</summary>
    public int Charge => Stoichiometry + shells * classes;

    /// <summary>∫ i V dt [J/m²].</summary>
    public int Energy => Charge + 1;

    /// <summary>Number of unknowns.</summary>
    public int Size => Charge + 2;
}
