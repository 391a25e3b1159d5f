using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Tests.Wetting;

public class CapillaryFillingTests
{
    private static readonly BedGenerator Generator = new();

    /// <summary>
    /// Between two equal discs the pressure that a meniscus needs is −σ cos(θ + α)/(h + r(1 − cos α)) at the advance α; its largest value, found
    /// by trying all α, is what the liquid bursts at.
    /// </summary>
    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(90)]
    public void Entry_of_a_gap_is_that_of_all_positions_of_the_meniscus(double degrees)
    {
        const double r = 2.25e-6, gap = 0.8e-6;
        double theta = degrees * Math.PI / 180, largest = double.NegativeInfinity, least = double.PositiveInfinity;
        for (double alpha = -Math.PI / 2; alpha < Math.PI; alpha += 1e-5)
        {
            double curvature = -Math.Cos(theta + alpha) / (gap / 2 + r * (1 - Math.Cos(alpha)));
            (least, largest) = (Math.Min(least, curvature), Math.Max(largest, curvature));
        }
        var meniscus = new Meniscus(new Disc(0, 0, r), new Disc(2 * r + gap, 0, r), theta);
        meniscus.Largest.ShouldBe(largest, 1e-6 * Math.Abs(largest));
        meniscus.Least.ShouldBe(least, 1e-6 * Math.Abs(least));
    }

    /// <summary>The contact angle is met on both discs, whatever their sizes, and more pressure moves the meniscus towards the air.</summary>
    [Fact]
    public void Menisci_meet_discs_at_the_contact_angle()
    {
        const double theta = 0.7;
        Disc a = new(0, 0, 5.65e-6), b = new(8.5e-6, 1.2e-6, 2.25e-6);
        var meniscus = new Meniscus(a, b, theta);
        double before = double.NegativeInfinity;
        for (int k = 1; k < 40; k++)
        {
            double curvature = meniscus.Least + (meniscus.Largest - meniscus.Least) * k / 40;
            Arc arc = meniscus.At(curvature);
            double sign = curvature < 0 ? 1 : -1;
            foreach (Disc disc in new[] { a, b })
            {
                double d2 = Math.Pow(arc.X - disc.X, 2) + Math.Pow(arc.Y - disc.Y, 2);
                ((d2 - arc.Radius * arc.Radius - disc.Radius * disc.Radius) / (sign * 2 * arc.Radius * disc.Radius)).ShouldBe(Math.Cos(theta), 1e-6);
            }
            arc.First.ShouldBeGreaterThan(before);
            before = arc.First;
        }
    }

    /// <summary>Pores and discs fill the hull of the bed: a triangle lost or counted twice would change saturations.</summary>
    [Fact]
    public void Pores_fill_the_bed()
    {
        DiscBed bed = Generator.Make([new(73e-6, 0.5, [new(2.25e-6, 1)])], 1);
        var space = new PoreSpace(bed);
        double total = bed.Porosity * bed.Width * bed.Height;
        space.Volume.ShouldBeInRange(0.85 * total, total);
        foreach (Pore pore in space.Pores) space.ThroatsOf[space.Pores.ToList().IndexOf(pore)].Count.ShouldBe(3);
    }

    /// <summary>A mirrored bed fills in the mirrored order, at the same pressures, to the same saturation.</summary>
    [Fact]
    public void A_mirrored_bed_fills_alike()
    {
        DiscBed bed = Generator.Make([new(73e-6, 0.5, [new(5.65e-6, 1)]), new(73e-6, 0.5, [new(2.25e-6, 1)])], 3);
        CapillaryFilling one = CapillaryFilling.Of(bed, 0.5), other = CapillaryFilling.Of(bed.Mirrored(), 0.5);
        other.Steps.Count.ShouldBe(one.Steps.Count);
        for (int i = 0; i < one.Steps.Count; i++) other.Steps[i].Curvature.ShouldBe(one.Steps[i].Curvature, 1e-6 * Math.Abs(one.Steps[i].Curvature) + 1);
        other.Saturation.ShouldBe(one.Saturation, 1e-6);
        other.TrappedShare.ShouldBe(one.TrappedShare, 1e-6);
    }

    /// <summary>What is wetted, trapped and left open adds up, and saturation never falls.</summary>
    [Fact]
    public void Volumes_add_up()
    {
        foreach (double degrees in new[] { 0, 20, 60, 90 })
        {
            for (int seed = 1; seed <= 4; seed++)
            {
                DiscBed bed = Generator.Make([new(146e-6, 0.5, [new(5.65e-6, 0.5), new(2.25e-6, 0.5)])], seed);
                CapillaryFilling filling = CapillaryFilling.Of(bed, degrees * Math.PI / 180);
                double before = 0;
                foreach (FillingStep step in filling.Steps)
                {
                    step.Saturation.ShouldBeGreaterThanOrEqualTo(before);
                    before = step.Saturation;
                }
                filling.Steps.SelectMany(step => step.Trapped).Order().ShouldBe(Enumerable.Range(0, filling.IsTrapped.Count).Where(pore => filling.IsTrapped[pore]));
                filling.Steps[^1].TrappedShare.ShouldBe(filling.TrappedShare, 1e-12);
                (filling.Saturation + filling.TrappedShare).ShouldBeLessThanOrEqualTo(1 + 1e-12);
                filling.Steps.SelectMany(step => step.Pores).Distinct().Count().ShouldBe(filling.Steps.Sum(step => step.Pores.Count));
            }
        }
    }

    /// <summary>
    /// A row of discs, or one alone, encloses no pore, and its gaps lead from above to below: at 90° a meniscus bursts at κ = 1/√(a² − r²), 2a the spacing, images behind the
    /// sides among it. Without these gaps such a bed would never fill.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_single_row_is_passed_through_its_gaps(int discs)
    {
        DiscBed bed = DiscBed.Of(discs * 12e-6, 20e-6, [.. Enumerable.Range(0, discs).Select(k => new Disc((6 + 12 * k) * 1e-6, 10e-6, 5e-6))], "row");
        double burst = 1 / Math.Sqrt(36 - 25) * 1e6;
        CapillaryFilling filling = CapillaryFilling.Of(bed, Math.PI / 2);
        filling.BreakthroughCurvature.ShouldBe(burst, 1e-6 * burst);
        filling.Saturation.ShouldBeInRange(0.5, 1);
        filling.TrappedShare.ShouldBe(0);
        CapillaryFilling.Of(bed, Math.PI / 2, 1.001 * burst).BreakthroughCurvature.ShouldBe(burst, 1e-6 * burst);
        CapillaryFilling.Of(bed, Math.PI / 2, 0.999 * burst).BreakthroughCurvature.ShouldBe(double.NaN);
    }
}
