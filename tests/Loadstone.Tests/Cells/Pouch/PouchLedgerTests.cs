using FsCheck;
using FsCheck.Fluent;
using Loadstone.Cells.Pouch;
using Loadstone.Materials;

namespace Loadstone.Tests.Cells.Pouch;

public class PouchLedgerTests
{
    /// <summary>Sums by hand: a wrong count of faces, foils or overhangs would show in one of them.</summary>
    [Fact]
    public void Parts_weigh_what_their_areas_say()
    {
        var ledger = PouchLedger.Of(PouchCells.Plain());
        double Mass(string name) => ledger.Parts.Single(part => part.Name == name).Mass;
        const double face = 0.04 * 0.05, negative = 0.042 * 0.052, separator = 0.044 * 0.054, flag = 5e-3 * 3e-3;
        Mass("positive coating").ShouldBe(4 * face * 0.3, 1e-12);
        Mass("aluminium foil").ShouldBe(2 * (face + flag) * 15e-6 * 2700, 1e-12);
        Mass("negative coating").ShouldBe(4 * negative * 0.15, 1e-12);
        // Two sheets of two faces each are closed by a third negative sheet.
        Mass("copper foil").ShouldBe(3 * (negative + flag) * 10e-6 * 8960, 1e-12);
        Mass("separator").ShouldBe(4 * separator * 20e-6 * 0.6 * 920, 1e-12);
        double pores = 4 * (face * 30e-6 + negative * 35e-6 + separator * 8e-6);
        Mass("electrolyte in pores").ShouldBe(pores * 1200, 1e-12);
        Mass(PouchLedger.Excess).ShouldBe(0.3 * pores * 1200, 1e-12);
        double stack = 4 * 220e-6 + 2 * 15e-6 + 3 * 10e-6;
        Mass("film").ShouldBe((0.045 + 0.006) * (2 * (0.058 + 0.003) + stack) * 113e-6 * 1580, 1e-9);
        Mass("tabs").ShouldBe(5e-3 * 0.1e-3 * 16e-3 * (2700 + 8900), 1e-12);
        ledger.StackVolume.ShouldBe(face * (stack + 226e-6), 1e-15);
        ledger.SpecificEnergy.ShouldBe(180e3 * 4 * face * 3.7 / ledger.Parts.Sum(part => part.Mass), 1e-3);
    }

    /// <summary>Energy per mass would otherwise not be that of the parts that are shown.</summary>
    [Fact]
    public void Nothing_is_lost_between_parts_and_levels()
    {
        Prop.ForAll(Gen.Choose(1, 60).ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), Gen.Choose(100, 500).ToArbitrary(), (stacks, doubleSided, filling) =>
        {
            PouchCell cell = PouchCells.Plain(stacks, doubleSided);
            double least = PouchLedger.Of(cell).PoreFilling / cell.Charge;
            var ledger = PouchLedger.Of(cell with { Format = cell.Format with { ElectrolytePerCharge = least * filling / 100 } });
            ledger.Parts.ShouldAllBe(part => part.Mass >= 0 && part.Volume >= 0);
            ledger.Levels[^1].Mass.ShouldBe(ledger.Parts.Sum(part => part.Mass), 1e-12 * ledger.Mass);
            ledger.Levels[^1].Volume.ShouldBe(ledger.Parts.Sum(part => part.Volume), 1e-12 * ledger.EnvelopeVolume);
            ledger.ElectrolyteMass.ShouldBe(least * filling / 100 * cell.Charge, 1e-9 * ledger.ElectrolyteMass);
            for (int i = 1; i < 4; i++) ledger.Levels[i].SpecificEnergy.ShouldBeLessThan(ledger.Levels[i - 1].SpecificEnergy);
            ledger.EnvelopeVolume.ShouldBeGreaterThan(ledger.StackVolume);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Liquid_stands_at_the_edges_before_it_makes_the_pouch_thicker()
    {
        double Envelope(double ratio) => PouchLedger.Of(PouchCells.Plain(electrolytePerCharge: ratio / 3.6e6)).EnvelopeVolume;
        // 2 g/Ah still finds room between the edges of the sheets and the film, 6 g/Ah does not.
        Envelope(2).ShouldBe(Envelope(1.9), 1e-12);
        (Envelope(6) - Envelope(5)).ShouldBe(1 / 3.6e6 * PouchCells.Plain().Charge / 1200, 1e-12);
        PouchLedger.Of(PouchCells.Plain(electrolytePerCharge: 2 / 3.6e6)).UnplacedElectrolyte.ShouldBe(0);
    }

    [Fact]
    public void Too_little_electrolyte_is_an_error_whose_number_works()
    {
        string message = Should.Throw<InputException>(() => PouchLedger.Of(PouchCells.Plain(electrolytePerCharge: 0.5 / 3.6e6))).Message;
        message.ShouldContain("0.5 g/Ah does not fill the pores");
        string number = message.Split("expected ")[1].Split(" or more")[0];
        double enough = Loadstone.Quantities.QuantityKinds.MassPerCharge.Parse(number);
        PouchLedger.Of(PouchCells.Plain(electrolytePerCharge: enough)).ElectrolytePerCharge.ShouldBe(enough, 1e-12);
        Should.Throw<InputException>(() => PouchLedger.Of(PouchCells.Plain(electrolytePerCharge: enough - 0.02 / 3.6e6)));
    }

    /// <summary>A list whose entry has neither source nor range would be a number without reason.</summary>
    [Fact]
    public void Every_assumption_has_a_source_or_a_range() =>
        PouchAssumptions.Default.Values.ShouldAllBe(a => a.Value.Assumed ? a.Value.Low < a.Value.High && a.Value.Why != null : a.Value.Source != null);

    [Fact]
    public void Without_case_and_filling_a_thick_stack_tends_to_its_repeating_unit()
    {
        PouchCell cell = PouchCells.Plain(stacks: 1000);
        SourcedValue None(SourcedValue value) => value with { Value = 0 };
        PouchAssumptions list = cell.Assumptions;
        cell = cell with { Assumptions = list with { NegativeOverhang = None(list.NegativeOverhang), SeparatorOverhang = None(list.SeparatorOverhang), TabWidth = None(list.TabWidth) } };
        EnergyLevel dry = PouchLedger.Of(cell).Levels[1];
        double unit = 0.3 + 0.15 + (15e-6 * 2700 + 10e-6 * 8960) / 2 + 20e-6 * 0.6 * 920;
        dry.SpecificEnergy.ShouldBe(180e3 * 3.7 / unit, 1e-3 * dry.SpecificEnergy);
        dry.EnergyDensity.ShouldBe(180e3 * 3.7 / (220e-6 + 12.5e-6), 1e-3 * dry.EnergyDensity);
    }
}
