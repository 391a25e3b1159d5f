using System.Text;
using System.Text.Json.Nodes;
using Loadstone.Cells;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Electrodes;
using Loadstone.Formats.Bpx;
using Loadstone.Numerics;
using Loadstone.Tests.Electrochemistry;

namespace Loadstone.Tests.Formats;

/// <summary>What is written is read back as the same cell, and what cannot be written is told.</summary>
public class BpxWriterTests
{
    private static Cell RoundTrip(Cell cell) => BpxReader.Parse(Encoding.UTF8.GetBytes(BpxWriter.Write(cell).Json), "written.json").Cell;

    [Theory]
    [InlineData("chen2020")]
    [InlineData("marquis2019")]
    public void A_published_set_is_written_without_loss(string set)
    {
        Cell cell = ParameterSetCell.Load(set);

        BpxWriter.Write(cell).Losses.ShouldBeEmpty();
        (double largest, double capacity) = Discharges.Compare(RoundTrip(cell), cell);

        largest.ShouldBeLessThan(0.1e-3);
        capacity.ShouldBe(0, 1e-4);
    }

    /// <summary>Rate constants count from the concentration at rest; a factor forgotten on one side would show here.</summary>
    [Fact]
    public void Another_concentration_and_temperature_come_back()
    {
        Cell set = ParameterSetCell.Load("chen2020");
        Cell cell = set with
        {
            Electrolyte = set.Electrolyte with { InitialConcentration = 1300, ConductivityActivationEnergy = 17100 },
            Temperature = 308.15,
        };

        Cell back = RoundTrip(cell);

        back.Temperature.ShouldBe(308.15);
        back.Electrolyte.ReferenceTemperature.ShouldBe(298.15);
        Discharges.Compare(back, cell).Largest.ShouldBeLessThan(0.1e-3);
    }

    /// <summary>Two sizes in one layer are a blend to the format; nothing is lost but the resistances.</summary>
    [Fact]
    public void Particle_sizes_come_back_as_a_blend()
    {
        Cell set = ParameterSetCell.Load("chen2020");
        Layer layer = set.Positive.Layers[0];
        ParticleClass one = layer.Particles[0];
        Cell cell = set with
        {
            Positive = new Electrode
            {
                ContactResistance = 1e-4,
                Layers = [new Layer("two sizes", layer.Thickness, layer.Porosity, layer.TransportEfficiency, layer.ElectronicConductivity,
                    [one with { VolumeFraction = 0.4 }, one with { VolumeFraction = 0.265, Radius = 2e-6 }])],
            },
        };

        BpxText text = BpxWriter.Write(cell);
        Cell back = RoundTrip(cell);

        text.Losses.ShouldHaveSingleItem().ToString().ShouldContain("contact resistance at the foil, 1 Ω cm²");
        back.Positive.Layers[0].Particles.Select(p => p.Radius).ShouldBe([5.22e-6, 2e-6]);
        Discharges.Compare(back, cell with { Positive = cell.Positive with { ContactResistance = 0 } }).Largest.ShouldBeLessThan(0.1e-3);
    }

    [Fact]
    public void Layers_become_means_and_the_report_has_their_numbers()
    {
        IntercalationMaterial material = TestCells.Material();
        Layer foil = TestCells.Layer(40e-6, material, porosity: 0.3, conductivity: 2, name: "foil"), top = TestCells.Layer(20e-6, material, radius: 2e-6, porosity: 0.45, active: 0.4, conductivity: 1, name: "top");
        Cell cell = TestCells.Half(foil, top);

        BpxText text = BpxWriter.Write(cell);
        JsonNode parts = JsonNode.Parse(text.Json)!["Parameterisation"]!, positive = parts["Positive electrode"]!;
        string losses = string.Join('\n', text.Losses);

        ((double)positive["Porosity"]!).ShouldBe(0.35, 1e-12);
        ((double)positive["Conductivity [S.m-1]"]!).ShouldBe(60 / (40 / 2.0 + 20 / 1.0), 1e-12);
        positive["Particle"]!.AsObject().Select(p => p.Key).ShouldBe(["active, radius 5 um", "active, radius 2 um"]);
        ((double)positive["Particle"]![1]!["Surface area per unit volume [m-1]"]!).ShouldBe(3 * 0.4 / 3 / 2e-6, 1e-6);
        losses.ShouldContain("2 layers (foil 40 µm, top 20 µm, from the foil) become one of 60 µm");
        losses.ShouldContain("porosity: foil 0.3, top 0.45 becomes 0.35, their mean");
        losses.ShouldContain("no half cells: lithium metal of 250 µm");
        losses.ShouldContain("the transference number changes with concentration (0.32, 0.29, 0.23 at 500, 1000, 2000 mol/m³)");
        losses.ShouldContain("the thermodynamic factor (1.2, 1.6, 2.4 at");
        ((string)parts["User-defined"]!["description"]!).ShouldContain("become one of 60 µm");
    }

    [Fact]
    public void Depth_profiles_films_and_dry_pores_are_told()
    {
        IntercalationMaterial material = TestCells.Material(film: 1e-3);
        var layer = new Layer("graded", 50e-6, DepthProfile.Through([0, 1], [0.3, 0.4]), 0.2, 1, [new ParticleClass { Material = material, Radius = 3e-6, VolumeFraction = 0.5 }])
        {
            WettedFraction = 0.9,
            BinderConductivity = 1e-4,
        };

        string losses = string.Join('\n', BpxWriter.Write(TestCells.Half(layer).WithDoubleLayers(0.2)).Losses);

        losses.ShouldContain("the double layer on the particles, 0.2 F/m², has no field");
        losses.ShouldContain("the double layer on the lithium, 0.2 F/m²");
        losses.ShouldContain("porosity: graded 0.3 at the foil to 0.4 becomes 0.35");
        losses.ShouldContain("film resistance of the particles, 10 Ω cm²");
        losses.ShouldContain("dry pores of layer graded (wetted: 0.9)");
        losses.ShouldContain("binder of layer graded (0.0001 S/m)");
    }

    /// <summary>A function without a formula becomes a table whose straight lines are as close as the report says.</summary>
    [Fact]
    public void Tables_are_as_close_as_they_say()
    {
        Cell design = DesignBuilder.Build(DesignDocument.Load(Path.Combine(Repository.Root, "examples", "nmc811-graphite-full-cell.json")).Base).Cell;
        BpxText text = BpxWriter.Write(design);
        ScalarFunction potential = design.Positive.Layers[0].Particles[0].Material.OpenCircuitPotential;
        JsonNode table = JsonNode.Parse(text.Json)!["Parameterisation"]!["Positive electrode"]!["OCP [V]"]!;
        double[] x = [.. table["x"]!.AsArray().Select(v => (double)v!)], y = [.. table["y"]!.AsArray().Select(v => (double)v!)];

        text.Losses.ShouldContain(loss => loss.Text.Contains($"a table of {x.Length} points", StringComparison.Ordinal));
        for (int i = 1; i < x.Length; i++) potential.At((x[i] + x[i - 1]) / 2).ShouldBe((y[i] + y[i - 1]) / 2, 2.1e-5);
    }

    /// <summary>Formulas are written with the few operations that other readers know, and mean the same.</summary>
    [Theory]
    [InlineData("-2*x**2 - (1 - (3 - x)) * exp(-x/2)", "-2 * x ** 2 - (1 - (3 - x)) * exp((-x) / 2)")]
    [InlineData("1 - -3*x + x/(2*x) - x*(x*2)", "1 - (-3 * x) + x / (2 * x) - x * (x * 2)")]
    [InlineData("(x**2)**3 + 2**x**2 - sqrt(x + 1)", "(x ** 2) ** 3 + 2 ** (x ** 2) - (x + 1) ** 0.5")]
    [InlineData("tanh(x)*-(x - 1)", "tanh(x) * (-(x - 1))")]
    [InlineData("log(x)", null)]
    public void Formulas_keep_their_meaning(string formula, string? expected)
    {
        Expression read = Expression.Parse(formula, "x");
        string? written = FormulaText.Of(read);

        written.ShouldBe(expected);
        if (written is not null) Expression.Parse(written, "x").ToFunction("x").At(0.37).ShouldBe(read.ToFunction("x").At(0.37), 1e-14);
    }

    [Fact]
    public void The_example_is_what_export_writes()
    {
        string shown = File.ReadAllText(Path.Combine(Repository.Root, "examples", "lgm50.bpx.json"));
        if (Environment.GetEnvironmentVariable("LOADSTONE_WRITE_DOCS") == "1")
        {
            shown = BpxWriter.Write(ParameterSetCell.Load("chen2020")).Json;
            File.WriteAllText(Path.Combine(Repository.Root, "examples", "lgm50.bpx.json"), shown);
        }
        BpxReading reading = BpxReader.Parse(Encoding.UTF8.GetBytes(shown));
        reading.Notes.ShouldBeEmpty();
        Discharges.Compare(reading.Cell, ParameterSetCell.Load("chen2020")).Largest.ShouldBeLessThan(0.1e-3);
    }
}
