using Loadstone.Materials;

namespace Loadstone.Tests.Materials;

public class ElectrolyteTests
{
    // Computed from the constants printed in the two papers, at 298.15 K: c [mol/L], κ [S/m], D [m²/s], t₊, thermodynamic factor.
    [Theory]
    [InlineData(0.2, 0.4369, 4.762e-10, 0.3559, 0.773)]
    [InlineData(0.5, 0.7558, 3.950e-10, 0.3048, 1.367)]
    [InlineData(1.0, 0.9130, 2.892e-10, 0.2209, 2.182)]
    [InlineData(1.5, 0.8098, 2.118e-10, 0.1502, 2.945)]
    [InlineData(2.0, 0.5939, 1.551e-10, 0.1057, 3.850)]
    public void LandesfeindAndGasteigerInEcEmc(double c, double conductivity, double diffusivity, double transference, double factor)
    {
        Electrolyte electrolyte = Catalogue.Default.Find<Electrolyte>("landesfeind2019");
        double x = 1000 * c;
        electrolyte.Conductivity.Function.At(x).ShouldBe(conductivity, 6e-5);
        electrolyte.Diffusivity.Function.At(x).ShouldBe(diffusivity, 6e-14);
        electrolyte.TransferenceNumber.Function.At(x).ShouldBe(transference, 6e-5);
        electrolyte.ThermodynamicFactor.Function.At(x).ShouldBe(factor, 6e-4);
    }

    [Theory]
    [InlineData(0.2, 0.4423, 4.103e-10)]
    [InlineData(1.0, 0.9487, 1.769e-10)]
    [InlineData(2.0, 0.5962, 4.356e-11)]
    public void NymanInEcEmc(double c, double conductivity, double diffusivity)
    {
        Electrolyte electrolyte = Catalogue.Default.Find<Electrolyte>("nyman2008");
        electrolyte.Conductivity.Function.At(1000 * c).ShouldBe(conductivity, 6e-5);
        electrolyte.Diffusivity.Function.At(1000 * c).ShouldBe(diffusivity, 6e-14);
    }

    /// <summary>Where a law is of Arrhenius' form in T, the slope is its activation energy: (1560 + 487 c) R at c mol/L.</summary>
    [Theory]
    [InlineData(0.5, 298.15)]
    [InlineData(1.0, 273.15)]
    [InlineData(2.0, 318.15)]
    public void AFunctionOfTemperatureHasTheActivationEnergyOfItsSlope(double c, double temperature)
    {
        Electrolyte electrolyte = Catalogue.Default.Find<Electrolyte>("landesfeind2019");
        double expected = (1560 + 487 * c) * PhysicalConstants.Gas;
        electrolyte.Diffusivity.ActivationEnergyNear(1000 * c, temperature).ShouldBe(expected, 1e-9 * expected);
        electrolyte.DiffusivityActivationEnergy.ShouldBeNull();
        electrolyte.TransferenceNumber.At(temperature).DependsOnTemperature.ShouldBeTrue();
    }

    [Fact]
    public void AFunctionOfConcentrationAloneHasAStatedActivationEnergy()
    {
        Electrolyte electrolyte = Catalogue.Default.Find<Electrolyte>("nyman2008");
        electrolyte.Conductivity.ActivationEnergyNear(1000, 298.15).ShouldBe(0);
        electrolyte.ConductivityActivationEnergy!.Value.ShouldBe(17_100);
    }

    [Fact]
    public void NymansPolynomialsDoNotRiseAgainAboveTheirMinima()
    {
        Electrolyte electrolyte = Catalogue.Default.Find<Electrolyte>("nyman2008");
        electrolyte.Diffusivity.Function.At(4000).ShouldBe(electrolyte.Diffusivity.Function.At(2300), 1e-25);
        electrolyte.Conductivity.Function.At(4000).ShouldBe(electrolyte.Conductivity.Function.At(2800), 1e-12);
        // Smooth where they become constant: the slope there is already nothing beside that at 1 mol/L.
        Math.Abs(electrolyte.Diffusivity.Function.DerivativeAt(2258.3)).ShouldBeLessThan(1e-3 * Math.Abs(electrolyte.Diffusivity.Function.DerivativeAt(1000)));
        Math.Abs(electrolyte.Conductivity.Function.DerivativeAt(2721.7)).ShouldBeLessThan(1e-3 * Math.Abs(electrolyte.Conductivity.Function.DerivativeAt(1500)));
    }

    [Fact]
    public void TransportFollowsTheTemperatureWhereThePaperHasIt()
    {
        Electrolyte warm = Catalogue.Default.Find<Electrolyte>("landesfeind2019").At(313.15);
        warm.Conductivity.Function.At(1000).ShouldBeGreaterThan(1.1);
        Electrolyte cold = warm.At(298.15);
        cold.Conductivity.Function.At(1000).ShouldBe(0.9130, 6e-5);
        Electrolyte fixedOne = Catalogue.Default.Find<Electrolyte>("nyman2008");
        fixedOne.At(313.15).Conductivity.Function.At(1000).ShouldBe(fixedOne.Conductivity.Function.At(1000));
    }
}
