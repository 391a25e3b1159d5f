using Loadstone.Drying;
using Loadstone.Slurry;

namespace Loadstone.Tests.Drying;

public class DepthCompositionTests
{
    private static readonly Composition Cathode = new(
    [
        new() { Name = "NMC", Role = ComponentRole.Active, MassFraction = 0.95, Density = 4700, SpecificSurface = 300 },
        new() { Name = "CB", Role = ComponentRole.Carbon, MassFraction = 0.02, Density = 1900, SpecificSurface = 60_000 },
        new() { Name = "PVDF", Role = ComponentRole.Binder, MassFraction = 0.03, Density = 1770 },
    ]);

    private static readonly MigrationProfile Rising = new([0, 0.25, 0.5, 0.75, 1], [0.6, 0.8, 1.1, 1.5]);

    /// <summary>What leaves the foil must turn up above: mass per volume summed over the slices is the layer's for each component.</summary>
    [Fact]
    public void EveryComponentKeepsItsMass()
    {
        IReadOnlyList<DepthSlice> slices = DepthComposition.Of(Cathode, 0.35, Rising, MigrationProfile.Uniform, 8);
        for (int i = 0; i < Cathode.Components.Count; i++)
        {
            double mean = (1 - 0.35) * Cathode.Density * Cathode.Components[i].MassFraction;
            double sum = slices.Sum(slice => (1 - slice.Porosity) * slice.Composition.Density * slice.Composition.Components[i].MassFraction) / 8;
            sum.ShouldBe(mean, 1e-9 * mean);
        }
    }

    [Fact]
    public void BinderThatGathersFillsPores()
    {
        IReadOnlyList<DepthSlice> slices = DepthComposition.Of(Cathode, 0.35, Rising, MigrationProfile.Uniform, 4);
        slices[0].Porosity.ShouldBeGreaterThan(0.35);
        slices[3].Porosity.ShouldBeLessThan(0.35);
        slices.Average(slice => slice.Porosity).ShouldBe(0.35, 1e-12);
    }

    [Fact]
    public void KnotsKeepTheMean()
    {
        IReadOnlyList<DepthSlice> slices = DepthComposition.Of(Cathode, 0.35, Rising, Rising, 5);
        (double[] positions, double[] values) = DepthComposition.Knots(slices, slice => Math.Pow(slice.Porosity, 1.5));
        positions[0].ShouldBe(0);
        positions[^1].ShouldBe(1);
        double integral = 0;
        for (int i = 1; i < positions.Length; i++) integral += (positions[i] - positions[i - 1]) * (values[i] + values[i - 1]) / 2;
        integral.ShouldBe(slices.Average(slice => Math.Pow(slice.Porosity, 1.5)), 1e-12);
    }

    [Fact]
    public void ASkinThatNeedsMoreThanThePoresIsRefusedWithThePorosityThatWorks()
    {
        var skin = new MigrationProfile([0, 0.9, 1], [0.1, 9.1]);
        InputException problem = Should.Throw<InputException>(() => DepthComposition.Of(Cathode, 0.2, skin, MigrationProfile.Uniform));
        problem.Message.ShouldContain("expected a porosity above");
        DepthComposition.Of(Cathode, 0.45, skin, MigrationProfile.Uniform).Count.ShouldBe(10);
    }

    [Fact]
    public void SlicesOfAProfileKeepItsTotal()
    {
        Rising.Slices(7).Average().ShouldBe(1, 1e-14);
        Rising.UniformityIndex.ShouldBe(1 - 0.5 * 0.25 * (0.4 + 0.2 + 0.1 + 0.5), 1e-12);
        Rising.TopBottomRatio.ShouldBe(1.5 / 0.6, 1e-12);
        Rising.FoilShare.ShouldBe(0.6, 1e-12);
    }
}
