using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Formats.Bpx;

namespace Loadstone.Tests.Formats;

/// <summary>What Battery Parameter eXchange files mean. A wrong factor anywhere would move the discharge curve.</summary>
public class BpxReaderTests
{
    /// <summary>Both versions describe the published cell, so both must discharge as it does; 8 printed digits leave a few µV.</summary>
    [Theory]
    [InlineData(0, 0.3e-3)] // its negative potential is a table in steps of 0.01
    [InlineData(1, 0.02e-3)]
    public void A_file_discharges_as_the_published_set_that_it_was_written_from(int version, double tolerance)
    {
        BpxReading reading = BpxFiles.Read(version);

        (double largest, double capacity) = Discharges.Compare(reading.Cell, ParameterSetCell.Load("chen2020"));

        largest.ShouldBeLessThan(tolerance);
        capacity.ShouldBe(0, 1e-4);
    }

    [Fact]
    public void Numbers_become_those_of_the_model()
    {
        Cell cell = BpxFiles.Read(1).Cell, published = ParameterSetCell.Load("chen2020");

        cell.Name.ShouldBe("LG M50, version 1");
        cell.Area.ShouldBe(2 * 0.05135, 1e-12);
        cell.OneC.ShouldBe(5);
        cell.Negative!.Layers[0].Particles[0].VolumeFraction.Mean.ShouldBe(383959 * 5.86e-6 / 3, 1e-9);
        cell.Negative.Layers[0].Particles[0].Material.DiffusivityActivationEnergy.ShouldBe(30300);
        cell.Negative.Layers[0].Particles[0].Material.EntropicCoefficient!.At(0.25).ShouldBe(5e-5, 1e-6);
        cell.Electrolyte.ConductivityActivationEnergy.ShouldBe(17100);
        cell.CyclableLithium!.Value.ShouldBe(published.CyclableLithium!.Value, 1e-4 * published.CyclableLithium.Value);
    }

    /// <summary>j₀ = F K √(c_e/c_e0 …) counts from the file's own rest concentration, the model's from 1000 mol/m³.</summary>
    [Fact]
    public void The_rate_constant_is_meant_at_the_concentration_at_rest()
    {
        double At(string concentration) => BpxFiles.Read(1, ("\"Initial electrolyte concentration [mol.m-3]\": 1000", $"\"Initial electrolyte concentration [mol.m-3]\": {concentration}"))
            .Cell.Positive.Layers[0].Particles[0].Material.ReferenceExchangeCurrentDensity;

        At("1000").ShouldBe(96485.33212 * 7.0732938e-05, 1e-6);
        At("1210").ShouldBe(At("1000") / 1.1, 1e-9);
    }

    [Fact]
    public void Discharge_is_positive_inside_though_negative_in_the_file()
    {
        BpxExperiment curve = BpxFiles.Read(1).Validation.ShouldHaveSingleItem();

        curve.Name.ShouldBe("1C discharge");
        curve.Current.ShouldBe([0, 5, 5]);
        double.IsNegative(curve.Current[0]).ShouldBeFalse();
        curve.Temperature!.Count.ShouldBe(3);
    }

    [Fact]
    public void The_start_is_read_in_both_versions()
    {
        BpxFiles.Read(0).InitialStateOfCharge.ShouldBe(1);
        BpxFiles.Read(0).Version.ShouldBe("0.4");
        BpxFiles.Read(1).InitialStateOfCharge.ShouldBe(0.8);
        BpxFiles.Read(0, ("\"Initial temperature [K]\": 298.15", "\"Initial temperature [K]\": 308.15")).Cell.Temperature.ShouldBe(308.15);
        BpxReading warm = BpxFiles.Read(1, ("\"Initial temperature [K]\": 298.15", "\"Initial temperature [K]\": 308.15"));
        warm.Cell.Temperature.ShouldBe(308.15);
        warm.Cell.Positive.Layers[0].Particles[0].Material.ReferenceTemperature.ShouldBe(298.15);
    }

    [Fact]
    public void What_is_not_used_is_told()
    {
        BpxFiles.Read(1).Notes.ShouldContain(note => note.Text.Contains("Cell mass [kg]", StringComparison.Ordinal));
        BpxFiles.Read(0).Notes.ShouldBeEmpty();
        BpxFiles.Read(1, ("\"Porosity\": 0.25,", "\"Porosity\": 0.25, \"OCP (lithiation) [V]\": 0.1, \"OCP hysteresis decay constant\": 3,"))
            .Notes.Count(note => note.Place.Contains("OCP", StringComparison.Ordinal)).ShouldBe(2);
        BpxFiles.Read(0, ("\"BPX\": 0.4", "\"BPX\": \"0.1.0\"")).Notes.ShouldHaveSingleItem().Text.ShouldContain("sinh");
    }

    [Fact]
    public void Cut_offs_that_the_windows_do_not_reach_are_told_with_the_voltage()
    {
        LossNote note = BpxFiles.Read(1, ("\"Upper voltage cut-off [V]\": 4.2", "\"Upper voltage cut-off [V]\": 4.19")).Notes[^1];

        note.Place.ShouldContain("Upper voltage cut-off [V]");
        note.Text.ShouldContain("4.2000 V, not at 4.19 V");
    }

    [Fact]
    public void Materials_of_a_blend_become_particle_classes()
    {
        // The negative electrode's material twice with half the surface each: the same cell in other words.
        string file = File.ReadAllText(BpxFiles.PathOf(1));
        int start = file.IndexOf("\"Minimum stoichiometry\"", StringComparison.Ordinal), end = file.IndexOf("},\n    \"Positive electrode\"", StringComparison.Ordinal);
        string particle = file[start..end], half = particle.Replace("383959", "191979.5", StringComparison.Ordinal);
        BpxReading blend = BpxFiles.Read(1, (particle, $"\"Particle\": {{ \"large\": {{ {half} }}, \"small\": {{ {half} }} }}"));

        blend.Cell.Negative!.Layers[0].Particles.Select(p => p.Material.Name).ShouldBe(["large", "small"]);
        // A blend rests at a potential, which tells its lithium on the plateau of graphite to about 1e-5 only.
        (double largest, _) = Discharges.Compare(blend.Cell, BpxFiles.Read(1).Cell);
        largest.ShouldBeLessThan(0.2e-3);
    }

    /// <summary>A plateau that is flat to the last printed digit still has one state of charge for every lithium content.</summary>
    [Fact]
    public void A_flat_table_rests_where_its_lithium_says()
    {
        Cell cell = BpxFiles.Read(0).Cell;
        (double negative, _) = CellBalance.PotentialsAt(cell, 1);

        CellBalance.StoichiometryAt(cell.Negative!.Layers[0].Particles[0].Material, negative).ShouldBe(0.91061805, 1e-5);
    }

    [Fact]
    public void A_rising_table_becomes_the_nearest_falling_one_and_says_so()
    {
        BpxReading reading = BpxFiles.Read(1, ("\"-0.8090 * x", "{\"x\": [0.2, 0.4, 0.5, 0.6, 0.9], \"y\": [4.31, 4.0, 3.8, 3.81, 3.5]}, \"OCP (lithiation) [V]\": \"-0.8090 * x"),
            ("\"Lower voltage cut-off [V]\": 2.5", "\"Lower voltage cut-off [V]\": 2.9"));

        reading.Notes.ShouldContain(note => note.Text.Contains("at most 5 mV away", StringComparison.Ordinal));
        var potential = reading.Cell.Positive.Layers[0].Particles[0].Material.OpenCircuitPotential;
        potential.At(0.5).ShouldBe(3.805, 1e-6);
        potential.At(0.55).ShouldBeLessThan(potential.At(0.5));
    }

    /// <summary>On graphite's flat plateau a steep entropic coefficient turns the slope round when it is cold.</summary>
    [Fact]
    public void An_entropic_term_that_turns_the_plateau_round_is_told()
    {
        BpxReading Read(string temperature) => BpxFiles.Read(1, ("\"Initial temperature [K]\": 298.15", $"\"Initial temperature [K]\": {temperature}"));

        Read("278.15").Notes.ShouldContain(note => note.Text.Contains("at 278.15 K the potential rises", StringComparison.Ordinal));
        Read("298.15").Notes.ShouldNotContain(note => note.Text.Contains("rises", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_are_known_by_their_header()
    {
        BpxReader.Recognises(BpxFiles.PathOf(0)).ShouldBeTrue();
        BpxReader.Recognises(Path.Combine(Repository.Root, "examples", "l-dry-s.json")).ShouldBeFalse();
        BpxReader.Recognises(Path.Combine(Repository.Root, "README.md")).ShouldBeFalse();
        BpxReader.Recognises("no such file").ShouldBeFalse();
    }
}
