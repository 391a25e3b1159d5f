using System.CommandLine;
using System.Globalization;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Imaging.Micrographs;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse micrograph</c>: layers, films, cracks and lattice spacings measured on a picture with a scale.</summary>
internal sealed class MicrographCommand() : LaboratoryCommand("micrograph", "Micrographs with a scale (PNG, TIFF): thickness and ratio of layers along a section, films and rims, share of cracks, lattice spacing. Each file is a sample.")
{
    private readonly Option<string?> _scale = new("--scale") { Description = "Side of a pixel, with its standard uncertainty where it is known.", HelpName = "\"0.05 µm ± 0.0005 µm\"" };
    private readonly Option<string?> _layers = new("--layers") { Description = "Names of all regions along the section; the first and the last are cut off by its ends and get no thickness.", HelpName = "foil,L,S,outside" };
    private readonly Option<string> _along = new("--along") { Description = "Direction of the section: y runs down, x to the right.", HelpName = "x|y", DefaultValueFactory = _ => "y" };
    private readonly Option<string?> _line = new("--line") { Description = "Section between two points in pixels instead.", HelpName = "x1,y1,x2,y2" };
    private readonly Option<double?> _band = new("--band") { Description = "Width of the band about the line in pixels.", HelpName = "PIXELS" };
    private readonly Option<int> _strips = new("--strips") { Description = "Strips side by side that the section is split into.", HelpName = "N", DefaultValueFactory = _ => LayerThickness.StandardStrips };
    private readonly Option<string?> _cracks = new("--cracks") { Description = "Share of pixels up to a grey value, or otsu.", HelpName = "VALUE" };
    private readonly Option<string?> _spacing = new("--spacing") { Description = "Spacing of a lattice, within a range or any.", HelpName = "any|\"0.1 nm..1 nm\"" };
    private readonly Option<string?> _inside = new("--inside") { Description = "Area in pixels for cracks and spacing: left, top, width, height.", HelpName = "x,y,w,h" };

    public override FileSubject Subject => FileSubject.Image;

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse micrograph examples/laboratory/two-layers.png --scale \"0.5 µm\" --layers foil,L,S,outside --cracks otsu --inside 8,60,176,100", "two layers on a foil, and their cracks"),
        ("loadstone analyse micrograph rim.png --scale \"0.1 nm\" --layers core,rim,outside --line 200,200,320,80 --band 60", "a film or rim across a slanted line"),
        ("loadstone analyse micrograph lattice.tif --spacing \"0.2 nm..0.6 nm\"", "planes of a lattice; the scale is the file's"),
    ];

    public override string? Remarks =>
        "The regions of --layers must differ in their grey; edges are fitted with one blur, so that films hardly wider than it keep their thickness.\n"
        + "Pixels are counted from 0 at the upper left.";

    public override IReadOnlyList<Option> Options => [_scale, _layers, _along, _line, _band, _strips, _cracks, _spacing, _inside];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        Estimate? scale = parsed.GetValue(_scale) is { } text ? UncertainQuantity.ParsePositive(text, QuantityKinds.Length, "--scale") : null;
        string[]? regions = parsed.GetValue(_layers)?.Split(',', StringSplitOptions.TrimEntries);
        double? dark = parsed.GetValue(_cracks) switch
        {
            null => null,
            "otsu" => double.NaN,
            var grey when double.TryParse(grey, CultureInfo.InvariantCulture, out double value) => value,
            var grey => throw new InputException($"\"{grey}\" is no threshold; expected a grey value or otsu.", file: "--cracks"),
        };
        (double? Low, double? High)? spacing = parsed.GetValue(_spacing) switch { null => null, "any" => (null, null), var range => Range(range) };
        double[]? line = parsed.GetValue(_line) is { } ends ? Numbers(ends, "--line", "x1,y1,x2,y2") : null;
        double[]? inside = parsed.GetValue(_inside) is { } sides ? Numbers(sides, "--inside", "x,y,w,h") : null;
        string along = parsed.GetValue(_along)!;
        int strips = parsed.GetValue(_strips);
        if (along is not ("x" or "y")) throw new InputException($"\"{along}\" is no direction; expected x or y.", file: "--along");
        if (strips < 1) throw new InputException($"{strips} strips are too few; expected 1 or more.", file: "--strips");
        if (regions is null && dark is null && spacing is null) throw new InputException("nothing is asked of the picture; expected --layers, --cracks or --spacing.", file: files[0]);
        return [.. files.Select(file =>
        {
            cancellation.ThrowIfCancellationRequested();
            Micrograph picture = Micrograph.Load(file, scale);
            PixelArea area = inside is null ? PixelArea.Of(picture) : new PixelArea((int)inside[0], (int)inside[1], (int)inside[2], (int)inside[3]);
            SectionLine section = line is not null ? new SectionLine(line[0], line[1], line[2], line[3], parsed.GetValue(_band) ?? 1) : along == "y" ? SectionLine.Down(picture) : SectionLine.Across(picture);
            return MicrographReport.Of(Path.GetFileNameWithoutExtension(file), new MicrographAnalysis(
                picture,
                regions is null ? null : LayerThickness.Measure(picture, section, regions, strips),
                dark is { } threshold ? DarkShare.Measure(picture, area, threshold) : null,
                spacing is { } between ? LatticeSpacing.Measure(picture, area, between.Low, between.High) : null));
        })];
    }

    private static (double?, double?) Range(string text)
    {
        if (text.Split("..", 2) is not [var low, var high]) throw new InputException($"\"{text}\" is no range; expected any, or two lengths such as \"0.1 nm..1 nm\".", file: "--spacing");
        double from = UncertainQuantity.ParsePositive(low, QuantityKinds.Length, "--spacing").Value, to = UncertainQuantity.ParsePositive(high, QuantityKinds.Length, "--spacing").Value;
        return from < to ? (from, to) : throw new InputException($"\"{text}\" does not rise; expected the shorter length first.", file: "--spacing");
    }

    private static double[] Numbers(string text, string option, string expected)
    {
        string[] fields = text.Split(',', StringSplitOptions.TrimEntries);
        double[] values = [.. fields.Select(f => double.TryParse(f, CultureInfo.InvariantCulture, out double v) && Math.Abs(v) < 1e6 ? v : double.NaN)];
        return values.Length == 4 && !values.Any(double.IsNaN) ? values : throw new InputException($"\"{text}\" is not {expected} in pixels.", file: option);
    }
}
