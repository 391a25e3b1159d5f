using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Runs;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Analysis;
using Loadstone.Electrodes;
using System.Runtime.CompilerServices;

namespace Loadstone.Tests.Designs;

/// <summary>Calendering and zones as documents say them.</summary>
public class MakingTests
{
    private const string Layers = """[ { "name": "bottom", "solids": { "nmc811": "96 %", "super p": "2 %", "pvdf": "2 %" } }, { "name": "top", "solids": { "nmc811": "96 %", "super p": "2 %", "pvdf": "2 %" }, "compactionResistance": "150 N/mm" } ]""";

    private static string Document(string electrode) => $$"""
        { "name": "pressed", "positive": { "loading": "20 mg/cm²", {{electrode}} }, "negative": "lithium",
          "run": [ { "rateTest": ["1C"], "between": ["3.0 V", "4.3 V"] } ] }
        """;

    private static DesignDocument Parse(string text) => DesignDocument.Parse(System.Text.Encoding.UTF8.GetBytes(text));

    private static BuiltDesign Build(string electrode) => DesignBuilder.Build(Parse(Document(electrode)).Variants[0]);

    [Fact]
    public void A_line_load_gives_the_porosity_that_asks_for_it()
    {
        BuiltDesign loaded = Build($$"""
            "calendering": { "lineLoad": "500 N/mm", "coatedPorosity": "55 %", "springBack": "4 %" }, "layers": {{Layers}}
            """);
        ElectrodeStructure pressed = loaded.Positive!;
        pressed.Layers[1].Porosity.ShouldBeLessThan(pressed.Layers[0].Porosity, "the layer of lower resistance gives way by more");
        pressed.Calendering!.IsDerived.ShouldBeFalse();
        ElectrodeStructure aimed = Build($$"""
            "porosity": "{{(pressed.Porosity * 100).ToString("R", System.Globalization.CultureInfo.InvariantCulture)}} %", "calendering": { "coatedPorosity": "55 %", "springBack": "4 %" }, "layers": {{Layers}}
            """).Positive!;
        aimed.Calendering!.Load.ShouldBe(500e3, 1e-3);
        aimed.Calendering.IsDerived.ShouldBeTrue();
        aimed.Layers[1].Porosity.ShouldBe(pressed.Layers[1].Porosity, 1e-9);
        loaded.Assumed.ShouldContain(value => value.Property == "compaction resistance", "the other layer's resistance is taken on trust");
    }

    [Theory]
    [InlineData("\"porosity\": \"30 %\", \"calendering\": { \"lineLoad\": \"400 N/mm\" }", "clash")]
    [InlineData("\"calendering\": { \"coatedPorosity\": \"55 %\" }", "needs one aim")]
    [InlineData("\"porosity\": \"60 %\", \"calendering\": { \"coatedPorosity\": \"55 %\" }", "cannot thicken")]
    [InlineData("\"porosity\": \"5 %\", \"calendering\": { \"coatedPorosity\": \"55 %\" }", "No load presses")]
    [InlineData("\"porosity\": \"30 %\"", "add \"calendering\"")]
    public void What_a_calender_cannot_do_is_an_error(string electrode, string expected) =>
        Should.Throw<InputException>(() => Build($"{electrode}, \"layers\": {Layers}")).Message.ShouldContain(expected);

    private const string ZoneLayer = """ "porosity": "35 %", "layers": [ { "solids": { "nmc811": "94 %", "super c45": "2.5 %", "pvdf": "3.5 %" }, "slurry": { "solvent": "nmp", "solidsContent": "55 %" } } ] """;

    [Fact]
    public void Zones_hold_shell_film_and_wet_thickness_and_the_mean_loading()
    {
        BuiltDesign built = Build(ZoneLayer + """, "zones": [ { "name": "poor", "share": "40 %", "carbon": "1.5 %" }, { "name": "rich", "share": "60 %", "carbon": "3 %" } ] """);
        ZoneStructure poor = built.Zones[0], rich = built.Zones[1];
        double shell = built.Positive!.Layers[0].SolventShellThickness!.Value;
        foreach (ZoneStructure zone in built.Zones)
        {
            zone.Slurry.Slurry.SolventShellThickness.ShouldBe(shell, 1e-9 * shell);
            zone.Structure.Layers[0].BinderFilmThickness.ShouldBe(built.Positive.Layers[0].BinderFilmThickness, 1e-17);
            zone.Slurry.DryThickness(0.35).ShouldBe(zone.Structure.Thickness, 1e-15);
            // By hand: the solids of a wet film are φ times its thickness.
            (zone.Slurry.Slurry.SolidVolumeFraction * zone.Slurry.WetThickness).ShouldBe(zone.Slurry.Solids.SolidThickness, 1e-15);
        }
        poor.Slurry.WetThickness.ShouldBe(rich.Slurry.WetThickness);
        (0.4 * poor.Structure.Loading + 0.6 * rich.Structure.Loading).ShouldBe(0.2, 1e-12);
        poor.Structure.Thickness.ShouldBeGreaterThan(rich.Structure.Thickness, "less carbon, less surface, less solvent: more solids in the same film");
        IsoShellZones.HeterogeneityOf([poor.Slurry, rich.Slurry], [0.4, 0.6]).ShouldBeInRange(0.3, 0.4);
    }

    [Fact]
    public void A_run_tells_what_each_zone_gave()
    {
        DesignDocument document = Parse(Document(ZoneLayer + """, "zones": [ { "share": "40 %", "carbon": "1.5 %" }, { "share": "60 %", "carbon": "3 %" } ]"""));
        RunOutcome outcome = DesignRunner.Run(document, new RunOptions { Mesh = new MeshSettings { Positive = 10, Separator = 5, Radial = 8 } });
        var rows = RunReport.ToJson(outcome)["zoneRates"]!.AsArray();
        rows.Count.ShouldBe(2);
        rows.Sum(row => (double)row!["chargeShare"]!["value"]!).ShouldBe(100, 1e-9);
        outcome.Variants[0].Protocols[0].Result.LithiumDrift.ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void Zones_without_a_slurry_or_with_two_layers_are_refused()
    {
        const string Zones = """, "zones": [ { "share": "40 %", "carbon": "1.5 %" }, { "share": "60 %", "carbon": "3 %" } ]""";
        Should.Throw<InputException>(() => Build("\"porosity\": \"35 %\", \"layers\": [ { \"solids\": { \"nmc811\": \"96 %\", \"super p\": \"2 %\", \"pvdf\": \"2 %\" } } ]" + Zones)).Message.ShouldContain("slurry");
        Should.Throw<InputException>(() => Build(ZoneLayer + Zones.Replace("60 %", "50 %", StringComparison.Ordinal))).Message.ShouldContain("90 %");
    }

    /// <summary>H. Yari et al. 2020, Fig. 3: the layer at the foil decides.</summary>
    [Fact]
    public void The_bilayers_of_Yari_stand_in_the_order_of_the_paper()
    {
        DesignDocument document = DesignDocument.Load(Path.Combine(Path.GetDirectoryName(Here())!, "../../../examples/yari-bilayers.json"));
        RunOutcome outcome = DesignRunner.Run(document, new RunOptions
        {
            Variants = [.. document.Variants.Select(v => v.Name).Where(name => !name.StartsWith("zones", StringComparison.Ordinal))],
            Mesh = new MeshSettings { Positive = 20, Separator = 8, Radial = 15 },
        });
        var gamma = outcome.Variants.ToDictionary(v => v.Name, v => RateCapability.Fit([.. v.Rates.Select(r => r.Rate)], [.. v.Rates.Select(r => r.ArealEnergy!.Value)]).Gamma);
        double single = gamma["single 2.5 %"];
        gamma["(1 %, 4 %)"].ShouldBeLessThan(gamma["(1.5 %, 3.5 %)"]);
        gamma["(1.5 %, 3.5 %)"].ShouldBeLessThan(gamma["(2 %, 3 %)"]);
        gamma["(2 %, 3 %)"].ShouldBeLessThan(single);
        foreach (string rich in (string[])["(3 %, 2 %)", "(3.5 %, 1.5 %)", "(4 %, 1 %)"]) gamma[rich].ShouldBeGreaterThan(single, rich);
        // Printed: a loss of up to 20 %, and 0.7 for the single layer of 1 %.
        (1 - gamma["(1 %, 4 %)"] / single).ShouldBeInRange(0.1, 0.25);
        foreach ((string bilayer, string bottom) in (ValueTuple<string, string>[])[("(1 %, 4 %)", "single 1 %"), ("(2 %, 3 %)", "single 2 %"), ("(4 %, 1 %)", "single 4 %")])
        {
            gamma[bilayer].ShouldBe(gamma[bottom], 0.02, $"{bilayer} goes as {bottom}, its layer at the foil");
        }

        // Each bilayer finds its two single layers; the poor layer at the foil starves the rich one above it, the other way round it lifts it (Fig. 4).
        var use = RunReport.ToJson(outcome)["bilayers"]!.AsArray();
        use.Count.ShouldBe(6 * 4);
        double At(string variant, string key) => (double)use.Single(row => (string?)row!["variant"] == variant && (double?)row["rate"]!["value"] == 3)![key]!;
        At("(1 %, 4 %)", "secondUtilisation").ShouldBeLessThan(0.8);
        At("(1 %, 4 %)", "evenness").ShouldBeLessThan(0.495);
        At("(4 %, 1 %)", "secondUtilisation").ShouldBeGreaterThan(1.2);
        At("(2 %, 3 %)", "evenness").ShouldBe(0.5, 0.005);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
