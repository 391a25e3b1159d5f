using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Loadstone.Designs.Building;

namespace Loadstone.Tests.Designs;

/// <summary>Designs drawn at random over the ranges of practice.</summary>
public class RandomDesignTests
{
    private sealed record Drawn(double Loading, double Porosity, double Share, double CarbonL, double CarbonS, double DiameterL, double DiameterS, int Order);

    private static Gen<double> Between(int low, int high) => Gen.Choose(0, 10_000).Select(i => low + (high - low) * i / 10_000.0);

    private static readonly Arbitrary<Drawn> Designs = Arb.From(
        from loading in Between(2, 60)
        from porosity in Between(15, 70)
        from share in Between(5, 95)
        from carbonL in Between(1, 8)
        from carbonS in Between(1, 8)
        from diameterL in Between(2, 20)
        from diameterS in Between(2, 20)
        from order in Gen.Choose(0, 2)
        select new Drawn(loading, porosity, share, carbonL, carbonS, diameterL, diameterS, order));

    private static BuiltDesign Build(Drawn drawn)
    {
        string[] orders = ["as written", "reversed", "mixed"];
        string Layer(string name, double share, double carbon, double diameter) => string.Create(CultureInfo.InvariantCulture,
            $$"""{ "name": "{{name}}", "share": "{{share}} %", "solids": { "nmc811": "{{98 - carbon}} %", "super p": "{{carbon}} %", "pvdf": "2 %" }, "particleDiameter": "{{diameter}} µm" }""");
        string json = string.Create(CultureInfo.InvariantCulture, $$"""
            { "name": "drawn", "between": ["2.8 V", "4.3 V"],
              "positive": { "loading": "{{drawn.Loading}} mg/cm²", "porosity": "{{drawn.Porosity}} %", "arrangement": "{{orders[drawn.Order]}}",
                "layers": [ {{Layer("L", drawn.Share, drawn.CarbonL, drawn.DiameterL)}}, {{Layer("S", 100 - drawn.Share, drawn.CarbonS, drawn.DiameterS)}} ] } }
            """);
        return DesignBuilder.Build(Documents.Parse(json).Base);
    }

    [Fact]
    public void Every_layer_is_filled_and_the_loading_is_kept() => Prop.ForAll(Designs, drawn =>
    {
        ElectrodeStructure positive = Build(drawn).Positive!;
        bool filled = positive.Layers.All(layer => Math.Abs(layer.Porosity + layer.Ledger.VolumeFractions.Sum() - 1) < 1e-14);
        return filled && Math.Abs(positive.Loading - drawn.Loading / 100) < 1e-12 && Math.Abs(positive.Porosity - drawn.Porosity / 100) < 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sites_capacity_and_current_do_not_depend_on_the_arrangement() => Prop.ForAll(Designs, drawn =>
    {
        BuiltDesign[] built = [.. Enumerable.Range(0, 3).Select(order => Build(drawn with { Order = order }))];
        return built.All(b => Same(b.Positive!.Electrode.SitesPerArea, built[0].Positive!.Electrode.SitesPerArea)
            && Same(b.Positive.ArealCapacity, built[0].Positive!.ArealCapacity) && Same(b.Cell.OneC, built[0].Cell.OneC)
            && Same(b.Positive.Thickness, built[0].Positive!.Thickness));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Heterogeneity_stays_between_none_and_its_bound_and_mixing_removes_it() => Prop.ForAll(Designs, drawn =>
        Build(drawn).Positive!.Heterogeneity is >= 0 and < 2 && Build(drawn with { Order = 2 }).Positive!.Heterogeneity == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void More_carbon_or_less_pores_never_conduct_worse() => Prop.ForAll(Designs, drawn =>
    {
        double Conductivity(Drawn d) => Build(d with { Order = 0 }).Positive!.Layers[0].ElectronicConductivity;
        return Conductivity(drawn with { CarbonL = drawn.CarbonL + 0.5 }) > Conductivity(drawn)
            && Conductivity(drawn with { Porosity = drawn.Porosity - 5 }) > Conductivity(drawn);
    }).QuickCheckThrowOnFailure();

    private static bool Same(double a, double b) => Math.Abs(a - b) <= 1e-11 * Math.Abs(b);
}
