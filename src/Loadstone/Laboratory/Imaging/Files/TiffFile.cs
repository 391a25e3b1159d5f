using System.Globalization;

namespace Loadstone.Laboratory.Imaging.Files;

/// <summary>TIFF and BigTIFF: grey, palette and RGB pages, in strips or tiles, plain or packed without loss.</summary>
internal sealed class TiffFile : ImageFile
{
    private readonly List<TiffPage> _pages = [];

    public TiffFile(ImageBytes bytes)
        : base(bytes)
    {
        Span<byte> start = stackalloc byte[2];
        bytes.Read(0, start);
        bytes.IsBigEndian = start[0] == (byte)'M';
        ulong version = bytes.Unsigned(2, 2);
        if (version is not (42 or 43)) throw bytes.Bad(2, FormattableString.Invariant($"the version of the TIFF is {version}; expected 42, or 43 for a BigTIFF."));
        bool isBig = version == 43;
        long next = (long)Math.Min(bytes.Unsigned(isBig ? 8 : 4, isBig ? 8 : 4), long.MaxValue);
        long read = 0;
        string description = "";
        while (next != 0)
        {
            var directory = new TiffDirectory(bytes, next, isBig);
            read += directory.Size;
            if (read > bytes.Length) throw bytes.Bad(next, "directories lie upon each other or lead in a circle; the file is damaged.");
            next = directory.Next;
            // Bit 0: a small copy of another page.
            if ((directory.Number(TiffTag.NewSubfileType, 0) & 1) == 1) continue;
            _pages.Add(new TiffPage(bytes, directory));
            if (_pages.Count == 1) description = directory.Text(TiffTag.ImageDescription);
        }
        if (_pages.Count == 0) throw bytes.Bad(isBig ? 8 : 4, "the file holds no page.");

        TiffPage first = _pages[0];
        for (int i = 1; i < _pages.Count; i++)
        {
            if (_pages[i].Format != first.Format)
                throw new InputException(FormattableString.Invariant($"the page is {_pages[i].Format}, the first one {first.Format}; expected pages of one size and kind."), $"page {i + 1}", Source);
        }
        (Width, Height, BitsPerSample, IsFloat, IsWhiteZero, PageCount) = (first.Format.Width, first.Format.Height, first.Format.Bits, first.Format.IsFloat, first.IsWhiteZero, _pages.Count);
        if (_pages.Sum(page => (double)page.RawBytes) > (double)bytes.Length * MostExpansion)
            throw bytes.Bad(0, FormattableString.Invariant($"{PageCount} pages of {first.Format} cannot lie in a file of {bytes.Length} bytes."));

        // ImageJ writes its units as text, and stacks above 4 GB behind a single directory.
        if (_pages.Count == 1 && Word(description, "images") is { } images && int.TryParse(images, CultureInfo.InvariantCulture, out int count) && count > 1)
            throw new InputException(FormattableString.Invariant($"the description tells of {count} images but the file has one directory; expected a directory for each page (save it as BigTIFF)."), "tag 270 ImageDescription", Source);
        double? unit = Word(description, "unit") switch
        {
            "micron" or "um" or "µm" or "\\u00B5m" => 1e-6,
            "nm" => 1e-9,
            "mm" => 1e-3,
            "cm" => 1e-2,
            _ => null,
        };
        double perUnit = first.PixelsPerUnit;
        if (perUnit > 0 && double.IsFinite(perUnit))
        {
            // Without a unit in words, only centimetres are taken: inches are what programs write who know of no scale.
            if (unit is { } metres) PixelSize = metres / perUnit;
            else if (first.ResolutionUnit == 3) PixelSize = 1e-2 / perUnit;
        }
        if (unit is { } length && double.TryParse(Word(description, "spacing"), CultureInfo.InvariantCulture, out double spacing) && spacing > 0 && double.IsFinite(spacing)) PageSpacing = spacing * length;
    }

    public override void Read(int page, Span<double> values) => _pages[page].Read(values[..(Width * Height)]);

    private static string? Word(string description, string name) =>
        description.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
}
