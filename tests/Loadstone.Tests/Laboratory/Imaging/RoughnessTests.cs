using System.Globalization;
using System.Text;
using Loadstone.Laboratory.Imaging.Surfaces;
using Loadstone.Tests.Cli;

namespace Loadstone.Tests.Laboratory.Imaging;

public sealed class RoughnessTests : IDisposable
{
    private const double Amplitude = 2e-6, Pixel = 0.5e-6;

    private static readonly HeightMapSettings InMicrometres = new(Pixel, 1e-6);

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    /// <summary>A sine on a tilted plane: Sa = 2A/π, Sq = A/√2, Sz = 2A, whatever the tilt.</summary>
    [Fact]
    public void A_tilted_sine_has_its_roughness()
    {
        RoughnessResult found = Roughness.Analyse(new HeightMap("sine", Sine(400, 300, 0.05, -0.02), Pixel, Pixel));
        found.ArithmeticMean.Value.ShouldBe(2 * Amplitude / Math.PI, 1e-3 * Amplitude);
        found.RootMeanSquare.Value.ShouldBe(Amplitude / Math.Sqrt(2), 1e-3 * Amplitude);
        found.MaximumHeight.ShouldBe(2 * Amplitude, 2e-3 * Amplitude);
        found.SlopeX.ShouldBe(0.05, 1e-9);
        found.SlopeY.ShouldBe(-0.02, 1e-4);
    }

    /// <summary>Points without a height neither count nor tilt the plane: an exact plane with holes is flat.</summary>
    [Fact]
    public void A_plane_with_holes_is_flat()
    {
        double[,] heights = new double[20, 30];
        for (int i = 0; i < heights.Length; i++) heights[i / 30, i % 30] = i % 7 == 0 || (i < 150 && i % 30 < 9) ? double.NaN : 1e-6 * (3 + 0.2 * (i % 30) - 0.7 * (i / 30));
        RoughnessResult found = Roughness.Analyse(new HeightMap("plane", heights, 1e-6, 2e-6));
        found.MaximumHeight.ShouldBeLessThan(1e-18);
        found.SlopeX.ShouldBe(0.2, 1e-9);
        found.SlopeY.ShouldBe(-0.35, 1e-9);
        found.Missing.ShouldBeInRange(0.15, 0.3);
    }

    /// <summary>One surface in every format gives one answer.</summary>
    [Fact]
    public void All_formats_give_the_same_surface()
    {
        const int columns = 24, rows = 16;
        double[,] heights = Sine(columns, rows, 0.01, 0);
        double expected = Roughness.Analyse(new HeightMap("sine", heights, Pixel, Pixel)).RootMeanSquare.Value;
        string Matrix(string separator) => Join(rows, y => string.Join(separator, Enumerable.Range(0, columns).Select(x => Text(heights[rows - 1 - y, x] * 1e6))));
        var points = new StringBuilder("x / µm,y / µm,z / nm\n");
        for (int i = 0; i < heights.Length; i++) points.Append(CultureInfo.InvariantCulture, $"{i % columns * 0.5},{i / columns * 0.5},{heights[i / columns, i % columns] * 1e9}\n");
        double[] grey = [.. Enumerable.Range(0, heights.Length).Select(i => heights[rows - 1 - i / columns, i % columns] * 1e9)];
        string tiff = _shell.PathOf("map.tif");
        File.WriteAllBytes(tiff, TiffWriter.Write(columns, rows, [grey], new TiffLayout { Bits = 32, IsFloat = true, Compression = 5 }));

        (string Path, HeightMapSettings Settings)[] files =
        [
            (_shell.Write("a.csv", "# pixel: 0.5 µm\n# unit: µm\n" + Matrix(",")), new()),
            (_shell.Write("b.txt", "# Channel: Height\n# Width: 12 µm\n# Height: 8 µm\n# Value units: µm\n" + Matrix("\t")), new()),
            (_shell.Write("c.asc", $"ncols {columns}\nnrows {rows}\nxllcorner 0\nyllcorner 0\ncellsize 0.5\nNODATA_value -9999\n" + Matrix(" ")), new(Unit: 1e-6)),
            (_shell.Write("d.csv", points.ToString()), new()),
            (_shell.Write("e.txt", Matrix(" ; ")), InMicrometres),
            (tiff, new(Pixel, Level: 1e-9)),
        ];
        foreach ((string path, HeightMapSettings settings) in files)
        {
            HeightMap map = HeightMapFile.Load(path, settings);
            (map.Rows, map.Columns).ShouldBe((rows, columns), path);
            map.StepX.ShouldBe(Pixel, 1e-12, path);
            map.Heights[2, 5].ShouldBe(heights[2, 5], 1e-12, path);
            Roughness.Analyse(map).RootMeanSquare.Value.ShouldBe(expected, 1e-5 * expected, path);
        }
    }

    [Theory]
    [InlineData("1,2,3\n4,5,6\n7,8,9\n", "does not tell the unit of its heights")]
    [InlineData("# unit: µm\n1,2,3\n4,5,6\n7,8,9\n", "does not tell the distance of its points")]
    [InlineData("# unit: mV\n1,2,3\n4,5,6\n7,8,9\n", "map.csv:1: \"mV\" is no unit of length")]
    [InlineData("# unit: µm\n# pixel: 1 µm\n1,2,3\n4,5\n7,8,9\n", "map.csv:4: the row has 2 heights; expected 3")]
    [InlineData("# unit: µm\n# pixel: 1 µm\n1,2,3\n4,x5,6\n7,8,9\n", "map.csv:4:2: \"x5\" is no finite number")]
    [InlineData("# unit: µm\n# pixel: 1 µm\n1,2,3\n4,5,6\n", "2 rows and 3 columns")]
    [InlineData("ncols 3\nnrows 4\ncellsize 1\n1 2 3\n4 5 6\n7 8 9\n", "expected --unit")]
    [InlineData("x / µm,y / µm,z / nm\n0,0,1\n1,0,2\n2.4,0,1\n0,1,1\n1,1,1\n2.4,1,5\n", "beside a regular grid")]
    [InlineData("", "the file is empty")]
    public void Maps_that_cannot_be_used_are_told(string text, string expected) =>
        Should.Throw<InputException>(() => HeightMapFile.Load(_shell.Write("map.csv", text), new())).Message.ShouldContain(expected);

    private static double[,] Sine(int columns, int rows, double slopeX, double slopeY)
    {
        double[,] heights = new double[rows, columns];
        for (int i = 0; i < heights.Length; i++)
        {
            (int y, int x) = (i / columns, i % columns);
            heights[y, x] = Amplitude * Math.Cos(2 * Math.PI * 4 * (x + 0.5) / columns) + Pixel * (slopeX * x + slopeY * y);
        }
        return heights;
    }

    private static string Join(int rows, Func<int, string> row) => string.Concat(Enumerable.Range(0, rows).Select(y => row(y) + "\n"));

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
