using Loadstone.Wetting.Areas;

namespace Loadstone.Tests.Wetting.Areas;

public class TrappedGasTests
{
    private const double Length = 5e-3, Porosity = 0.4, Efficiency = 0.2, Trapped = 0.1, Entry = 3e4;

    private static readonly TrappedGas Gas = new() { Solubility = 0.05, Diffusivity = 2e-9 };

    private static WettingArea Strip(int columns, double trapped = Trapped, double solubility = 0.05) => new()
    {
        Layers = [new AreaLayer("layer", 1e-4, Porosity, Efficiency, new LayerWettingProperties { Permeability = 1e-14, EntryPressure = Entry, TrappedShare = trapped, PoreIndex = 1000 })],
        HalfWidth = Length, Liquid = new WettingLiquid(3.5e-3, 0.03, 0.5), Gas = Gas with { Solubility = solubility }, Columns = columns, RowsPerLayer = 1,
    };

    /// <summary>The edge of the gas recedes as in Neumann's solution of the Stefan problem, √π λ exp(λ²) erf λ = St (H. S. Carslaw and J. C. Jaeger, Conduction of Heat in Solids, 11.2).</summary>
    [Fact]
    public void Gas_recedes_as_Neumann_says()
    {
        double pressure = Gas.Pressure + Entry, l = Gas.Solubility;
        double left = (Trapped * pressure + (1 - Trapped) * l * Gas.Pressure - l * pressure) / ((1 - l) * pressure); // after the liquid beside it is saturated
        double stefan = l * Entry / (left * (1 - l) * pressure), low = 0, high = 5;
        for (int i = 0; i < 100; i++)
        {
            double x = (low + high) / 2;
            if (Math.Sqrt(Math.PI) * x * Math.Exp(x * x) * MathNet.Numerics.SpecialFunctions.Erf(x) < stefan) low = x; else high = x;
        }
        double time = Math.Pow(0.5 * Length / (2 * low), 2) / (Gas.Diffusivity * Efficiency / Porosity);
        AreaWetting wetting = AreaWetting.Of(Strip(200), time);
        (1 - wetting.Wetted[0]).ShouldBe(left / 2, 0.01 * left);
        wetting.Imbalance.ShouldBeLessThan(1e-10);
    }

    /// <summary>Liquid that came saturated at the pressure outside takes up what its own greater pressure lets it: so much gas needs no hours.</summary>
    [Fact]
    public void Little_gas_dissolves_where_it_is()
    {
        const double solubility = 0.5;
        double pressure = Gas.Pressure + Entry, taken = solubility * Entry / (pressure - solubility * Gas.Pressure);
        AreaWetting.Of(Strip(20, 0.98 * taken, solubility), 600).Wetted[0].ShouldBe(1, 1e-9);
        AreaWetting.Of(Strip(20, 1.1 * taken, solubility), 600).Wetted[0].ShouldBeLessThan(1 - 0.05 * taken);
    }

    /// <summary>Through the open top gas leaves over the thickness, not over the width: ratio of the times as the squares of the lengths.</summary>
    [Fact]
    public void Gas_leaves_sooner_the_shorter_its_way()
    {
        AreaWetting up = AreaWetting.Of(Strip(1) with { RowsPerLayer = 40, Feed = AreaFaces.Top, GasExit = AreaFaces.Top }, 1e6), across = AreaWetting.Of(Strip(40), 1e9);
        ((across.SettlingTime(0.01) - across.FilledAt) / (up.SettlingTime(0.01) - up.FilledAt)).ShouldBe(2500, 100);
    }

    /// <summary>Gas under the greater suction of small pores wanders into the large pores beside them, out of which it has to leave: none is made.</summary>
    [Fact]
    public void Gas_goes_from_small_pores_to_large_ones()
    {
        AreaLayer large = Strip(1).Layers[0], small = large with { Name = "small", Properties = large.Properties with { EntryPressure = 4 * Entry } };
        AreaWetting wetting = AreaWetting.Of(Strip(8) with { Layers = [small, large], RowsPerLayer = 6 }, 600);
        wetting.Wetted[0].ShouldBeGreaterThan(1 - Trapped + 0.02);
        wetting.Wetted[1].ShouldBeLessThan(1 - Trapped);
        wetting.Imbalance.ShouldBeLessThan(1e-10);
    }

    /// <summary>However much gas wanders into a layer, its pores hold no more than they are: its pressure rises with it instead.</summary>
    [Fact]
    public void Gas_fills_no_more_than_the_pores()
    {
        AreaLayer thin = Strip(1).Layers[0] with { Thickness = 5e-6 }, small = Strip(1, 0.3).Layers[0];
        thin = thin with { Properties = thin.Properties with { EntryPressure = 5e3, PoreIndex = 2 } };
        small = small with { Properties = small.Properties with { EntryPressure = 5e5, PoreIndex = 2 } };
        AreaWetting wetting = AreaWetting.Of(Strip(8) with { Layers = [small, thin], RowsPerLayer = 6 }, 7200);
        wetting.States.Where(s => s.Time >= wetting.FilledAt).Min(s => s.Layers[1]).ShouldBeInRange(1e-9, 0.5);
        wetting.Imbalance.ShouldBeLessThan(1e-10);
    }

    /// <summary>
    /// Gas that leaves at the edges has spread over the thickness long before: each layer ends as wet in either order, and R_p with it. Gas that leaves through the
    /// top does not, for there the order is the way out. Were layers mixed up, or their exchange too slow, the first would differ too.
    /// </summary>
    [Fact]
    public void The_order_of_layers_matters_to_gas_that_leaves_through_the_top_and_not_to_gas_that_leaves_at_the_edges()
    {
        AreaLayer large = Strip(1).Layers[0], small = large with { Name = "small", TransportEfficiency = 0.05, Properties = large.Properties with { EntryPressure = 4 * Entry } };
        WettingArea edges = Strip(32) with { Layers = [small, large], RowsPerLayer = 6 }, top = edges with { Columns = 1, GasExit = AreaFaces.Top };
        AreaWetting above = AreaWetting.Of(edges, 7200), below = AreaWetting.Of(edges with { Layers = [large, small] }, 7200);
        above.Wetted[0].ShouldBe(1, 1e-9, "the small pores have driven their gas into the large ones");
        above.Wetted[1].ShouldBeInRange(0.5, 0.9, "which are rid of a part of it");
        below.Wetted[1].ShouldBe(above.Wetted[0], 1e-6);
        below.Wetted[0].ShouldBe(above.Wetted[1], 1e-6);
        below.States[^1].Resistance.ShouldBe(above.States[^1].Resistance, 1e-5 * above.States[^1].Resistance);
        AreaWetting smallOnTop = AreaWetting.Of(top, 200), largeOnTop = AreaWetting.Of(top with { Layers = [large, small] }, 200);
        largeOnTop.Overall(largeOnTop.States[^1]).ShouldBeGreaterThan(smallOnTop.Overall(smallOnTop.States[^1]) + 0.03);
    }
}
