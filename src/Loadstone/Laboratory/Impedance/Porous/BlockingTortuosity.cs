using Loadstone.Laboratory.Impedance.Circuits;
using Loadstone.Laboratory.Impedance.Fitting;

namespace Loadstone.Laboratory.Impedance.Porous;

/// <summary>What a symmetric cell of porous electrodes without reaction is made of.</summary>
/// <param name="Area">Area of the cell [m²].</param>
/// <param name="Thickness">Thickness of one electrode [m].</param>
/// <param name="Conductivity">Conductivity κ of the electrolyte [S/m].</param>
/// <param name="Porosity">Porosity ε.</param>
/// <param name="Electrodes">Alike electrodes in the cell: 2, or 1 against one without pores.</param>
public sealed record BlockingSymmetricCell(double Area, double Thickness, double Conductivity, double Porosity, int Electrodes = 2)
{
    /// <summary>Area [m²].</summary>
    public double Area { get; } = Require.Positive(Area, "m²");

    /// <summary>Thickness [m].</summary>
    public double Thickness { get; } = Require.Positive(Thickness, "m");

    /// <summary>Conductivity [S/m].</summary>
    public double Conductivity { get; } = Require.Positive(Conductivity, "S/m");

    /// <summary>Porosity, above 0.</summary>
    public double Porosity { get; } = Require.Positive(Require.Fraction(Porosity), "");
}

/// <summary>
/// Tortuosity of a porous electrode from the impedance of a symmetric cell with a blocking electrolyte (J. Landesfeind et al.,
/// J. Electrochem. Soc. 163, A1373, 2016): a transmission line gives the pores' resistance R_ion, N_M = R_ion A κ/L, τ = ε N_M.
/// </summary>
/// <param name="Fit">The fitted line.</param>
/// <param name="IonicResistance">R_ion of one electrode [Ω].</param>
/// <param name="MacMullin">MacMullin number N_M = τ/ε.</param>
/// <param name="Tortuosity">Tortuosity τ.</param>
public sealed record BlockingTortuosity(CircuitFit Fit, Estimate IonicResistance, Estimate MacMullin, Estimate Tortuosity)
{
    private static readonly Circuit Line = Circuit.Parse("R0-TLM1"), InductiveLine = Circuit.Parse("L0-R0-TLM1");

    /// <summary>Fits the line.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="cell">The cell.</param>
    /// <exception cref="InputException">There are fewer data than parameters.</exception>
    public static BlockingTortuosity Of(Spectrum spectrum, BlockingSymmetricCell cell)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        ArgumentNullException.ThrowIfNull(cell);
        CircuitFit fit = CircuitFitter.Fit(spectrum, spectrum.Impedance[0].Imaginary > 0 ? InductiveLine : Line);
        Estimate ionic = fit["TLM1 R"].Times(1.0 / cell.Electrodes);
        Estimate number = ionic.Times(cell.Area * cell.Conductivity / cell.Thickness);
        return new BlockingTortuosity(fit, ionic, number, number.Times(cell.Porosity));
    }
}
