using Loadstone.Wetting;

namespace Loadstone.Tests.Wetting;

public class ArrangementTests
{
    /// <summary>Every arrangement at every published ratio packs at 50 % with a gap of 0.8 µm: porosity right to half of a disc of each layer, large particles in their share.</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    public void Arrangements_pack_at_their_porosity_and_ratio(double share)
    {
        var section = new TwoSizeSection { LargeShare = share };
        double small = Math.PI * section.SmallRadius * section.SmallRadius, large = Math.PI * section.LargeRadius * section.LargeRadius;
        foreach (Arrangement arrangement in Enum.GetValues<Arrangement>())
        {
            DiscBed bed = new BedGenerator().Make(section.Layers(arrangement), 1);
            double box = bed.Width * bed.Height, solids = 0.5 * box, ofLarge = bed.Discs.Where(d => d.Radius > 3e-6).Sum(d => Math.PI * d.Radius * d.Radius);
            bool isLayered = arrangement is Arrangement.LargeThenSmall or Arrangement.SmallThenLarge;
            bed.Height.ShouldBe(146e-6, 1e-12);
            bed.SmallestGap.ShouldBeGreaterThanOrEqualTo(0.8e-6 - 1e-12);
            bed.Porosity.ShouldBe(0.5, (isLayered ? large + small : small) / 2 / box);
            ofLarge.ShouldBe(share * solids, large / 2 * 1.0001);
        }
    }

    /// <summary>L-S has its large particles at the foil and S-L on top, with the boundary where the ratio puts it.</summary>
    [Fact]
    public void Layers_stand_in_the_order_of_their_name()
    {
        var section = new TwoSizeSection { LargeShare = 0.7 };
        DiscBed ls = new BedGenerator().Make(section.Layers(Arrangement.LargeThenSmall), 1), sl = new BedGenerator().Make(section.Layers(Arrangement.SmallThenLarge), 1);
        ls.Discs.Where(d => d.Radius > 3e-6).Max(d => d.Y + d.Radius).ShouldBeLessThanOrEqualTo(0.7 * 146e-6);
        sl.Discs.Where(d => d.Radius > 3e-6).Min(d => d.Y - d.Radius).ShouldBeGreaterThanOrEqualTo(0.3 * 146e-6);
    }

    /// <summary>
    /// In a graded bed the mean height of the large particles is that of a density that falls linearly from the foil to nothing: a third of the thickness; mixed it is a half.
    /// Tolerances are four standard errors of some 40 beds of 36 discs.
    /// </summary>
    [Fact]
    public void Large_particles_of_a_graded_bed_lie_low()
    {
        Mean(Arrangement.Graded).ShouldBe(1.0 / 3, 0.03);
        Mean(Arrangement.GradedReversed).ShouldBe(2.0 / 3, 0.03);
        Mean(Arrangement.Mixed).ShouldBe(0.5, 0.03);

        static double Mean(Arrangement arrangement) => Enumerable.Range(1, 40).Average(seed =>
        {
            DiscBed bed = new BedGenerator().Make(new TwoSizeSection().Layers(arrangement), seed);
            return bed.Discs.Where(d => d.Radius > 3e-6).Average(d => d.Y) / bed.Height;
        });
    }

    /// <summary>Heights below which a part of a class lies are those of its linear density, at the ends and for shares that are alike too.</summary>
    [Fact]
    public void Heights_follow_the_shares()
    {
        var layer = new BedLayer(1e-4, 0.5, [new(5e-6, 0.8), new(2e-6, 0.2), new(1e-6, 0)]) { SharesAtTop = [0.4, 0.2, 0.4] };
        foreach (double part in new[] { 0, 0.1, 0.5, 0.9, 1 })
        {
            double h = layer.HeightBelowWhich(0, part);
            (0.8 * h - 0.2 * h * h).ShouldBe(part * 0.6, 1e-12);
            layer.HeightBelowWhich(1, part).ShouldBe(part, 1e-12);
            layer.HeightBelowWhich(2, part).ShouldBe(Math.Sqrt(part), 1e-12);
        }
    }

    /// <summary>Neighbouring seeds are no neighbours in their random numbers: the first disc of a bed does not follow that of the bed before.</summary>
    [Fact]
    public void Streams_of_neighbouring_seeds_do_not_follow_each_other()
    {
        double[] first = [.. Enumerable.Range(1, 2000).Select(seed => new Random(SeedStream.Of(seed, 0, 0)).NextDouble())];
        double correlation = first.Zip(first.Skip(1), (a, b) => 12 * (a - 0.5) * (b - 0.5)).Average();
        correlation.ShouldBe(0, 4 / Math.Sqrt(2000));
        first.Distinct().Count().ShouldBe(2000);
    }
}
