using Loadstone.Laboratory;
using Loadstone.Laboratory.Resistance;
using Loadstone.Laboratory.Tables;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Resistance;

public class ProbeInversionTests
{
    private static readonly CoatingOnFoil Coating = new() { Thickness = ResistanceTrials.Thickness };

    /// <summary>Park et al. print 0.91 Ω cm², 48.4 % of 1.88 Ω cm²: potentials of both, from modes, give them and their ratio back.</summary>
    [Theory]
    [InlineData(0.91e-4, 0.1)]
    [InlineData(1.88e-4, 0.1)]
    [InlineData(0.91e-4, 0.03)]
    [InlineData(1.88e-4, 0.5)]
    public void Clean_potentials_give_both_resistances_back(double interfaceResistance, double resistivity)
    {
        ProbeFit fit = ProbeInversion.Fit(ResistanceTrials.Reading(interfaceResistance, resistivity), Coating);
        fit.Resistivity.Value.ShouldBe(resistivity, 1e-5 * resistivity);
        fit.InterfaceResistance.Value.ShouldBe(interfaceResistance, 1e-5 * interfaceResistance);
        fit.Warnings.ShouldBeEmpty();
    }

    /// <summary>Pins in a plane, the current leaving far away, another reference: none of it may move the answer.</summary>
    [Fact]
    public void Pins_may_stand_anywhere_and_the_reference_be_any()
    {
        var random = new Random(5);
        ProbePin[] pins = [.. Enumerable.Range(0, 20).Select(_ => new ProbePin(1e-3 + 2e-3 * random.NextDouble(), 2e-3 * random.NextDouble()))];
        var modes = new LayerModes(ResistanceTrials.Thickness, 0.2, 0.5e-4, FoilSheet.Aluminium, 0.1e-3);
        var entrance = new ProbePin(0.7e-3, 0.2e-3);
        double[] values = [.. pins.Select(p => 0.2 / (2 * Math.PI) * modes.At(p.DistanceTo(entrance)) + 12.3)];
        ProbeFit fit = ProbeInversion.Fit(new ProbeReading { Source = "plane", In = entrance, Pins = pins, Resistance = values }, Coating);
        fit.Resistivity.Value.ShouldBe(0.2, 1e-4);
        fit.InterfaceResistance.Value.ShouldBe(0.5e-4, 0.5e-7);
    }

    /// <summary>Potentials of a mean coating have their uncertainty from the spread of the spots, and from the thickness.</summary>
    [Fact]
    public void Spots_and_thickness_make_the_interval_of_a_sample()
    {
        ProbeReading[] spots = [.. new[] { 1.7e-4, 1.9e-4, 2e-4 }.Select((r, i) => ResistanceTrials.Reading(r) with { Spot = $"{i + 1}" })];
        ProbeSample sample = ProbeSample.Analyse(spots, Coating);
        sample.InterfaceResistance.Value.ShouldBe(5.6e-4 / 3, 1e-8);
        sample.InterfaceResistance.StandardError.ShouldBe(Estimate.MeanOf([1.7e-4, 1.9e-4, 2e-4]).StandardError, 1e-8);
        sample.InterfaceResistance.DegreesOfFreedom.ShouldBe(2);
        // ρ/L is what the potentials fix, so that 2 % of thickness are 2 % of resistivity.
        ProbeSample.Analyse([spots[0]], Coating, 0.02 * Coating.Thickness).Resistivity.StandardError.ShouldBe(0.02 * 0.1, 0.1 * 0.02 * 0.1);
    }

    /// <summary>Without a resistance at the interface an upper limit stands beside a number that means nothing; spots at that limit have their own errors.</summary>
    [Fact]
    public void Interface_that_is_not_seen_has_a_limit()
    {
        ProbeReading clean = ResistanceTrials.Reading(1e-12, 1);
        ProbeReading[] spots = [.. Enumerable.Range(1, 6).Select(seed => clean with { Spot = $"{seed}", Resistance = TransportTrials.Noisy([.. clean.Resistance], 0.05, seed) })];
        ProbeSample sample = ProbeSample.Analyse(spots, Coating);
        sample.Resistivity.Value.ShouldBe(1, 4 * sample.Resistivity.StandardError);
        ProbeFit[] unseen = [.. sample.Spots.Where(f => f.InterfaceLimit is not null)];
        unseen.ShouldNotBeEmpty();
        unseen.ShouldAllBe(f => f.InterfaceLimit > 0 && f.InterfaceLimit < 1e-4 && f.InterfaceResistance.Value < 1e-9);
        unseen.ShouldAllBe(f => f.Warnings.Single().Contains("the interface resistance is not seen", StringComparison.Ordinal));
        sample.InterfaceResistance.StandardError.ShouldBeGreaterThan(1e-8);
    }

    /// <summary>Pins far off on a coating that is as good as on an insulator: ρ/L from the logarithm, and no word about the interface but that.</summary>
    [Fact]
    public void Foil_that_no_current_reaches_is_told()
    {
        double[] distances = [10e-3, 20e-3, 30e-3, 40e-3, 50e-3];
        ProbeFit fit = ProbeInversion.Fit(new ProbeReading { Source = "far", In = default, Pins = [.. distances.Select(d => new ProbePin(d, 0))], Resistance = [.. distances.Select(d => -300 * Math.Log(d))] }, Coating);
        fit.Resistivity.Value.ShouldBe(300 * 2 * Math.PI * ResistanceTrials.Thickness, 1e-3 * 0.13);
        fit.Resistivity.StandardError.ShouldBeLessThan(1e-3);
        fit.Warnings.ShouldHaveSingleItem().ShouldStartWith("no current is seen to reach the foil");
    }

    /// <summary>A few pins in one place beyond the transfer length see amplitude alone, ρ e^(−r√(ρ/(R L))); a number for each resistance would be a guess.</summary>
    [Fact]
    public void Combinations_are_told()
    {
        ProbePin[] pins = [.. new[] { 0.87, 0.88, 0.89, 0.9, 0.91, 0.92, 4, 4.1, 4.2 }.Select(x => new ProbePin(x * 1e-3, 0))];
        var modes = new LayerModes(ResistanceTrials.Thickness, 0.1, 1e-4, FoilSheet.Aluminium, 0.8e-3);
        double[] clean = [.. pins.Select(p => 0.1 / (2 * Math.PI) * modes.At(p.DistanceTo(default)))];
        ProbeFit fit = ProbeInversion.Fit(new ProbeReading { Source = "far", In = default, Pins = pins, Resistance = TransportTrials.Noisy(clean, 0.1, 8) }, Coating);
        fit.Warnings.ShouldHaveSingleItem().ShouldStartWith("the pins see only a combination: ρ^");
    }

    /// <summary>Wide contacts stand in the way of pins; where they do not, their width does not move potentials a millimetre away.</summary>
    [Fact]
    public void Contacts_have_a_width()
    {
        ProbeReading clean = ResistanceTrials.Reading(1e-4);
        Should.Throw<InputException>(() => ProbeInversion.Fit(clean, Coating with { ContactRadius = 0.2e-3 })).Message.ShouldContain("200 µm from one that carries the current");
        ProbeInversion.Fit(clean, Coating with { ContactRadius = 20e-6 }).InterfaceResistance.Value.ShouldBe(1e-4, 0.01 * 1e-4);
    }

    /// <summary>A pin that is known to be bad may say so, and then hardly counts.</summary>
    [Fact]
    public void Uncertainties_weigh_the_pins()
    {
        ProbeReading clean = ResistanceTrials.Reading(1e-4);
        double[] wrong = [.. clean.Resistance.Select((v, i) => i == 1 ? v + 10 : v)], error = [.. wrong.Select((_, i) => i == 1 ? 1e3 : 0.1)];
        ProbeInversion.Fit(clean with { Resistance = wrong, Uncertainty = error }, Coating).InterfaceResistance.Value.ShouldBe(1e-4, 1e-3 * 1e-4);
        Math.Abs(ProbeInversion.Fit(clean with { Resistance = wrong }, Coating).InterfaceResistance.Value / 1e-4 - 1).ShouldBeGreaterThan(0.01);
    }

    [Fact]
    public void Wrong_layers_are_told()
    {
        ProbeReading clean = ResistanceTrials.Reading(1e-4);
        double[] bent = [.. clean.Resistance.Select((v, i) => i % 2 == 0 ? v * 1.2 : v * 0.8)];
        ProbeInversion.Fit(clean with { Resistance = bent }, Coating).Warnings.ShouldContain(w => w.Contains("miss the potentials", StringComparison.Ordinal));
    }

    /// <summary>The same potentials by pin, by position and by distance are one reading.</summary>
    [Fact]
    public void Tables_by_pin_position_and_distance_agree()
    {
        ProbeReading clean = ResistanceTrials.Reading(1e-4);
        string Rows(Func<int, string> place) => string.Join('\n', clean.Resistance.Select((v, i) => FormattableString.Invariant($"{place(i)},{v * 10:r},10")));
        string byPin = "Pin,Potential / mV,Current / mA\n" + Rows(i => $"{i + 2}");
        string byPosition = "x / mm,y / mm,Role,Potential / mV,Current / mA\n0,0,in,,10\n9,0,out,,10\n" + Rows(i => FormattableString.Invariant($"{0.2 * (i + 1):r},0,"));
        string byDistance = "Distance / mm,Potential / mV,Current / mA\n" + Rows(i => FormattableString.Invariant($"{0.2 * (i + 1):r}"));
        foreach (string text in new[] { byPin, byPosition, byDistance })
        {
            ProbeReading read = ProbeTable.Readings(MeasuredTable.Parse(text, "t.csv"), ProbeArray.Line, leavesAt: 9e-3).ShouldHaveSingleItem();
            read.Pins.Count.ShouldBe(44);
            ProbeInversion.Fit(read, Coating).InterfaceResistance.Value.ShouldBe(1e-4, 1e-8);
        }
    }

    [Theory]
    [InlineData("Pin,Potential / V\n2,1\n", "no current")]
    [InlineData("Pin,Potential / V,Current / mA\n2,1,0\n", "row 1 has a current of 0")]
    [InlineData("Pin,Potential / V,Current / mA\n2.5,1,10\n", "expected a whole number")]
    [InlineData("Pin,Potential / V,Current / mA\n99,1,10\n", "pin 99")]
    [InlineData("Pin,Potential / V,Current / mA\n2,,10\n", "no row holds a potential")]
    [InlineData("x / mm,Potential / V,Current / mA\n2,1,10\n", "role")]
    [InlineData("x / mm,Role,Potential / V,Current / mA\n2,in,1,10\n3,in,1,10\n", "2 pins have the role in")]
    [InlineData("Distance / mm,Potential / V,Current / mA\n0,1,10\n", "distance of 0 mm")]
    [InlineData("Distance / mm,Potential / V,Current / mA\n1,1,10\n2,1,10\n", "2 pins are too few")]
    [InlineData("Distance / mm,V/I / Ω\n1,1\n2,2\n3,3\n4,4\n5,5\n", "do not fall away")]
    [InlineData("Distance / mm,V/I / Ω,Uncertainty / Ω\n1,4,0\n2,2,1\n", "row 1 has no uncertainty")]
    public void Bad_tables_say_what_is_wrong(string text, string expected) =>
        Should.Throw<InputException>(() => ProbeSample.Analyse(ProbeTable.Readings(MeasuredTable.Parse(text, "t.csv"), ProbeArray.Line), Coating)).Message.ShouldContain(expected);

    [Fact]
    public void Probe_files_say_which_pins_carry_the_current()
    {
        var array = ProbeArray.Of(MeasuredTable.Parse("Pin,x / mm,y / mm,Role\n1,0,0,\n2,1,0,in\n3,2,0,\n4,3,1,out\n", "p.csv"));
        (array.In, array.Out).ShouldBe((2, 4));
        array.Find(4).ShouldBe(new ProbePin(3e-3, 1e-3));
        array.Find(5).ShouldBeNull();
        Should.Throw<InputException>(() => ProbeArray.Of(MeasuredTable.Parse("Pin,x / mm,Role\n1,0,in\n1,1,\n", "p.csv"))).Message.ShouldContain("pin 1 stands twice");
    }
}
