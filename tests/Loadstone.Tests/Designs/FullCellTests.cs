using Loadstone.Cells;
using Loadstone.Designs.Building;

namespace Loadstone.Tests.Designs;

public class FullCellTests
{
    private static readonly string FullCell = Documents.TwoLayers
        .Replace("\"lithium 250 µm\"", """{ "npRatio": 1.1, "porosity": "35 %", "layers": [ { "solids": { "graphite": "96 %", "super p": "1 %", "cmc": "3 %" } } ] }""", StringComparison.Ordinal)
        .Replace("4.3 V", "4.2 V", StringComparison.Ordinal).Replace("2.7 V", "2.8 V", StringComparison.Ordinal);

    private static BuiltDesign Build(params string[] overrides) => DesignBuilder.Build(Documents.Parse(FullCell, overrides).Base);

    [Fact]
    public void The_negative_loading_follows_from_the_capacity_ratio()
    {
        BuiltDesign built = Build();
        built.NpRatio!.Value.ShouldBe(1.1, 1e-12);
        double loading = built.Negative!.Loading;
        BuiltDesign stated = Build("negative.npRatio=null", $"negative.loading={loading:R} kg/m²");
        stated.NpRatio!.Value.ShouldBe(1.1, 1e-12);
    }

    [Fact]
    public void Cyclable_lithium_is_that_of_the_positive_electrode_less_the_first_loss()
    {
        BuiltDesign lossless = Build("negative.firstCycleLoss=0 %"), lossy = Build("negative.firstCycleLoss=10 %");
        double made = lossless.Positive!.Electrode.SitesPerArea;
        lossless.Cell.CyclableLithium!.Value.ShouldBe(made, made * 1e-12);
        double firstCharge = made - CellBalance.ContentAt(lossy.Cell.Positive, 4.2);
        lossy.Cell.CyclableLithium!.Value.ShouldBe(made - 0.1 * firstCharge, made * 1e-12);
    }

    [Fact]
    public void The_cell_rests_at_its_cut_offs()
    {
        Cell cell = Build().Cell;
        (double negative, double positive) = CellBalance.PotentialsAt(cell, 1);
        (positive - negative).ShouldBe(4.2, 1e-9);
        (negative, positive) = CellBalance.PotentialsAt(cell, 0);
        (positive - negative).ShouldBe(2.8, 1e-9);
        cell.Lithium.ShouldBeNull();
    }

    [Fact]
    public void A_loss_that_is_not_stated_is_listed_as_assumed()
    {
        Build().Assumed.ShouldContain(v => v.Property == "first-cycle loss" && v.Value == "8 %" && v.Range == "4 % to 15 %");
        Build("negative.firstCycleLoss=8 %").Assumed.ShouldNotContain(v => v.Property == "first-cycle loss");
    }

    [Fact]
    public void Graphite_conducts_by_itself() => Build().Negative!.Layers[0].ElectronicConductivity.ShouldBeGreaterThan(10);

    [Theory]
    [InlineData("chen2020", 5.0, 0.1027)]
    [InlineData("marquis2019", 0.680616, 0.028359)]
    public void A_parameter_set_is_a_full_cell(string name, double ampereHours, double area)
    {
        Cell cell = ParameterSetCell.Load(name);
        cell.OneC.ShouldBe(ampereHours, 1e-9);
        cell.Area.ShouldBe(area, 1e-9);
        (double negative, double positive) = CellBalance.PotentialsAt(cell, 1);
        (positive - negative).ShouldBe(cell.UpperCutOff, 1e-9);
    }

    [Fact]
    public void Xu2019_is_a_half_cell()
    {
        Cell cell = ParameterSetCell.Load("xu2019");
        cell.IsHalfCell.ShouldBeTrue();
        cell.CyclableLithium.ShouldBeNull();
    }

    [Fact]
    public void Chen2020_carries_its_published_exponents()
    {
        Cell cell = ParameterSetCell.Load("chen2020");
        cell.Positive.Layers[0].TransportEfficiency.Mean.ShouldBe(Math.Pow(0.335, 1.5), 1e-12);
        cell.Positive.Layers[0].ElectronicConductivity.Mean.ShouldBe(0.18, 1e-12);
        cell.CyclableLithium!.Value.ShouldBe(0.75 * 85.2e-6 * 29866 + 0.665 * 75.6e-6 * 17038, 1e-9);
    }
}
