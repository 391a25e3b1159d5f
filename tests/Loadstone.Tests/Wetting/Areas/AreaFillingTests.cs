using FsCheck;
using FsCheck.Fluent;
using Loadstone.Wetting.Areas;

namespace Loadstone.Tests.Wetting.Areas;

public class AreaFillingTests
{
    private const double Length = 1e-3, Porosity = 0.3;

    private static readonly WettingLiquid Liquid = new(3.5e-3, 0.03, Math.PI / 6);

    private static readonly LayerWettingProperties Sharp = new() { Permeability = 1e-15, EntryPressure = 5e4, PoreIndex = 900 };

    private static readonly LayerWettingProperties Smooth = Sharp with { PoreIndex = 3 };

    /// <summary>Pores of one size fill with a sharp front, whose place is the root of 2 K p t/(ε μ) (W. H. Green and G. A. Ampt, J. Agric. Sci. 4, 1 (1911)).</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2e4)]
    public void A_sharp_front_goes_as_Green_and_Ampt_say(double reservoir)
    {
        double time = Porosity * Liquid.Viscosity * Math.Pow(0.5 * Length, 2) / (2 * Sharp.Permeability * (Sharp.EntryPressure + reservoir));
        Wetted(Column(Sharp, 200) with { ReservoirPressure = reservoir }, time).ShouldBe(0.5, 0.002);
    }

    /// <summary>The uptake of a wide range of pores agrees with the similarity solution, found by shooting from its front; the error falls with the cells.</summary>
    [Fact]
    public void A_smooth_front_tends_to_the_similarity_solution()
    {
        double sorptivity = Sorptivity(Smooth);
        double time = Math.Pow(0.5 * Length / sorptivity, 2);
        double[] errors = [.. new[] { 20, 40, 80 }.Select(rows => Math.Abs(Wetted(Column(Smooth, rows), time) - 0.5))];
        errors[2].ShouldBeLessThan(0.001);
        errors[2].ShouldBeLessThan(errors[0] / 2);
    }

    [Fact]
    public void Uptake_goes_with_the_root_of_time()
    {
        double time = Math.Pow(0.2 * Length / Sorptivity(Smooth), 2);
        (Wetted(Column(Smooth, 100), 9 * time) / Wetted(Column(Smooth, 100), time)).ShouldBe(3, 0.02);
    }

    /// <summary>
    /// Behind the front in the second layer stands the resistance of both: L₁ x/K₁ + x²/(2 K₂) = p₂ t/(ε μ). A second layer that sucks more than the
    /// first can hold gets what passes the first under its own suction, K₁ p₁/(μ L₁), up to x₁ = K₂ L₁ (p₂/p₁ − 1)/K₁.
    /// </summary>
    [Theory]
    [InlineData(4, 0.5)]
    [InlineData(0.25, 2)]
    public void The_second_layer_fills_through_the_first(double permeability, double suction)
    {
        LayerWettingProperties second = Sharp with { Permeability = Sharp.Permeability * permeability, EntryPressure = Sharp.EntryPressure * suction };
        double half = Length / 2, x = 0.6 * half, x1 = Math.Max(0, permeability * half * (suction - 1)), per = Porosity * Liquid.Viscosity;
        double first = per * half * half / (2 * Sharp.Permeability * Sharp.EntryPressure), limited = per * x1 * half / (Sharp.Permeability * Sharp.EntryPressure);
        double then = limited + per / second.EntryPressure * (half * (x - x1) / Sharp.Permeability + (x * x - x1 * x1) / (2 * second.Permeability));
        WettingArea area = Column(Sharp, 100) with { Layers = [new AreaLayer("first", half, Porosity, 0.2, Sharp), new AreaLayer("second", half, Porosity, 0.2, second)] };
        IReadOnlyList<double> layers = AreaWetting.Of(area, first + then).Wetted;
        layers[0].ShouldBe(1, 1e-6);
        layers[1].ShouldBe(0.6, 0.01);
    }

    /// <summary>From the edge as from the top: the model knows no direction.</summary>
    [Fact]
    public void A_strip_fills_from_its_edges_as_a_layer_from_its_top()
    {
        double time = Math.Pow(0.4 * Length / Sorptivity(Smooth), 2);
        WettingArea strip = Column(Smooth, 1) with { Feed = AreaFaces.Edges, HalfWidth = Length, Columns = 100 };
        Wetted(strip, time).ShouldBe(Wetted(Column(Smooth, 100), time), 1e-9);
    }

    /// <summary>A sharp front that closes in on the middle of a disc is there after ε μ R²/(4 K p), half the time of a strip.</summary>
    [Fact]
    public void A_disc_fills_in_half_the_time_of_a_strip()
    {
        WettingArea strip = Column(Sharp, 1) with { Feed = AreaFaces.Edges, HalfWidth = Length, Columns = 200 };
        double whole = Porosity * Liquid.Viscosity * Length * Length / (2 * Sharp.Permeability * Sharp.EntryPressure);
        AreaWetting.Of(strip, 2 * whole).FilledAt.ShouldBe(whole, 0.02 * whole);
        AreaWetting.Of(strip with { Shape = AreaShape.Disc }, 2 * whole).FilledAt.ShouldBe(whole / 2, 0.01 * whole);
    }

    /// <summary>Whatever the layers: no liquid and no gas is lost or made, no share leaves [0, 1], and nothing dries while it fills.</summary>
    [Fact]
    public void Liquid_is_kept_and_only_rises()
    {
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            AreaLayer[] layers = [.. Enumerable.Range(0, random.Next(1, 4)).Select(k => new AreaLayer($"{k}", Between(random, 1e-5, 1e-4), Between(random, 0.2, 0.6), Between(random, 0.05, 0.3), new LayerWettingProperties
            {
                Permeability = Between(random, 1e-17, 1e-14), EntryPressure = Between(random, 5e3, 1e6), PoreIndex = Between(random, 1.5, 20), TrappedShare = random.NextDouble() * 0.2,
            }))];
            var area = new WettingArea
            {
                Layers = layers, HalfWidth = Between(random, 1e-3, 5e-2), Liquid = Liquid, Gas = Gas, Shape = (AreaShape)random.Next(2), Feed = (AreaFaces)random.Next(1, 4),
                ReservoirPressure = random.Next(2) * 1e4, Columns = 12, RowsPerLayer = 3,
            };
            AreaWetting wetting = AreaWetting.Of(area, Between(random, 1e-2, 1e6));
            wetting.Imbalance.ShouldBeLessThan(1e-10);
            double[] before = new double[layers.Length];
            foreach (WettingState state in wetting.States.TakeWhile(s => !(s.Time > wetting.FilledAt)))
            {
                for (int k = 0; k < layers.Length; k++)
                {
                    state.Layers[k].ShouldBeInRange(before[k] - 1e-10, 1 + 1e-12);
                    before[k] = state.Layers[k];
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    private static TrappedGas Gas { get; } = new() { Solubility = 0.1, Diffusivity = 2e-9 };

    private static double Between(Random random, double low, double high) => low * Math.Pow(high / low, random.NextDouble());

    private static WettingArea Column(LayerWettingProperties properties, int rows) => new()
    {
        Layers = [new AreaLayer("layer", Length, Porosity, 0.2, properties)], HalfWidth = 1, Liquid = Liquid, Gas = Gas, Feed = AreaFaces.Top, Columns = 1, RowsPerLayer = rows,
    };

    private static double Wetted(WettingArea area, double time) => AreaWetting.Of(area, time).Wetted[0];

    // Uptake over the root of time, by layer filled [m/√s]. With φ = x/√t and q = −D dS/dφ: dq/dS = φ/2, dφ/dS = −D/q (J. R. Philip, Soil Sci. 83,
    // 345 (1957)), from the front at φ_f, where D vanishes, to S = 1; then the full pores pass q over what is left of φ. The right φ_f leaves nothing.
    private static double Sorptivity(LayerWettingProperties layer)
    {
        double mobility = layer.Permeability / (Porosity * Liquid.Viscosity), index = layer.PoreIndex;
        double Diffusivity(double s) => mobility * layer.EntryPressure / index * Math.Pow(s, 2 + 1 / index);
        (double Phi, double Flux) Shoot(double front)
        {
            const int steps = 20_000;
            double phi = front, q = 0, ds = 1.0 / steps;
            for (int i = 0; i < steps; i++)
            {
                double s = (i + 0.5) * ds, half = q + phi / 2 * ds / 2;
                double middle = phi - Diffusivity(s - ds / 4) / Math.Max(half, 1e-300) * ds / 2;
                q += middle / 2 * ds;
                phi -= Diffusivity(s) / half * ds;
            }
            return (phi, q);
        }
        double low = 0, high = 10 * Math.Sqrt(mobility * layer.EntryPressure);
        for (int i = 0; i < 80; i++)
        {
            double front = (low + high) / 2;
            (double phi, double q) = Shoot(front);
            if (phi > 0 && q * phi > mobility * layer.EntryPressure) high = front; else low = front;
        }
        return 2 * Shoot((low + high) / 2).Flux;
    }
}
