using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Comparison;
using Loadstone.Designs.Fitting;

namespace Loadstone.Tests.Designs.Comparison;

public class PredictedProfileTests
{
    private static readonly string Examples = Path.Combine(Repository.Root, "examples");

    /// <summary>The binder of one layer is that of its drying step, and none is lost; of two layers it is what their slices hold.</summary>
    [Fact]
    public void Binder_is_that_of_the_drying()
    {
        string path = Path.Combine(Examples, "high-solids-slurry.json");
        var found = PredictedProfile.OfBinder(path, new FitOptions());
        found.MeanOver(0, 1).ShouldBe(1, 1e-9);
        var built = DesignBuilder.Build(DesignDocument.Load(path).Base);
        found.MeanOver(0.9, 1).ShouldBe(built.Positive!.Making!.Dryings.Single().Binder.MeanOver(0.9, 1), 1e-12);

        var two = PredictedProfile.OfBinder(Path.Combine(Examples, "two-layers-coated.json"), new FitOptions());
        double whole = two.MeanOver(0, 1);
        (two.MeanOver(0, 0.5) + two.MeanOver(0.5, 1)).ShouldBe(2 * whole, 1e-9);
        whole.ShouldBeInRange(0.005, 0.2);
    }

    /// <summary>Lithium at the end of a slow discharge is nearly even and high; a fast one leaves the foil's side emptier than the separator's.</summary>
    [Fact]
    public void Lithium_is_that_of_the_discharge()
    {
        string path = Path.Combine(Examples, "high-solids-slurry.json");
        var options = new FitOptions { Mesh = new() { Separator = 4, Positive = 10, Radial = 6 } };
        var slow = PredictedProfile.OfLithium(path, options, 0.05);
        slow.MeanOver(0, 1).ShouldBeInRange(0.7, 1);
        var fast = PredictedProfile.OfLithium(path, options, 2);
        fast.MeanOver(0, 1).ShouldBeLessThan(slow.MeanOver(0, 1));
        fast.MeanOver(0, 0.3).ShouldBeLessThan(fast.MeanOver(0.7, 1));
        fast.Notes.Single().ShouldContain("2C");
    }

    [Fact]
    public void A_design_without_drying_says_so() =>
        Should.Throw<InputException>(() => PredictedProfile.OfBinder(Path.Combine(Examples, "nmc811-half-cell.json"), new FitOptions())).Message.ShouldContain("positive.process");
}
