using Loadstone.Designs.Infiltration;
using Loadstone.Reports;
using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Tests.Designs.Infiltration;

public class CapillaryPictureTests
{
    private static readonly DiscBed Bed = new BedGenerator().Make([new(73e-6, 0.5, [new(5.65e-6, 1)]), new(73e-6, 0.5, [new(2.25e-6, 1)])], 2);

    private static readonly CapillaryFilling Filling = CapillaryFilling.Of(Bed, 1.2);

    /// <summary>The pixels of a picture weigh what the bed says: discs and pores by their areas, those that filled and those that are trapped too.</summary>
    [Fact]
    public void Pixels_weigh_what_the_bed_says()
    {
        var raster = new BedRaster(Bed, Filling.Outlines, 200);
        var wet = Filling.Steps.SelectMany(step => step.Pores).ToHashSet();
        double Share(Func<int, bool> counts)
        {
            IndexedImage image = raster.Paint(part => counts(part) ? (byte)1 : (byte)0);
            return image.Pixels.ToArray().Average(pixel => pixel);
        }
        Share(part => part == BedRaster.Particle).ShouldBe(1 - Bed.Porosity, 0.005);
        double pores = Share(part => part >= 0);
        IReadOnlyList<Pore> volumes = new PoreSpace(Bed).Pores;
        double all = volumes.Sum(pore => pore.Volume);
        (Share(part => part >= 0 && wet.Contains(part)) / pores).ShouldBe(wet.Sum(part => volumes[part].Volume) / all, 0.005);
        (Share(part => part >= 0 && Filling.IsTrapped[part]) / pores).ShouldBe(volumes.Where((_, part) => Filling.IsTrapped[part]).Sum(pore => pore.Volume) / all, 0.005);
        Filling.TrappedShare.ShouldBeGreaterThan(0.02);
    }

    /// <summary>What lies over the pores is liquid from the start, what lies under them never: the two must not be mixed up anywhere across the bed.</summary>
    [Fact]
    public void The_spaces_above_and_below_lie_on_their_sides()
    {
        var raster = new BedRaster(Bed, Filling.Outlines, 200);
        int[] Rows(int wanted)
        {
            IndexedImage image = raster.Paint(part => part == wanted ? (byte)1 : (byte)0);
            byte[] pixels = image.Pixels.ToArray();
            return [.. Enumerable.Range(0, pixels.Length).Where(i => pixels[i] == 1).Select(i => i / image.Width)];
        }
        Rows(BedRaster.Above).Max().ShouldBeLessThan(100);
        Rows(BedRaster.Below).Min().ShouldBeGreaterThan(450);
    }

    /// <summary>The film begins dry and ends as the filling does: liquid in its last frame is that of the end, and no pore dries again.</summary>
    [Fact]
    public void The_film_runs_from_dry_to_the_end()
    {
        Animation film = new CapillaryPictures("a", Bed, Filling).Film(done => $"{done}");
        byte liquid = PictureKey.OfClass(3), trapped = PictureKey.OfClass(2);
        int[] wet = [.. film.Frames.Select(frame => frame.Pixels.Count(liquid))];
        wet.ShouldBe([.. wet.Order()]);
        film.Labels[0].ShouldBe("0");
        film.Labels[^1].ShouldBe($"{Filling.Steps.Count}");
        film.Frames[0].Pixels.Count(trapped).ShouldBe(0);
        film.Frames[^1].Pixels.Count(trapped).ShouldBeGreaterThan(0);
        film.Frames.Count.ShouldBeInRange(20, 60);
    }
}
