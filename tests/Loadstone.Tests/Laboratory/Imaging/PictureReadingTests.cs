using Loadstone.Laboratory.Imaging.Files;

namespace Loadstone.Tests.Laboratory.Imaging;

/// <summary>Pictures come back as they were written, whatever their layout; what is not supported is told with its tag and place.</summary>
public sealed class PictureReadingTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    public static TheoryData<string> Layouts => [.. All.Keys];

    private static readonly Dictionary<string, TiffLayout> All = Combinations().ToDictionary(l => l.ToString());

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_TIFF_of_each_layout_comes_back(string name)
    {
        TiffLayout layout = All[name];
        const int width = 37, height = 21;
        double[][] pages = [.. Enumerable.Range(0, 2).Select(page => Samples(width * height * layout.Channels, layout, page))];
        using ImageFile file = Open(TiffWriter.Write(width, height, pages, layout));
        (file.Width, file.Height, file.PageCount, file.BitsPerSample, file.IsFloat).ShouldBe((width, height, 2, layout.Bits, layout.IsFloat));
        double[] read = new double[width * height];
        for (int page = 1; page >= 0; page--)
        {
            file.Read(page, read);
            double[] written = pages[page];
            for (int i = 0; i < read.Length; i++)
            {
                double expected = layout.Channels == 1 ? written[i] : 0.299 * written[3 * i] + 0.587 * written[3 * i + 1] + 0.114 * written[3 * i + 2];
                read[i].ShouldBe(expected, 1e-12 + 1e-6 * Math.Abs(expected));
            }
        }
    }

    /// <summary>LZW starts over when its table is full: 100,000 bytes without pattern fill it many times.</summary>
    [Fact]
    public void Long_LZW_strips_come_back()
    {
        var random = new Random(7);
        double[] page = [.. Enumerable.Range(0, 400 * 250).Select(i => (double)(i % 3000 < 800 ? 9 : random.Next(256)))], read = new double[page.Length];
        using ImageFile file = Open(TiffWriter.Write(400, 250, [page], new TiffLayout { Compression = 5 }));
        file.Read(0, read);
        read.ShouldBe(page);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(4, 0)]
    [InlineData(8, 0)]
    [InlineData(16, 0)]
    [InlineData(8, 2)]
    [InlineData(8, 3)]
    [InlineData(16, 4)]
    [InlineData(8, 6)]
    public void A_PNG_of_each_kind_comes_back(int bits, int colorType)
    {
        const int width = 19, height = 23;
        int channels = colorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var random = new Random(3);
        double[] samples = [.. Enumerable.Range(0, width * height * channels).Select(_ => (double)random.Next(1 << bits))], read = new double[width * height];
        byte[]? palette = colorType == 3 ? [.. Enumerable.Range(0, 768).Select(i => (byte)(i * 7))] : null;
        using ImageFile file = Open(PngWriter.Write(width, bits, colorType, samples, palette));
        (file.Width, file.Height, file.PageCount).ShouldBe((width, height, 1));
        file.Read(0, read);
        double Luma(double r, double g, double b) => 0.299 * r + 0.587 * g + 0.114 * b;
        for (int i = 0; i < read.Length; i++)
        {
            ReadOnlySpan<double> pixel = samples.AsSpan(i * channels, channels);
            double expected = colorType switch { 2 or 6 => Luma(pixel[0], pixel[1], pixel[2]), 3 => Luma(palette![3 * (int)pixel[0]], palette[3 * (int)pixel[0] + 1], palette[3 * (int)pixel[0] + 2]), _ => pixel[0] };
            read[i].ShouldBe(expected, 1e-9 * 65536);
        }
    }

    /// <summary>ImageJ's words give voxels in their unit; without them only centimetres are believed.</summary>
    [Fact]
    public void The_scale_is_read_where_it_is_told()
    {
        double[][] pages = [new double[16], new double[16]];
        using (ImageFile file = Open(TiffWriter.Write(4, 4, pages, new TiffLayout { Description = "ImageJ=1.53\nimages=2\nunit=micron\nspacing=0.5\n", Resolution = (4, 1) })))
            (file.PixelSize, file.PageSpacing).ShouldBe((0.25e-6, 0.5e-6));
        using (ImageFile file = Open(TiffWriter.Write(4, 4, pages, new TiffLayout { Resolution = (100_000, 1) })))
            file.PixelSize!.Value.ShouldBe(1e-7, 1e-20);
        using (ImageFile file = Open(TiffWriter.Write(4, 4, pages, new TiffLayout())))
            (file.PixelSize, file.PageSpacing).ShouldBe((null, null));
    }

    [Fact]
    public void What_is_not_supported_is_told_with_tag_and_place()
    {
        byte[] good = TiffWriter.Write(4, 4, [new double[16]], new TiffLayout());
        Told(Changed(good, 259, 7)).ShouldContain("tag 259 Compression, byte ");
        Told(Changed(good, 259, 7)).ShouldContain("7 is not supported; expected none (1), LZW (5)");
        Told(Changed(good, 258, 12)).ShouldContain("tag 258 BitsPerSample");
        Told(Changed(good, 339, 2)).ShouldContain("tag 339 SampleFormat");
        Told(Changed(good, 256, 0)).ShouldContain("tag 256 ImageWidth");
        Told(Changed(good, 256, 60000)).ShouldContain("expected 240000 for 60000 × 4 pixels");
        Told(good[..^6]).ShouldContain("it is cut off or damaged");
        Told("Hello, world"u8.ToArray()).ShouldContain("expected a TIFF (II or MM) or PNG picture");
        Told([]).ShouldContain("expected a TIFF");
        byte[] png = PngWriter.Write(4, 8, 0, new double[16]);
        png[28] = 1;
        Told(png).ShouldContain("interlaced");
        Told([.. TiffWriter.Write(4, 4, [new double[16]], new TiffLayout { Description = "ImageJ=1.53\nimages=9\n" })]).ShouldContain("9 images but the file has one directory");
    }

    /// <summary>Pages of a stack must be alike; a small copy of a page is none of them.</summary>
    [Fact]
    public void A_page_of_another_size_is_told()
    {
        byte[] two = TiffWriter.Write(6, 4, [new double[24], new double[24]], new TiffLayout());
        // The width in the second directory.
        Told(Changed(two, 256, 5, skip: 1)).ShouldContain("page 2: the page is 5 × 4 pixels of 8 bits, the first one 6 × 4");
    }

    private static IEnumerable<TiffLayout> Combinations()
    {
        foreach (int compression in (int[])[1, 5, 8, 32773])
        {
            foreach (bool isBigEndian in (bool[])[false, true])
            {
                foreach (int bits in (int[])[8, 16, 32])
                {
                    var one = new TiffLayout { Compression = compression, IsBigEndian = isBigEndian, Bits = bits };
                    yield return one with { RowsPerStrip = 4, Predictor = 2 };
                    yield return one with { Tile = 16, IsBig = true };
                }
                yield return new TiffLayout { Compression = compression, IsBigEndian = isBigEndian, Bits = 32, IsFloat = true, Tile = 16 };
                yield return new TiffLayout { Compression = compression, IsBigEndian = isBigEndian, Channels = 3, Photometric = 2, Predictor = 2, IsBig = isBigEndian };
                yield return new TiffLayout { Compression = compression, IsBigEndian = isBigEndian, Bits = 1, RowsPerStrip = 5 };
            }
        }
    }

    private static double[] Samples(int count, TiffLayout layout, int seed)
    {
        var random = new Random(seed);
        double most = Math.Pow(2, layout.Bits);
        return [.. Enumerable.Range(0, count).Select(i => layout.IsFloat ? (float)(random.NextDouble() - 0.5) : i % 50 < 20 ? 1 : Math.Floor(random.NextDouble() * most))];
    }

    // The value of a short field in the n-th directory that has it.
    private static byte[] Changed(byte[] file, int tag, int value, int skip = 0)
    {
        byte[] changed = [.. file];
        for (int i = 8; i + 12 <= changed.Length; i++)
        {
            if (BitConverter.ToUInt16(changed, i) != tag || BitConverter.ToUInt16(changed, i + 2) is not (3 or 4) || BitConverter.ToUInt32(changed, i + 4) != 1 || skip-- > 0) continue;
            BitConverter.TryWriteBytes(changed.AsSpan(i + 8), (ushort)value);
            return changed;
        }
        throw new InvalidOperationException("no such tag");
    }

    private ImageFile Open(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        return ImageFile.Open(_path);
    }

    private string Told(byte[] bytes)
    {
        string message = Should.Throw<InputException>(() =>
        {
            using ImageFile file = Open(bytes);
            for (int page = 0; page < file.PageCount; page++) file.Read(page, new double[file.Width * file.Height]);
        }).Message;
        message.ShouldStartWith(_path);
        return message;
    }
}
