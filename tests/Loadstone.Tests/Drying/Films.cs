using Loadstone.Drying;
using Loadstone.Materials;

namespace Loadstone.Tests.Drying;

/// <summary>Films and programmes that the tests of drying share.</summary>
internal static class Films
{
    public static Solvent Nmp => Catalogue.Default.Find<Solvent>("nmp");

    public static Solvent Water => Catalogue.Default.Find<Solvent>("water");

    /// <summary>A cathode film of 30 mg/cm² of solids.</summary>
    public static WetFilm Cathode(double solids, double mass = 0.30) =>
        new() { SolidMass = mass, SolidDensity = 4400, SolidMassFraction = solids, Solvent = Nmp };

    /// <summary>The programme of Park et al.: 2 °C/s from 25 to 120 °C and hold, the sample's temperature steered.</summary>
    public static OvenProgramme Analyser(double massTransfer = 0.005, double heatTransfer = 1000) =>
        OvenProgramme.RampAndHold(298.15, 393.15, 2, 60, heatTransfer, massTransfer);
}
