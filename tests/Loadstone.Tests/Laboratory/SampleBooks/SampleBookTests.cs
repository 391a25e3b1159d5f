using Loadstone.Laboratory;
using Loadstone.Laboratory.SampleBooks;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Tests.Laboratory.SampleBooks;

public sealed class SampleBookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("loadstone-samples").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>What an analysis wrote comes back with its value, its interval and the unit in which it was shown.</summary>
    [Fact]
    public void Results_of_an_analysis_are_read_back()
    {
        var thickness = new NamedEstimate("outer CEI, thickness", new Estimate(2.4e-9, 0.1e-9, 7), QuantityKinds.Length, "nm");
        LaboratoryFiles.Write([new LaboratoryResult("cei", "a", [thickness], [], ["worn target"])], Path.Combine(_folder, "cei"));
        Sample found = Book("""{ "samples": [ { "name": "A", "binder": "PVDF", "results": [ { "file": "cei/results.json", "as": "after 300 cycles" } ] } ] }""").Samples.Single();
        NamedEstimate back = found.Numbers.Single();
        back.Name.ShouldBe("after 300 cycles: outer CEI, thickness");
        LaboratoryFiles.Text(back).ShouldBe(LaboratoryFiles.Text(thickness));
        back.Estimate.HalfWidth().ShouldBe(thickness.Estimate.HalfWidth(), 1e-15);
        found.Warnings.ShouldBe(["worn target"]);
    }

    /// <summary>E_b = E_AB − E_A − E_B, in hartree as programs print it: 1 E_h = 27.2114 eV.</summary>
    [Fact]
    public void A_binding_energy_is_the_complex_less_its_parts()
    {
        NamedEstimate found = Book("""{ "samples": [ { "name": "A", "bindingEnergies": [ { "pair": "PEI + Ni²⁺", "complex": "-1642.50 Ha", "parts": ["-134.00 Ha", "-1508.20 Ha"] } ] } ] }""").Samples[0].Numbers.Single();
        LaboratoryFiles.Text(found).ShouldBe("-8.1634 eV");
    }

    /// <summary>7.00 mg of PEI hold 0.1625 mmol of ethyleneimine; 0.200 g of PVDF with 20 acrylic acid per 100 units hold 2.55 mmol: 6.4 mol%, not 5.</summary>
    [Fact]
    public void Mole_ratios_count_what_is_grafted()
    {
        IReadOnlyList<NamedEstimate> found = Book("""
            { "samples": [ { "name": "N5", "moleRatios": [ { "name": "PEI : VDF", "of": { "mass": "7.00 mg ± 0.05 mg", "unit": "ethyleneimine" },
              "to": { "mass": "0.200 g", "unit": "vinylidene fluoride", "grafted": { "unit": "acrylic acid", "perUnit": "20 mol%" } } } ] } ] }
            """).Samples[0].Numbers;
        found[0].Estimate.Value.ShouldBe(0.0637, 1e-4);
        found[1].Estimate.Value.ShouldBe(0.1625e-3, 1e-7);
        found[2].Estimate.Value.ShouldBe(2.55e-3, 1e-5);
        found[0].Estimate.StandardError.ShouldBe(0.0637 * 0.05 / 7, 1e-5);
    }

    /// <summary>Metals found by ICP, one by one and together, with the errors of all.</summary>
    [Fact]
    public void Dissolved_metals_are_added_up()
    {
        IReadOnlyList<NamedEstimate> found = Book("""{ "samples": [ { "name": "A", "dissolvedMetals": { "Ni": "30 ppm ± 3 ppm", "Co": "10 ppm ± 4 ppm" } } ] }""").Samples[0].Numbers;
        NamedEstimate all = found.Single(n => n.Name == "dissolved metals together");
        all.Estimate.Value.ShouldBe(40e-6, 1e-12);
        all.Estimate.StandardError.ShouldBe(5e-6, 1e-12);
    }

    /// <summary>One row a sample, a number and its ± a column each, with the unit in which it was written.</summary>
    [Fact]
    public void The_table_has_units_and_errors()
    {
        SampleBook book = Book("""{ "samples": [ { "name": "A", "binder": "PVDF, 2 %", "measured": { "peel force": "21.5 gf/20 mm ± 1 gf/20 mm" } }, { "name": "B", "measured": { "cycles": 300 } } ] }""");
        var text = new StringWriter();
        SampleReport.WriteCsv(text, book);
        string[] lines = text.ToString().Split(text.NewLine);
        lines[0].ShouldBe("sample,binder,recipe,process,notes,peel force / gf/20 mm,peel force ± 95 % / gf/20 mm,cycles,cycles ± 95 %");
        lines[1].ShouldStartWith("A,\"PVDF, 2 %\",,,,21.5,1.95");
        lines[2].ShouldBe("B,,,,,,,300,0");
    }

    /// <summary>Any number against any other, a colour a binder; samples without both stay out.</summary>
    [Fact]
    public void Numbers_are_drawn_against_each_other()
    {
        SampleBook book = Book("""
            { "samples": [ { "name": "A", "binder": "PVDF", "measured": { "toughness": "10 J/cm³", "cycles": 120 } }, { "name": "B", "binder": "N5", "measured": { "toughness": "55 J/cm³", "cycles": 300 } },
              { "name": "C", "measured": { "cycles": 200 } } ] }
            """);
        Plot plot = SampleReport.Against(book, "toughness", "Cycles").OfType<Plot>().Single();
        plot.Series.Select(s => s.Label).ShouldBe(["PVDF", "N5"]);
        plot.X.Label.ShouldBe("toughness / J/cm³");
        plot.Series[1].X.Single().ShouldBe(55, 1e-9);
        Should.Throw<InputException>(() => SampleReport.Against(book, "toughnes", "cycles")).Message.ShouldContain("did you mean \"toughness\"");
    }

    [Theory]
    [InlineData("""{ "samples": [ { "name": "A" }, { "name": "A" } ] }""", "stands twice")]
    [InlineData("""{ "samples": [ { "binder": "PVDF" } ] }""", "no \"name\"")]
    [InlineData("""{ "samples": [] }""", "\"samples\"")]
    [InlineData("""{ "samples": [ { "name": "A", "bindre": "PVDF" } ] }""", "did you mean \"binder\"")]
    [InlineData("""{ "samples": [ { "name": "A", "results": [ { "file": "none.json" } ] } ] }""", "There is no file")]
    [InlineData("""{ "samples": [ { "name": "A", "measured": { "length": "3 furlong" } } ] }""", "no known unit")]
    [InlineData("""{ "samples": [ { "name": "A", "dissolvedMetals": { "Ni": "3 V" } } ] }""", "is a voltage")]
    [InlineData("""{ "samples": [ { "name": "A", "dissolvedMetals": { "Ni": "3 ppm", "Co": "3 µg/cm²" } } ] }""", "one kind for all metals")]
    [InlineData("""{ "samples": [ { "name": "A", "bindingEnergies": [ { "pair": "x", "complex": "-3 eV", "parts": ["-1 eV"] } ] } ] }""", "two energies")]
    [InlineData("""{ "samples": [ { "name": "A", "moleRatios": [ { "name": "x", "of": { "mass": "1 g", "unit": "unobtainium" }, "to": { "mass": "1 g" } } ] } ] }""", "is not known")]
    public void What_cannot_be_read_is_named(string text, string message)
    {
        string error = Should.Throw<InputException>(() => Book(text)).Message;
        error.ShouldContain(message);
        error.ShouldContain("book.json:1");
    }

    /// <summary>A sample that a results file does not hold, and numbers of one name from two files.</summary>
    [Fact]
    public void Attached_results_are_held_to_their_names()
    {
        var number = new NamedEstimate("mean", Estimate.Exact(1), QuantityKinds.Ratio);
        LaboratoryFiles.Write([new LaboratoryResult("x", "a", [number], [], []), new LaboratoryResult("x", "b", [number], [], [])], _folder);
        Error("""{ "file": "results.json" }""").ShouldContain("has 2 samples");
        Error("""{ "file": "results.json", "sample": "c" }""").ShouldContain("no sample \"c\"");
        Error("""{ "file": "results.json", "sample": "a", "only": ["median"] }""").ShouldContain("no number \"median\"");
        Error("""{ "file": "results.json", "sample": "a" }, { "file": "results.json", "sample": "b" }""").ShouldContain("is there already");

        string Error(string results) => Should.Throw<InputException>(() => Book($$"""{ "samples": [ { "name": "A", "results": [ {{results}} ] } ] }""")).Message;
    }

    [Fact]
    public void An_unknown_sample_is_named_with_the_known_ones() =>
        Should.Throw<InputException>(() => Book("""{ "samples": [ { "name": "fresh" } ] }""").Only(["fersh"])).Message.ShouldContain("did you mean \"fresh\"");

    private SampleBook Book(string text)
    {
        string path = Path.Combine(_folder, "book.json");
        File.WriteAllText(path, text);
        return SampleBook.Load(path);
    }
}
