namespace Loadstone.Electrochemistry.Analysis;

/// <summary>How much the potential of the electrolyte falls from cell to cell towards the positive side [V], and why.</summary>
internal sealed class ElectrolyteFalls(int faces)
{
    /// <summary>By the current through the face.</summary>
    public double[] Ohmic { get; } = new double[faces];

    /// <summary>By the difference of the salt concentrations.</summary>
    public double[] Concentration { get; } = new double[faces];

    /// <summary>Share of the ohmic fall before the face, 0 to 1.</summary>
    public double[] OhmicShareLeft { get; } = new double[faces];

    /// <summary>Share of the concentration's fall before the face, 0 to 1.</summary>
    public double[] ConcentrationShareLeft { get; } = new double[faces];

    /// <summary>Overpotential of the reaction at a lithium electrode.</summary>
    public double LithiumChargeTransfer { get; set; }

    /// <summary>Over the film on a lithium electrode.</summary>
    public double LithiumFilm { get; set; }

    /// <summary>By the current between a lithium electrode and the first cell's centre.</summary>
    public double LithiumOhmic { get; set; }

    /// <summary>By the salt between a lithium electrode and the first cell's centre.</summary>
    public double LithiumConcentration { get; set; }
}
