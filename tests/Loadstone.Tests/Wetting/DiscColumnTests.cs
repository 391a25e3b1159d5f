using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Tests.Wetting;

/// <summary>Discs above one another between two planes of symmetry: a square or rectangular array, of which everything can be written down.</summary>
public class DiscColumnTests
{
    private const double R = 2.25e-6, Width = 5.3e-6;

    private static DiscBed Column(int count, double pitch) => DiscBed.Of(Width, count * pitch, [.. Enumerable.Range(0, count).Select(k => new Disc(Width / 2, (k + 0.5) * pitch, R))], "a column");

    /// <summary>
    /// Where the rows of an array stand far apart a meniscus between two discs either bursts, at sin(θ + α) = 2 r sin θ/a (which is where −cos(θ + α)/(a/2 − r cos α)
    /// is largest), or before that meets its neighbour under the disc, at κ = 2 sin θ/a.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(75)]
    [InlineData(90)]
    public void Fronts_leave_a_row_where_the_formulas_say(double degrees)
    {
        double theta = degrees * Math.PI / 180, s = 2 * R * Math.Sin(theta) / Width, alpha = Math.PI - theta - Math.Asin(s);
        bool isBurst = alpha < Math.PI / 2;
        double expected = isBurst ? Math.Sqrt(1 - s * s) / (Width / 2 - R * Math.Cos(alpha)) : 2 * Math.Sin(theta) / Width;
        FrontEvent least = new FillingFront(new PoreSpace(Column(3, 4 * R)), theta).Least()!;
        least.Cause.ShouldBe(isBurst ? FillingCause.Burst : FillingCause.Overlap);
        least.Curvature.ShouldBe(expected, 1e-6 * Math.Abs(expected) + 1e-3 / R);
    }

    /// <summary>
    /// A meniscus between two discs meets a third one on their axis where its lowest point does: all advances are tried, from the contact angle alone.
    /// </summary>
    [Theory]
    [InlineData(0, 4.6e-6)]
    [InlineData(30, 4.6e-6)]
    [InlineData(60, 4.6e-6)]
    [InlineData(90, 3.9e-6)]
    [InlineData(30, 4.2e-6)]
    [InlineData(60, 4.0e-6)]
    public void Fronts_touch_the_next_disc_where_the_geometry_says(double degrees, double depth)
    {
        const double across = 6e-6, half = across / 2;
        double theta = degrees * Math.PI / 180, expected = double.NaN;
        for (double alpha = -theta; alpha < Math.PI; alpha += 1e-6)
        {
            double h = half - R * Math.Cos(alpha), curvature = -Math.Cos(theta + alpha) / h, radius = 1 / Math.Abs(curvature);
            double lowest = R * Math.Sin(alpha) + Math.Sign(curvature) * (radius - Math.Sqrt(Math.Max(0, radius * radius - h * h)));
            if (lowest < depth - R) continue;
            expected = curvature;
            break;
        }
        DiscBed bed = DiscBed.Of(2 * across, 12e-6, [new(half, 9e-6, R), new(across + half, 9e-6, R), new(across, 9e-6 - depth, R)], "three discs");
        FrontEvent touch = new FillingFront(new PoreSpace(bed), theta).Events().Single(one => one.Second is null && one.First.Throat is { First: 0, Second: 1 } or { First: 1, Second: 0 });
        touch.Cause.ShouldBe(FillingCause.Touch);
        touch.Curvature.ShouldBe(expected, 1e-4 / R);
    }

    /// <summary>
    /// A reservoir at the pressure of the air does not pass a row at 30°, as κ = 2 sin θ/a is above 0: at 5.3 µm it takes 5.7 kPa. A hundredth more fills all rows, at
    /// the times of (κ_res − κ) σ/μ over the resistance of the rows passed, whose number grows.
    /// </summary>
    [Fact]
    public void A_reservoir_fills_an_array_in_the_time_of_its_resistances()
    {
        const int rows = 8;
        const double pitch = 4 * R, theta = Math.PI / 6;
        var liquid = new CapillaryLiquid { ContactAngle = theta };
        double entry = 2 * Math.Sin(theta) / Width * liquid.SurfaceTension;
        entry.ShouldBe(5.66e3, 5);
        DiscBed bed = Column(rows, pitch);
        CapillaryFilling.Of(bed, liquid, new FillingDrive.Reservoir { Pressure = 0.99 * entry }).Steps.ShouldBeEmpty();
        CapillaryFilling filling = CapillaryFilling.Of(bed, liquid, new FillingDrive.Reservoir { Pressure = 1.01 * entry });
        double conductance = FlowNetwork.Conductance(new Throat(0, 0, 0, new Disc(0, 0, R), new Disc(Width, 0, R), 0, 1, false));
        double row = Width * pitch - Math.PI * R * R, expected = 0;
        for (int k = 1; k < rows; k++) expected += liquid.Viscosity * row * k / conductance / (0.01 * entry);
        filling.Steps.Sum(step => step.Pores.Count).ShouldBe(2 * (rows - 1));
        filling.Steps[^1].Time.ShouldBe(expected, 1e-4 * expected);
        filling.Saturation.ShouldBeInRange(0.9, 1);
    }

    /// <summary>At a flux a row fills in the time of its volume.</summary>
    [Fact]
    public void A_flux_fills_an_array_row_by_row()
    {
        const double pitch = 2 * R + 0.8e-6, speed = 1e-4;
        var liquid = new CapillaryLiquid { ContactAngle = Math.PI / 3 };
        CapillaryFilling filling = CapillaryFilling.Of(Column(10, pitch), liquid, new FillingDrive.Flux { Speed = speed });
        double row = Width * pitch - Math.PI * R * R;
        // One side fills before the other, half a row's volume apart.
        double[] times = [.. filling.Steps.Select(step => step.Time).Distinct().Order()];
        (times[^1] - times[^3]).ShouldBe(row / (speed * Width), 1e-6 * row / (speed * Width));
        filling.FillTime.ShouldBe((Width * (9 * pitch + 2 * R) - 10 * Math.PI * R * R) / (speed * Width), 1e-12);
        filling.TimeOverFillTime.ShouldBe(filling.Saturation, 1e-12);
        filling.CapillaryNumber.ShouldBe(3.1e-3 * 1e-4 / 0.03, 1e-15);
    }
}
