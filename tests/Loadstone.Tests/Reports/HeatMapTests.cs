using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Loadstone.Reports;

namespace Loadstone.Tests.Reports;

public partial class HeatMapTests
{
    private static readonly MapSide X = new("x / µm", 0, 3), Y = new("y / µm", 0, 2);

    /// <summary>The picture in the drawing holds one pixel a cell, low values dark and high ones bright, the first row at the bottom: upside down it would be a lie.</summary>
    [Fact]
    public void Cells_stand_where_their_rows_and_columns_say()
    {
        byte[] pixels = Decode(HeatMap.Draw("m", "Map", new double[,] { { 0, 1, 2 }, { 3, double.NaN, 5 } }, X, Y, "h / µm"), out int width);
        width.ShouldBe(3);
        pixels.ShouldBe([144, PictureKey.OfClass(0), 239, 0, 48, 96]);
    }

    /// <summary>The drawing is well-formed and says what it shows; labels that hold mark-up stay text.</summary>
    [Fact]
    public void It_is_a_document_with_its_labels()
    {
        Drawing map = HeatMap.Draw("m", "a < b", new double[,] { { 1, 2 } }, X, Y, "F & Ni", (0, 10), toScale: true);
        string[] texts = [.. XDocument.Parse(map.Svg).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value)];
        texts.ShouldContain("F & Ni");
        texts.ShouldContain("x / µm");
    }

    /// <summary>A map larger than a picture can show is drawn as means of whole blocks, not as a sample that misses features.</summary>
    [Fact]
    public void Large_maps_are_drawn_as_means()
    {
        double[,] values = new double[1400, 2];
        for (int row = 0; row < 1400; row++) values[row, 0] = values[row, 1] = row % 2;
        Decode(HeatMap.Draw("m", "Map", values, X, Y, "h", (0, 1)), out int width).ShouldAllBe(pixel => pixel == 120);
        width.ShouldBe(1);
    }

    /// <summary>A map of one value, or of none, still has a scale.</summary>
    [Theory]
    [InlineData(4.2)]
    [InlineData(double.NaN)]
    public void Flat_maps_can_be_drawn(double value) =>
        XDocument.Parse(HeatMap.Draw("m", "Map", new[,] { { value, value } }, X, Y, "h").Svg).ShouldNotBeNull();

    [Fact]
    public void A_map_without_cells_is_refused() =>
        Should.Throw<ArgumentException>(() => HeatMap.Draw("m", "Map", new double[0, 3], X, Y, "h"));

    // Reads the first picture by the format's own rules: the parts' checks, the header, and unfiltered rows.
    private static byte[] Decode(Drawing map, out int width)
    {
        byte[] file = Convert.FromBase64String(Picture().Match(map.Svg).Groups["data"].Value);
        file[..8].ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        width = 0;
        byte[] rows = [];
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            string name = System.Text.Encoding.ASCII.GetString(file, at + 4, 4);
            Crc(file.AsSpan(at + 4, length + 4)).ShouldBe(BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)), name);
            if (name == "IHDR") width = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at + 8));
            if (name == "IDAT")
            {
                using var zlib = new ZLibStream(new MemoryStream(file, at + 8, length), CompressionMode.Decompress);
                using var plain = new MemoryStream();
                zlib.CopyTo(plain);
                rows = plain.ToArray();
            }
            at += 12 + length;
        }
        int stride = width + 1;
        return [.. rows.Where((_, i) => i % stride != 0)];
    }

    // Bit by bit, where the writer uses a table.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte b in bytes)
        {
            sum ^= b;
            for (int bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }
        return ~sum;
    }

    [GeneratedRegex("base64,(?<data>[A-Za-z0-9+/=]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Picture();
}
