using System.Globalization;
using System.Xml.Linq;
using Loadstone.Reports;
using Loadstone.Wetting;

namespace Loadstone.Tests.Reports;

public class CrossSectionTests
{
    private const double Width = 200e-6, Height = 60e-6;
    private static readonly ParticleClass[] Blend = [new(4.5e-6, 0.2), new(11.3e-6, 0.4)];

    private static readonly CrossSectionStack Stack = new("A & B",
    [
        new CrossSectionLayer("Al", 15e-6, LayerRole.Foil),
        new CrossSectionLayer("<Coating>", 60e-6, LayerRole.Coating, 0.25, Blend),
        new CrossSectionLayer("Li", 25e-6, LayerRole.Lithium),
    ]);

    [Theory]
    [InlineData(0.6, 1)]
    [InlineData(0.6, 2)]
    [InlineData(1, 3)]
    public void Discs_do_not_overlap_and_stay_between_the_faces_even_where_too_many_are_wanted(double share, int seed)
    {
        IReadOnlyList<Disc> discs = new DiscPacker(Width, Height).Place([new(5.65e-6, 0.7 * share), new(2.25e-6, 0.3 * share)], seed).Discs;
        discs.Count.ShouldBeGreaterThan(50);
        for (int i = 0; i < discs.Count; i++)
        {
            Disc a = discs[i];
            a.X.ShouldBeInRange(0, Width);
            (a.Y - a.Radius).ShouldBeGreaterThanOrEqualTo(-1e-15);
            (a.Y + a.Radius).ShouldBeLessThanOrEqualTo(Height + 1e-15);
            for (int j = 0; j < i; j++)
            {
                double distance = Math.Sqrt(Math.Pow(a.X - discs[j].X, 2) + Math.Pow(a.Y - discs[j].Y, 2));
                distance.ShouldBeGreaterThanOrEqualTo((a.Radius + discs[j].Radius) * (1 - 1e-12));
            }
        }
    }

    [Fact]
    public void A_share_that_fits_is_reached_class_by_class()
    {
        IReadOnlyList<Disc> discs = new DiscPacker(Width, Height).Place([.. Blend.Select(c => new DiscClass(c.Diameter / 2, c.AreaShare))], 1).Discs;
        for (int c = 0; c < Blend.Length; c++)
        {
            double area = discs.Where(d => d.Class == c).Sum(d => Math.PI * d.Radius * d.Radius);

            // Whole discs only: within half a disc.
            (area / (Width * Height)).ShouldBe(Blend[c].AreaShare, 0.5 * Math.PI * Math.Pow(Blend[c].Diameter / 2, 2) / (Width * Height));
        }
    }

    [Fact]
    public void Particles_larger_than_their_layer_are_left_out() =>
        new DiscPacker(Width, 10e-6).Place([new(5.65e-6, 0.5)], 1).Discs.ShouldBeEmpty();

    [Fact]
    public void The_same_seed_gives_the_same_picture_and_another_seed_another()
    {
        string first = CrossSection.Draw("n", "t", [Stack], seed: 4).Svg;
        CrossSection.Draw("n", "t", [Stack], seed: 4).Svg.ShouldBe(first);
        CrossSection.Draw("n", "t", [Stack], seed: 5).Svg.ShouldNotBe(first);
    }

    [Fact]
    public void Layers_are_drawn_to_one_scale_in_both_directions()
    {
        XElement svg = XDocument.Parse(CrossSection.Draw("n", "t <&>", [Stack, Stack]).Svg).Root!;
        XElement[] layers = [.. svg.Elements().Where(e => e.Name.LocalName == "svg")];
        layers.Length.ShouldBe(6);
        double scale = Read(layers[1], "height") / 60e-6;

        // Coordinates are rounded to a hundredth of a pixel.
        Read(layers[0], "height").ShouldBe(15e-6 * scale, 0.02);
        Read(layers[2], "height").ShouldBe(25e-6 * scale, 0.02);
        XElement large = layers[1].Descendants().First(e => e.Name.LocalName == "circle");
        Read(large, "r").ShouldBe(11.3e-6 / 2 * scale, 0.02);
    }

    private static double Read(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
