using Loadstone.Wetting;

namespace Loadstone.Tests.Wetting;

public class DiscBedTests
{
    private static readonly BedLayer[] Layers = [new(73e-6, 0.5, [new(5.65e-6, 1)]), new(73e-6, 0.5, [new(2.25e-6, 1)])];

    /// <summary>What is asked for is kept: gap, clearance of the walls, each layer's sizes within its faces, porosity to one disc.</summary>
    [Fact]
    public void Beds_keep_what_was_asked()
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            DiscBed bed = new BedGenerator { HeadSpace = 4e-6 }.Make(Layers, seed);
            bed.Height.ShouldBe(150e-6, 1e-12);
            bed.SmallestGap.ShouldBeGreaterThanOrEqualTo(0.8e-6 - 1e-12);
            bed.Discs.Min(d => Math.Min(d.X - d.Radius, bed.Width - d.X - d.Radius)).ShouldBeGreaterThanOrEqualTo(0.4e-6 - 1e-12);
            bed.Discs.Where(d => d.Radius > 3e-6).Max(d => d.Y + d.Radius).ShouldBeLessThanOrEqualTo(73e-6);
            (bed.Porosity * 150 / 146 - 4.0 / 146).ShouldBe(0.5, 0.011);
        }
    }

    /// <summary>One seed, one bed; another seed, another bed.</summary>
    [Fact]
    public void Seeds_repeat()
    {
        DiscBed one = new BedGenerator().Make(Layers, 7);
        new BedGenerator().Make(Layers, 7).Discs.ShouldBe(one.Discs);
        new BedGenerator().Make(Layers, 8).Discs.ShouldNotBe(one.Discs);
    }

    /// <summary>A written bed reads back as the same one to less than an atom's width.</summary>
    [Fact]
    public void Files_keep_beds()
    {
        string path = Path.GetTempFileName();
        try
        {
            DiscBed bed = new BedGenerator().Make(Layers, 2);
            using (var writer = new StreamWriter(path)) BedFile.Write(bed, writer);
            BedFile.Recognises(path).ShouldBeTrue();
            DiscBed read = BedFile.Load(path, bed.Width, bed.Height);
            for (int i = 0; i < bed.Discs.Count; i++) read.Discs[i].X.ShouldBe(bed.Discs[i].X, 1e-15);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A porosity that the gap does not allow is refused, with one that it would.</summary>
    [Fact]
    public void Beds_that_cannot_be_packed_are_refused() =>
        Should.Throw<InputException>(() => new BedGenerator().Make([new(73e-6, 0.25, [new(2.25e-6, 1)])], 1)).Message.ShouldContain("cannot be packed at a porosity of 25 %");

    [Theory]
    [InlineData("x_um,y_um,r_um\n10,10,5\n14,10,5\n", "overlap by 6 µm")]
    [InlineData("x_um,y_um,r_um\n2,10,5\n", "stands out of the box")]
    [InlineData("x_um,y_um,r_um\n10,ten,5\n", "\"ten\" is no finite number")]
    [InlineData("x_um,y_um,r_um\n10,10\n", "2 fields")]
    [InlineData("x_um,y_um,r_um\n", "no disc")]
    public void Bad_files_are_refused(string text, string reason)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            Should.Throw<InputException>(() => BedFile.Load(path, 50e-6, 146e-6)).Message.ShouldContain(reason);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
