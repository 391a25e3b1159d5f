using Loadstone.Laboratory.Diffraction;

namespace Loadstone.Tests.Laboratory.Diffraction;

public class PatternTests
{
    private const string Head = "<?xml version=\"1.0\"?><xrdMeasurements xmlns=\"http://www.xrdml.com/XRDMeasurement/1.5\"><xrdMeasurement>"
        + "<usedWavelength intended=\"K-Alpha\"><kAlpha1 unit=\"Angstrom\">0.709300</kAlpha1><kAlpha2 unit=\"Angstrom\">0.713590</kAlpha2></usedWavelength><scan><dataPoints>"
        + "<positions axis=\"2Theta\" unit=\"deg\"><startPosition>5</startPosition><endPosition>5.9</endPosition></positions>";

    private const string Tail = "</dataPoints></scan></xrdMeasurement></xrdMeasurements>";

    /// <summary>Angles, counts and wavelengths of the exchange format are those that the file names.</summary>
    [Fact]
    public void Xrdml_is_read()
    {
        Pattern read = Load(".xrdml", Head + "<intensities unit=\"counts\">1 2 3 4 5 6 7 8 9 10</intensities>" + Tail);
        read.Trace.Abscissa[9].ShouldBe(5.9, 1e-12);
        read.Trace.Abscissa[1].ShouldBe(5.1, 1e-12);
        read.Trace.Signal.ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        read.Radiation!.First.ShouldBe(0.7093e-10, 1e-16);
        read.Radiation.Second!.Value.ShouldBe(0.71359e-10, 1e-16);
    }

    /// <summary>A pattern of molybdenum over copper's angles ends where sin θ would pass one, and begins where Bragg's law says.</summary>
    [Fact]
    public void A_pattern_is_converted()
    {
        Pattern read = Load(".xy", string.Concat(Enumerable.Range(1, 60).Select(i => $"{2 * i} {i}\n")));
        var converted = read.Converted(0.70931e-10, 1.54178e-10);
        converted.Abscissa[0].ShouldBe(2 * Math.Asin(1.54178 / 0.70931 * Math.Sin(Math.PI / 180)) * 180 / Math.PI, 1e-9);
        converted.Abscissa.Count.ShouldBe(27);
    }

    [Theory]
    [InlineData(".xrdml", Head + "<intensities unit=\"counts\">1 2 x</intensities>" + Tail, "\"x\" of the element intensities")]
    [InlineData(".xrdml", "<a/>", "has no element dataPoints")]
    [InlineData(".xrdml", "<a>", "cannot be read")]
    [InlineData(".csv", "2theta / Å,counts\n1,1\n2,1\n3,1\n4,1\n5,1\n6,1\n7,1\n8,1\n", "is not in degrees")]
    [InlineData(".xy", "101 1\n102 1\n103 1\n104 1\n105 1\n106 1\n107 1\n208 1\n", "expected 2θ between 0 and 180")]
    [InlineData(".xy", "1 1\n2 1\n3 -4\n4 1\n5 1\n6 1\n7 1\n8 1\n", "the intensity at 3° is -4")]
    public void Bad_patterns_are_refused_with_the_reason(string ending, string text, string reason) => Should.Throw<InputException>(() => Load(ending, text)).Message.ShouldContain(reason);

    private static Pattern Load(string ending, string text)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ending);
        File.WriteAllText(path, text);
        try
        {
            return Pattern.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
