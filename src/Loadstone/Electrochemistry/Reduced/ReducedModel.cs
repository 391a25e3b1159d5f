namespace Loadstone.Electrochemistry.Reduced;

/// <summary>A model of a cell with less in it than the porous-electrode model.</summary>
public enum ReducedModel
{
    /// <summary>
    /// Single-particle model: one particle stands for each particle class, the electrolyte stays as it is at rest
    /// (Atlung, West, Jacobsen, J. Electrochem. Soc. 126, 1311 (1979); Ning, Popov, J. Electrochem. Soc. 151, A1584 (2004)).
    /// </summary>
    Spm,

    /// <summary>
    /// Single-particle model with electrolyte: in addition the salt across the cell, and the ohmic and diffusion
    /// potentials of electrolyte and solid (Marquis, Sulzer, Timms, Please, Chapman, J. Electrochem. Soc. 166, A3693 (2019)).
    /// </summary>
    Spme,
}
