using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Tests.Wetting;

public class FillingVolumeTests
{
    private static readonly double[] Angles = [0, 0.3, 0.8, 1.2, Math.PI / 2];

    private static IEnumerable<DiscBed> Beds() => from arrangement in Enum.GetValues<Arrangement>() from seed in new[] { 1, 2, 3 } select new BedGenerator().Make(new TwoSizeSection { Thickness = 73e-6 }.Layers(arrangement), seed);

    /// <summary>The liquid that a meniscus bulges beyond the line of centres is the area of the polygon through many points of its outline.</summary>
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.9)]
    [InlineData(1.5)]
    public void Bulges_are_the_area_of_their_outline(double theta)
    {
        Disc first = new(0, 0, 5.65e-6), second = new(9e-6, 0, 2.25e-6);
        var meniscus = new Meniscus(first, second, theta);
        double before = double.NegativeInfinity;
        for (int k = 0; k <= 20; k++)
        {
            double curvature = meniscus.Least + (meniscus.Largest - meniscus.Least) * k / 20;
            Arc arc = meniscus.At(curvature);
            var outline = new List<(double X, double Y)>();
            const int n = 4000;
            for (int i = 0; i <= n; i++) outline.Add((second.X - second.Radius * Math.Cos(arc.Second * i / n), second.Radius * Math.Sin(arc.Second * i / n)));
            double from = Math.Atan2(outline[^1].Y - arc.Y, outline[^1].X - arc.X), to = Math.Atan2(first.Radius * Math.Sin(arc.First) - arc.Y, first.Radius * Math.Cos(arc.First) - arc.X);
            double turn = Math.IEEERemainder(to - from, 2 * Math.PI);
            for (int i = 1; i < n; i++) outline.Add((arc.X + arc.Radius * Math.Cos(from + turn * i / n), arc.Y + arc.Radius * Math.Sin(from + turn * i / n)));
            for (int i = n; i >= 0; i--) outline.Add((first.Radius * Math.Cos(arc.First * i / n), first.Radius * Math.Sin(arc.First * i / n)));
            double area = 0;
            for (int i = 0; i < outline.Count; i++)
            {
                ((double x, double y), (double nextX, double nextY)) = (outline[i], outline[(i + 1) % outline.Count]);
                area += (x * nextY - nextX * y) / 2;
            }
            double bulge = meniscus.Bulge(curvature);
            bulge.ShouldBe(area, 1e-6 * 1e-12 + 1e-6 * Math.Abs(area));
            bulge.ShouldBeGreaterThan(before);
            before = bulge;
        }
    }

    /// <summary>What lies above, in and below the pores is the section between the highest and the lowest disc: what is above is what is below of the bed turned over.</summary>
    [Fact]
    public void Spaces_and_pores_make_up_the_section()
    {
        foreach (DiscBed bed in Beds())
        {
            DiscBed turned = DiscBed.Of(bed.Width, bed.Height, [.. bed.Discs.Select(disc => disc with { Y = bed.Height - disc.Y })], "turned");
            PoreSpace space = new(bed), other = new(turned);
            other.Volume.ShouldBe(space.Volume, 1e-9 * space.Volume);
            other.VolumeAbove.ShouldBe(space.VolumeBelow, 1e-9 * space.Volume);
            space.Pores.Min(pore => pore.Volume).ShouldBeGreaterThanOrEqualTo(0);
        }
    }

    /// <summary>What was let in by the flux is what it carried; time and trapped air never fall; liquid and trapped air leave room for each other.</summary>
    [Fact]
    public void A_flux_keeps_its_volume()
    {
        foreach (DiscBed bed in Beds())
        {
            foreach (double angle in Angles)
            {
                CapillaryFilling filling = CapillaryFilling.Of(bed, new CapillaryLiquid { ContactAngle = angle }, new FillingDrive.Flux { Speed = 2e-4 });
                var space = new PoreSpace(bed);
                (double time, double trapped) = (0, 0);
                foreach (FillingStep step in filling.Steps)
                {
                    step.Time.ShouldBeGreaterThanOrEqualTo(time);
                    step.TrappedShare.ShouldBeGreaterThanOrEqualTo(trapped);
                    (step.Time * 2e-4 * bed.Width).ShouldBe(step.Saturation * space.Volume, 1e-12 * space.Volume);
                    step.ViscousDrop.ShouldBeGreaterThan(0);
                    (time, trapped) = (step.Time, step.TrappedShare);
                }
                double wet = (space.VolumeAbove + filling.Steps.SelectMany(step => step.Pores).Sum(pore => space.Pores[pore].Volume)) / space.Volume;
                filling.Saturation.ShouldBeGreaterThanOrEqualTo(wet - 0.02);
                (filling.Saturation + filling.TrappedShare).ShouldBeLessThanOrEqualTo(1 + 1e-12);
            }
        }
    }

    /// <summary>From a reservoir too; more pressure is faster, and at a very large one the time goes as its inverse.</summary>
    [Fact]
    public void A_reservoir_keeps_its_volume_and_is_faster_with_pressure()
    {
        foreach (DiscBed bed in Beds())
        {
            foreach (double angle in Angles)
            {
                CapillaryFilling At(double pressure) => CapillaryFilling.Of(bed, new CapillaryLiquid { ContactAngle = angle }, new FillingDrive.Reservoir { Pressure = pressure });
                CapillaryFilling[] fillings = [At(0), At(1e5), At(1e8), At(2e8)];
                foreach (CapillaryFilling filling in fillings)
                {
                    (filling.Saturation + filling.TrappedShare).ShouldBeLessThanOrEqualTo(1 + 1e-12);
                    filling.TrappedShare.ShouldBeGreaterThanOrEqualTo(-1e-12);
                    for (int i = 1; i < filling.Steps.Count; i++)
                    {
                        filling.Steps[i].Time.ShouldBeGreaterThanOrEqualTo(filling.Steps[i - 1].Time);
                        filling.Steps[i].Saturation.ShouldBeGreaterThanOrEqualTo(filling.Steps[i - 1].Saturation);
                    }
                }
                double.IsNaN(fillings[1].BreakthroughCurvature).ShouldBeFalse();
                fillings[2].Time.ShouldBeLessThan(fillings[1].Time);
                (fillings[2].Time / fillings[3].Time).ShouldBe(2, 0.02);
            }
        }
    }

    /// <summary>Free height above and below the discs changes nothing, at any angle and with either drive.</summary>
    [Fact]
    public void Head_space_changes_nothing()
    {
        IReadOnlyList<BedLayer> layers = new TwoSizeSection { Thickness = 73e-6 }.Layers(Arrangement.LargeThenSmall);
        DiscBed plain = new BedGenerator().Make(layers, 4), roomy = new BedGenerator { HeadSpace = 5e-6, TailSpace = 3e-6 }.Make(layers, 4);
        foreach (double angle in Angles)
        {
            foreach (FillingDrive drive in new FillingDrive[] { new FillingDrive.Flux(), new FillingDrive.Reservoir { Pressure = 3e4 } })
            {
                var liquid = new CapillaryLiquid { ContactAngle = angle };
                CapillaryFilling one = CapillaryFilling.Of(plain, liquid, drive), other = CapillaryFilling.Of(roomy, liquid, drive);
                other.Steps.Count.ShouldBe(one.Steps.Count);
                other.Saturation.ShouldBe(one.Saturation, 1e-6);
                other.TrappedShare.ShouldBe(one.TrappedShare, 1e-6);
                other.Time.ShouldBe(one.Time, 1e-6 * one.Time);
            }
        }
    }

    /// <summary>A mirrored bed fills in the same times from a reservoir as well, where many menisci move at once.</summary>
    [Fact]
    public void A_mirrored_bed_fills_in_the_same_times()
    {
        foreach (DiscBed bed in Beds())
        {
            foreach (FillingDrive drive in new FillingDrive[] { new FillingDrive.Flux(), new FillingDrive.Reservoir { Pressure = 2e4 } })
            {
                var liquid = new CapillaryLiquid { ContactAngle = 0.9 };
                CapillaryFilling one = CapillaryFilling.Of(bed, liquid, drive), other = CapillaryFilling.Of(bed.Mirrored(), liquid, drive);
                other.Time.ShouldBe(one.Time, 1e-6 * one.Time);
                other.Saturation.ShouldBe(one.Saturation, 1e-6);
                other.LargestViscousDrop.ShouldBe(one.LargestViscousDrop, 1e-6 * one.LargestViscousDrop);
            }
        }
    }

    /// <summary>The less a liquid wets, the earlier it breaks through and the more air it leaves, over beds on average.</summary>
    [Fact]
    public void Liquids_that_wet_less_leave_more_air()
    {
        DiscBed[] beds = [.. Enumerable.Range(1, 12).Select(seed => new BedGenerator().Make(new TwoSizeSection { Thickness = 73e-6 }.Layers(Arrangement.Mixed), seed))];
        (double saturation, double trapped) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double angle in new[] { 0.5, 1, Math.PI / 2 })
        {
            CapillaryFilling[] fillings = [.. beds.Select(bed => CapillaryFilling.Of(bed, angle))];
            (double now, double air) = (fillings.Average(f => f.Saturation), fillings.Average(f => f.TrappedShare));
            now.ShouldBeLessThan(saturation);
            air.ShouldBeGreaterThan(trapped);
            (saturation, trapped) = (now, air);
        }
    }
}
