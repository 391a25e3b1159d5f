using Loadstone.Cells.Pouch;

namespace Loadstone.Tests.Cells.Pouch;

public class PouchSensitivityTests
{
    /// <summary>Scaling every mass by one factor divides energy per mass by it: slopes that miss a part would not add up to −1.</summary>
    [Fact]
    public void Slopes_of_voltage_and_masses_follow_from_the_shares()
    {
        PouchCell cell = PouchCells.Plain(electrolytePerCharge: 2 / 3.6e6);
        var ledger = PouchLedger.Of(cell);
        IReadOnlyList<PouchSensitivity> all = PouchSensitivity.Of(cell);
        double Slope(string name) => all.Single(s => s.Parameter.Name == name).SpecificEnergySlope;
        double Share(string name) => ledger.Parts.Single(part => part.Name == name).Mass / ledger.Mass;
        Slope("mean voltage").ShouldBe(1, 1e-6);
        Slope("film density").ShouldBe(-Share("film"), 1e-6);
        Slope("positive foil, thickness").ShouldBe(-Share("aluminium foil"), 1e-3); // the film goes round the thicker stack
        Slope("electrolyte per capacity").ShouldBe(-ledger.ElectrolyteMass / ledger.Mass, 1e-6);
        // More capacity brings more electrolyte with it.
        Slope("areal capacity").ShouldBe(1 - ledger.ElectrolyteMass / ledger.Mass, 1e-6);
        all.Single(s => s.Parameter.Name == "mean voltage").EnergyDensitySlope.ShouldBe(1, 1e-6);
    }

    [Fact]
    public void The_value_for_a_figure_gives_the_figure()
    {
        PouchCell cell = PouchCells.Plain();
        PouchParameter film = PouchParameter.Of(cell).Single(p => p.Name == "film thickness");
        double target = PouchLedger.Of(cell).SpecificEnergy * 1.02;
        double value = PouchSensitivity.ValueFor(cell, film, ledger => ledger.SpecificEnergy, target, 1e-6, 300e-6)!.Value;
        PouchLedger.Of(film.Set(cell, value)).SpecificEnergy.ShouldBe(target, 1e-9 * target);
        PouchSensitivity.ValueFor(cell, film, ledger => ledger.SpecificEnergy, 10 * target, 1e-6, 300e-6).ShouldBeNull();
    }

    /// <summary>Two ways to set one number must not differ: a setter that set another field would go unnoticed in a table.</summary>
    [Fact]
    public void Setting_a_parameter_to_its_own_value_changes_nothing()
    {
        PouchCell cell = PouchCells.Plain();
        var ledger = PouchLedger.Of(cell);
        foreach (PouchParameter p in PouchParameter.Of(cell))
        {
            PouchLedger.Of(p.Set(cell, p.Value)).Mass.ShouldBe(ledger.Mass, 1e-12, p.Name);
            var changed = PouchLedger.Of(p.Set(cell, p.Value == 0 ? p.High : 1.05 * p.Value));
            bool answers = changed.SpecificEnergy != ledger.SpecificEnergy || changed.EnergyDensity != ledger.EnergyDensity;
            answers.ShouldBeTrue(p.Name);
        }
    }
}
