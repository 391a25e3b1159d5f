using Loadstone.Materials;
using Loadstone.Numerics;

namespace Loadstone.Tests.Materials;

public class CatalogueTests
{
    public static TheoryData<string> Names => new(Catalogue.Default.All.Select(material => material.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryValueHasASourceOrIsAnAssumptionWithARange(string name)
    {
        Material material = Catalogue.Default.Find(name);
        material.Title.ShouldNotBeNullOrWhiteSpace();
        material.Values.ShouldNotBeEmpty();
        IEnumerable<SourcedValue> constants = material.Functions.Select(f => f.Function.Constant).OfType<SourcedValue>();
        foreach (SourcedValue value in material.Values.Select(v => v.Value).Concat(constants))
        {
            double.IsFinite(value.Value).ShouldBeTrue();
            value.Value.ShouldBeGreaterThan(0);
            value.Assumed.ShouldBe(string.IsNullOrWhiteSpace(value.Source));
            value.Assumed.ShouldBe(!string.IsNullOrWhiteSpace(value.Why));
            value.Assumed.ShouldBe(value.Low is not null && value.High is not null);
            if (!value.Assumed) continue;
            value.Low!.Value.ShouldBeLessThan(value.High!.Value);
            value.Value.ShouldBeInRange(value.Low.Value, value.High.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryFunctionHasASourceOrAReasonAndIsFinite(string name)
    {
        foreach ((string property, SourcedFunction function) in Catalogue.Default.Find(name).Functions)
        {
            function.Assumed.ShouldBe(string.IsNullOrWhiteSpace(function.Source), property);
            if (function.Assumed) function.Note.ShouldNotBeNullOrWhiteSpace(property);
            foreach (double x in Inside(function))
            {
                double value = function.Function.At(x);
                double.IsFinite(value).ShouldBeTrue($"{property} at {x}");
                double.IsFinite(function.Function.DerivativeAt(x)).ShouldBeTrue($"slope of {property} at {x}");
                // A potential may be negative against lithium; nothing else here may.
                if (property != "openCircuitPotential") value.ShouldBeGreaterThan(0, $"{property} at {x}");
            }
        }
    }

    [Fact]
    public void OpenCircuitPotentialsFallStrictlyAndCoverTheUsualVoltages()
    {
        foreach (ActiveMaterial material in Catalogue.Default.All.OfType<ActiveMaterial>())
        {
            ScalarFunction potential = material.OpenCircuitPotential.Function;
            double previous = double.PositiveInfinity;
            foreach (double x in Inside(material.OpenCircuitPotential))
            {
                potential.At(x).ShouldBeLessThan(previous, $"{material.Name} at {x}");
                potential.DerivativeAt(x).ShouldBeLessThan(0, $"{material.Name} at {x}");
                previous = potential.At(x);
            }
        }
        foreach (string name in (string[])["nmc811", "nmc83-small", "nmc622", "nmc532"])
        {
            SourcedFunction potential = Catalogue.Default.Find<ActiveMaterial>(name).OpenCircuitPotential;
            potential.Function.At(potential.Domain.Low).ShouldBeGreaterThan(4.5);
            potential.Function.At(potential.Domain.High).ShouldBeLessThan(2.5);
        }
    }

    [Fact]
    public void TheTableOfNmc811IsKeptAsDigitisedInItsRange()
    {
        ScalarFunction potential = Catalogue.Default.Find<ActiveMaterial>("nmc811").OpenCircuitPotential.Function;
        potential.At(0.33).ShouldBe(4.15578, 1e-9);
        potential.At(0.5).ShouldBe(3.93338, 1e-9);
        potential.At(0.985).ShouldBe(3.39806, 1e-9);
        potential.At(0.245).ShouldBe(4.3, 1e-6); // where the rescaled shape passes 4.3 V
    }

    [Fact]
    public void NickelRichCathodesGiveTheCapacityThatWasMeasuredAtLowRate()
    {
        ActiveMaterial material = Catalogue.Default.Find<ActiveMaterial>("nmc83-large");
        double charged = StoichiometryAt(material, 4.3), discharged = StoichiometryAt(material, 2.7);
        // 204.7 mAh/g at 0.1C between these cut-offs (doi:10.1002/adfm.202410926); polarisation takes a few mAh/g off.
        double capacity = (discharged - charged) * material.TheoreticalCapacity / 3600;
        charged.ShouldBeInRange(0.23, 0.25);
        capacity.ShouldBeInRange(204.7, 208);
    }

    [Fact]
    public void LithiumSitesFollowFromMass()
    {
        ActiveMaterial nmc811 = Catalogue.Default.Find<ActiveMaterial>("nmc811");
        (nmc811.TheoreticalCapacity / 3600).ShouldBe(275.5, 0.05); // mAh/g = A h/kg
        nmc811.MaximumConcentration.ShouldBe(4780 / 0.09728, 1e-6);
        (Catalogue.Default.Find<ActiveMaterial>("graphite").TheoreticalCapacity / 3600).ShouldBe(371.9, 0.05);
        (Catalogue.Default.Find<ActiveMaterial>("lto").TheoreticalCapacity / 3600).ShouldBe(175.1, 0.1);
        (Catalogue.Default.Find<LithiumMetal>("lithium").TheoreticalCapacity / 3600).ShouldBe(3861, 1);
        foreach (ActiveMaterial material in Catalogue.Default.All.OfType<ActiveMaterial>())
            material.MaximumConcentration.ShouldBeInRange(20_000, 55_000, material.Name);
    }

    [Theory]
    [InlineData("NCM811", "nmc811")]
    [InlineData("Acetylene Black", "acetylene-black")]
    [InlineData("1 M LiPF6 in EC:EMC 3:7", "lipf6-ec-emc-3-7")]
    [InlineData("1 M LiPF₆ in EC:DMC 1:1", "lipf6-ec-dmc-1-1")]
    [InlineData("landesfeind2019", "lipf6-ec-emc-3-7-landesfeind")]
    [InlineData("nmc83 4.5 µm", "nmc83-small")]
    [InlineData("Super P", "super-p")]
    [InlineData("Celgard 2325", "pp-pe-pp")]
    [InlineData("Al", "aluminium")]
    public void NamesAndAliasesAreFoundHoweverTheyAreSpelled(string text, string name) =>
        Catalogue.Default.Find(text).Name.ShouldBe(name);

    [Fact]
    public void AnUnknownNameIsToldTheNearestOne()
    {
        Should.Throw<InputException>(() => Catalogue.Default.Find("nmc812")).Message.ShouldContain("did you mean nmc811?");
        Should.Throw<InputException>(() => Catalogue.Default.Find<Binder>("nmc811")).Message.ShouldContain("is an active material; expected a binder: cmc");
        Should.Throw<InputException>(() => Catalogue.Default.Find<Foil>("")).Message.ShouldContain("Known: aluminium, copper");
    }

    [Fact]
    public void EveryKindHasEntriesAndEveryEntryItsFileName()
    {
        foreach (MaterialKind kind in MaterialKind.All)
        {
            Catalogue.Default.NamesOf(kind).ShouldNotBeEmpty(kind.Title);
            foreach (string name in Catalogue.Default.NamesOf(kind)) Catalogue.Default.Find(name).GetType().ShouldBe(kind.Type);
        }
    }

    [Fact]
    public void AVariantKeepsWhatItDoesNotChange()
    {
        ActiveMaterial large = Catalogue.Default.Find<ActiveMaterial>("nmc83-large"), small = Catalogue.Default.Find<ActiveMaterial>("nmc83-small");
        small.ParticleDiameter.Value.ShouldBe(4.5e-6);
        large.ParticleDiameter.Value.ShouldBe(11.3e-6);
        small.Density.ShouldBe(large.Density);
        small.OpenCircuitPotential.Assumed.ShouldBeTrue();
    }

    internal static double StoichiometryAt(ActiveMaterial material, double potential)
    {
        (double low, double high) = material.OpenCircuitPotential.Domain;
        while (high - low > 1e-12)
        {
            double middle = 0.5 * (low + high);
            if (material.OpenCircuitPotential.Function.At(middle) > potential) low = middle;
            else high = middle;
        }
        return low;
    }

    private static IEnumerable<double> Inside(SourcedFunction function)
    {
        (double low, double high) = function.Domain;
        // Away from the ends by 1e-3 of the range: c^0.3 has no finite slope at 0.
        for (int k = 1; k < 1000; k++) yield return low + (high - low) * k / 1000;
    }
}
