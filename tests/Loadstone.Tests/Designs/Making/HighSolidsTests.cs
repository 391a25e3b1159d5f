using Loadstone.Cells.Pouch;
using Loadstone.Designs;
using Loadstone.Designs.Making;
using Loadstone.Designs.Runs;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Tests.Designs.Making;

/// <summary>Pristine slurry and integrated dispersion of Park et al., from slurry to rate test: orders of their Figs. 3 and 4.</summary>
public class HighSolidsTests
{
    private static readonly DesignDocument _document = DesignDocument.Load(Path.Combine(Repository.Root, "examples", "high-solids-slurry.json"));

    private static MadeElectrode Made(string variant) => MakeRunner.Run(_document, [variant]).Variants[0].Positive!.Making!;

    [Fact]
    public void Drying_times_lie_where_the_calibration_puts_them()
    {
        Made("pristine, 70 wt%").DryingTime!.Value.ShouldBe(86, 1, "it was calibrated on it");
        Made("IBC, 77 wt%").DryingTime!.Value.ShouldBe(72, 2, "predicted; 48 s were measured");
    }

    [Fact]
    public void The_dense_slurry_needs_a_third_less_solvent_and_energy()
    {
        MadeElectrode pristine = Made("pristine, 70 wt%"), dense = Made("IBC, 77 wt%");
        (1 - dense.SolventMass / pristine.SolventMass).ShouldBe(0.303, 0.001);
        (1 - dense.DryingEnergy!.Value / pristine.DryingEnergy!.Value).ShouldBeInRange(0.27, 0.31);
    }

    [Fact]
    public void The_slurry_that_is_thick_at_rest_keeps_binder_at_the_foil()
    {
        Made("IBC, 77 wt%").Layers[0].FoilBinder.ShouldBeGreaterThan(Made("pristine, 70 wt%").Layers[0].FoilBinder + 0.03);
        Made("IBC, 60 mg/cm²").Layers[0].FoilBinder.ShouldBeGreaterThan(Made("pristine, 60 mg/cm²").Layers[0].FoilBinder + 0.03);
    }

    /// <summary>A carbon-poor bottom costs capacity at 1C (Fig. 4F–K); one number of the four was set on the 106 mAh/g of the IBC.</summary>
    [Fact]
    public void A_carbon_poor_bottom_costs_capacity()
    {
        RunOutcome outcome = DesignRunner.Run(_document, new RunOptions { Variants = ["pristine, 60 mg/cm²", "IBC, 60 mg/cm²"] });
        RateOutcome Fast(int variant) => outcome.Variants[variant].Rates.First(r => r.Rate == 1);
        Fast(0).SpecificCapacity!.Value.ShouldBeLessThan(0.95 * Fast(1).SpecificCapacity!.Value);
        Math.Abs(Fast(0).Misfit!.Value).ShouldBeLessThan(0.1, "predicted, against the 89 mAh/g that were measured");
    }

    /// <summary>After the same charge the bottom of the pristine electrode holds less lithium, and the gradient is deeper (Fig. 4D, E).</summary>
    [Fact]
    public void A_carbon_poor_bottom_stays_poor_in_lithium()
    {
        double[] poor = Lithium("pristine, 60 mg/cm²"), rich = Lithium("IBC, 60 mg/cm²");
        Bottom(poor).ShouldBeLessThan(Bottom(rich));
        (poor[0] - poor[^1]).ShouldBeGreaterThan(rich[0] - rich[^1] + 0.005);

        static double Bottom(double[] lithium) => lithium[(lithium.Length / 2)..].Average();
    }

    /// <summary>The account of a pouch takes the oven of the process, not the figure of a whole plant.</summary>
    [Fact]
    public void The_energy_of_a_pouch_counts_the_drying_of_its_process()
    {
        DesignDocument pouch = DesignDocument.Load(Path.Combine(Repository.Root, "examples", "high-solids-pouch.json"));
        EnergyOutcome outcome = EnergyRunner.Run(pouch, new EnergyOptions { Variants = ["made, 77 wt%", "made, 70 wt%"] });
        EnergyVariant dense = outcome.Variants.First(v => v.Name == "made, 77 wt%"), dilute = outcome.Variants.First(v => v.Name == "made, 70 wt%");
        MadeElectrode made = dense.Built.Positive!.Making!;
        SolventDemand nmp = dense.Solvents.First(s => s.Name == "nmp");
        nmp.MassPerArea.ShouldBe(made.SolventMass, 1e-9 * made.SolventMass);
        nmp.EnergyPerMass.ShouldBe(made.Dryings[0].Energy.PerSolvent, 1e-6 * nmp.EnergyPerMass);
        dense.DryingTime.ShouldBe(made.DryingTime);
        (1 - dense.DryingPerEnergy!.Value / dilute.DryingPerEnergy!.Value).ShouldBeInRange(0.1, 0.2, "the water of the negative electrode stays");
    }

    // Surface stoichiometry from the separator to the foil after 20 min at 1C.
    private static double[] Lithium(string variant)
    {
        var simulation = new Simulation(MakeRunner.Run(_document, [variant]).Variants[0].Cell, new MeshSettings());
        StepResult step = simulation.Run(ProtocolParser.ParseAll(["Discharge at 1C for 20 minutes"], "test")).Steps[^1];
        return [.. step.AtEnd.Particles[0].SurfaceStoichiometry];
    }
}
