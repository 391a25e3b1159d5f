using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Imaging.Surfaces;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse roughness</c>: Sa, Sq and Sz of height maps.</summary>
internal sealed class RoughnessCommand() : LaboratoryCommand("roughness", "Roughness of height maps: Sa, Sq, Sz (ISO 25178) after a least-squares plane, with the spread over sub-areas. Each file is a sample.")
{
    private readonly Option<string?> _pixel = new("--pixel") { Description = "Distance of two points, where the file does not tell it.", HelpName = "\"0.5 µm\"" };
    private readonly Option<string?> _unit = new("--unit") { Description = "Unit of the numbers of a text file, where it does not tell it.", HelpName = "µm" };
    private readonly Option<string?> _level = new("--level") { Description = "Height of one grey level of a picture, or of 1 in a floating-point one.", HelpName = "\"1 nm\"" };

    public override IReadOnlyList<string> Clues => ["x", "height"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse roughness examples/laboratory/separator-heights.csv --out roughness", "a matrix of heights whose first lines tell its units"),
        ("loadstone analyse roughness surface.tif --pixel \"0.2 µm\" --level \"0.1 nm\"", "a picture whose grey is height"),
    ];

    public override string? Remarks =>
        "Text may be a matrix with lines \"# pixel: 0.5 µm\" and \"# unit: nm\" (or Gwyddion's own), an ESRI grid (ncols, nrows, cellsize), or points under a\n"
        + "header x / µm, y / µm, z / nm. Pictures are TIFF of 8, 16 or 32 bits or float, or PNG. No filter is applied: compare maps of one size and pixel.";

    public override IReadOnlyList<Option> Options => [_pixel, _unit, _level];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        double? Length(Option<string?> option) => parsed.GetValue(option) is { } text ? UncertainQuantity.ParsePositive(text, QuantityKinds.Length, option.Name).Value : null;
        double? unit = parsed.GetValue(_unit) is { } symbol ? UncertainQuantity.ParsePositive("1 " + symbol, QuantityKinds.Length, _unit.Name).Value : null;
        var settings = new HeightMapSettings(Length(_pixel), unit, Length(_level));
        return [.. files.Select(file =>
        {
            cancellation.ThrowIfCancellationRequested();
            return RoughnessReport.Of(Path.GetFileNameWithoutExtension(file), Roughness.Analyse(HeightMapFile.Load(file, settings)));
        })];
    }
}
