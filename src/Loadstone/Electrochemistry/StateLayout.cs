namespace Loadstone.Electrochemistry;

/// <summary>Where each unknown stands in the state vector of a discretised cell.</summary>
internal sealed class StateLayout
{
    /// <summary>Layout for a grid and a number of shells.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="shells">Shells of a particle.</param>
    /// <param name="lithiumDoubleLayer">Whether lithium metal has a double layer, and with it unknowns of its own.</param>
    public StateLayout(CellGrid grid, int shells, bool lithiumDoubleLayer)
    {
        int n = grid.Count, p = grid.ParticleCount;
        Cells = n;
        Particles = p;
        Shells = shells;
        Concentration = 0;
        ElectrolytePotential = n;
        SolidPotential = 2 * n;
        Reaction = 3 * n;
        Stoichiometry = 3 * n + p;
        Current = Stoichiometry + shells * p;
        Charge = Current + 1;
        Energy = Current + 2;
        Temperature = Current + 3;
        LithiumPotential = Current + 4;
        LithiumReaction = Current + 5;
        Size = Current + (lithiumDoubleLayer ? 6 : 4);
    }

    public int Cells { get; }

    public int Particles { get; }

    public int Shells { get; }

    /// <summary>c_e [mol/m³] of each cell.</summary>
    public int Concentration { get; }

    /// <summary>φ_e [V] of each cell, against the negative terminal.</summary>
    public int ElectrolytePotential { get; }

    /// <summary>φ_s [V] of each cell; 0 in the separator, where it has no meaning.</summary>
    public int SolidPotential { get; }

    /// <summary>j [A/m²] of each particle, positive where lithium leaves it.</summary>
    public int Reaction { get; }

    /// <summary>θ of each shell and particle, shell by shell from the centre: index shell × Particles + particle.</summary>
    public int Stoichiometry { get; }

    /// <summary>Current density of the cell [A/m²], discharge positive.</summary>
    public int Current { get; }

    /// <summary>∫ i dt [C/m²].</summary>
    public int Charge { get; }

    /// <summary>∫ i V dt [J/m²].</summary>
    public int Energy { get; }

    /// <summary>T [K], one for the whole cell.</summary>
    public int Temperature { get; }

    /// <summary>Potential of lithium metal against the electrolyte at its surface [V]; only where it has a double layer.</summary>
    public int LithiumPotential { get; }

    /// <summary>Reaction current density of lithium metal, positive where it dissolves [A/m²]; only where it has a double layer.</summary>
    public int LithiumReaction { get; }

    public int Size { get; }
}
