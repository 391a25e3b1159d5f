using System.CommandLine;
using Loadstone.Designs.Comparison;
using Loadstone.Designs.Fitting;
using Loadstone.Laboratory;
using Loadstone.Laboratory.DepthProfiles;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse profile</c>: elements through a layer, components over etching.</summary>
internal sealed class ProfileCommand() : LaboratoryCommand("profile", "Depth profiles: element ratios through a layer (EPMA, EDS), lithium maps (LIBS), component ratios over etching (XPS).")
{
    private readonly Option<string[]> _ratio = new("--ratio") { Description = "Columns of the ratio: F/Ni, F/(Ni+Co+Mn), Li, LiF/CFx; several for XPS. Default: F/Ni.", HelpName = "A/B" };
    private readonly Option<int> _slices = new("--slices") { Description = "Slices of equal thickness.", HelpName = "N", DefaultValueFactory = _ => ProfileAnalysis.DefaultSlices };
    private readonly Option<DepthOrigin> _zero = new("--zero") { Description = "Side from which depth is counted; of a map the side of its first row.", HelpName = "surface|foil", DefaultValueFactory = _ => DepthOrigin.Named };
    private readonly Option<string?> _thickness = new("--thickness") { Description = "Thickness of the layer. Default: as far as the points reach.", HelpName = "LENGTH" };
    private readonly Option<string?> _pixel = new("--pixel") { Description = "Size of a pixel of maps without a header.", HelpName = "LENGTH" };
    private readonly Option<string?> _over = new FileOption<string?>("--over") { Description = "Map of the element that divides, of the same section as FILE.", HelpName = "MAP.csv" };
    private readonly Option<string?> _perShot = new("--per-shot") { Description = "Depth that a shot of the laser removes.", HelpName = "LENGTH" };
    private readonly Option<string?> _rate = new("--sputter-rate") { Description = "Sputter rate of this instrument; without it there are etch times and no depths.", HelpName = "\"0.2 nm/min\"" };
    private readonly Option<string?> _areaError = new("--area-error") { Description = "Standard error of an XPS area where areas are not in counts.", HelpName = "\"5 %\"" };
    private readonly Option<string?> _with = new FileOption<string?>("--with", FileUse.Design) { Description = "A design document: the binder after its drying, or with --at the lithium after a discharge, on the same axes with residuals.", HelpName = "DESIGN.json" };
    private readonly Option<string?> _at = new("--at") { Description = "Rate of the discharge after which the lithium of the design is taken.", HelpName = "RATE" };
    private readonly Option<bool> _negative = new("--negative") { Description = "The negative electrode of the design instead of the positive one." };
    private readonly CellOptions _cell = new();

    public override IReadOnlyList<string> Clues => ["depth", "position", "etch", "F", "Ni", "Li"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse profile examples/laboratory/epma-line.csv --ratio F/Ni --out profile", "binder through a layer, by its fluorine"),
        ("loadstone analyse profile examples/laboratory/libs-lithium.csv --ratio Li --per-shot \"5 µm\" --out lithium", "lithium of laser spots, with maps"),
        ("loadstone analyse profile examples/laboratory/xps-areas.csv --ratio LiF/CFx --ratio Ni2+/Ni3+ --sputter-rate \"0.2 nm/min\"", "components over etching"),
        ("loadstone analyse profile examples/laboratory/epma-line.csv --with examples/high-solids-slurry.json", "beside the binder that the drying of a design leaves"),
        ("loadstone analyse profile examples/laboratory/libs-lithium.csv --ratio Li --per-shot \"5 µm\" --with examples/nmc811-half-cell.json --at 2C", "beside the lithium of a design after a discharge"),
        ("loadstone analyse profile f.csv --over ni.csv --pixel \"0.5 µm\"", "maps of one section, rows of numbers from the surface down"),
    ];

    public override string? Remarks =>
        "A table has a depth, height, position, shot or etch time and a column an element: \"Depth / µm, F / counts, Ni / counts\", for maps also \"x / µm\" and \"y / µm\".\n"
        + "Columns in counts have the errors of counting; five places along the coating or more give errors by their scatter.";

    public override IReadOnlyList<Option> Options => [_ratio, _slices, _zero, _thickness, _pixel, _over, _perShot, _rate, _areaError, _with, _at, _negative, .. _cell.All];

    /// <summary>The sputter rate of an option, or null where it is not given.</summary>
    /// <exception cref="InputException">It is no positive speed.</exception>
    internal static Estimate? SputterRate(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text ? UncertainQuantity.ParsePositive(text, QuantityKinds.Speed, option.Name) : null;

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        int slices = parsed.GetValue(_slices);
        if (slices is < 3 or > 1000) throw new InputException($"{slices} is no number of slices; expected 3 to 1000.", file: _slices.Name);
        ElementRatio[] ratios = parsed.GetValue(_ratio) is { Length: > 0 } texts ? [.. texts.Select(t => ElementRatio.Parse(t, _ratio.Name))] : [ElementRatio.Parse("F/Ni", _ratio.Name)];
        PredictedProfile? predicted = Predicted(parsed, cancellation);
        var results = new List<LaboratoryResult>();
        foreach (string file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            string sample = RecordingFiles.SampleOf(file);
            if (MatrixFile.Recognises(file))
            {
                results.Add(Layer(sample, Maps(file, parsed), slices, predicted));
                continue;
            }
            var table = MeasuredTable.Load(file);
            if (!ElementMap.HasDepth(table) && EtchProfile.HasTime(table))
            {
                double? error = RecordingFiles.Positive(parsed, _areaError, QuantityKinds.Fraction);
                results.Add(EtchReport.Of(sample, [.. ratios.Select(ratio => EtchProfile.Of(table, ratio, error))], SputterRate(parsed, _rate)));
                continue;
            }
            foreach (ElementRatio ratio in ratios)
            {
                var map = ElementMap.Of(table, ratio, parsed.GetValue(_zero), RecordingFiles.Positive(parsed, _thickness, QuantityKinds.Length), RecordingFiles.Positive(parsed, _perShot, QuantityKinds.Length));
                results.Add(Layer(ratios.Length == 1 ? sample : $"{sample} {ratio}", map, slices, predicted));
            }
        }
        return results;
    }

    private static LaboratoryResult Layer(string sample, ElementMap map, int slices, PredictedProfile? predicted)
    {
        LaboratoryResult measured = ProfileReport.Of(sample, map, ProfileAnalysis.Of(map, slices));
        return predicted is null ? measured : SideBySide.Of(measured, ProfileReport.Predicted(sample, predicted.MeanOver, slices), predicted.Notes);
    }

    private PredictedProfile? Predicted(ParseResult parsed, CancellationToken cancellation)
    {
        double? rate = RecordingFiles.Positive(parsed, _at, QuantityKinds.CRate);
        if (parsed.GetValue(_with) is not { } design)
        {
            bool isOfDesign = rate is not null || parsed.GetValue(_negative) || _cell.All.Any(option => parsed.GetResult(option) is { Implicit: false });
            return !isOfDesign ? null : throw new InputException("--at, --negative, --set, --variant and --mesh are of a design; expected --with DESIGN.json beside them.", _with.Name);
        }
        FitOptions options = FitCommand.Options(parsed, _cell, null);
        return rate is { } at ? PredictedProfile.OfLithium(design, options, at, parsed.GetValue(_negative), cancellation) : PredictedProfile.OfBinder(design, options, parsed.GetValue(_negative));
    }

    private ElementMap Maps(string file, ParseResult parsed)
    {
        double pixel = RecordingFiles.Positive(parsed, _pixel, QuantityKinds.Length)
            ?? throw new InputException("a map without a header does not say how large its pixels are; expected --pixel, such as --pixel \"0.5 µm\".", file: file);
        MatrixFile? over = parsed.GetValue(_over) is { } path ? MatrixFile.Load(path) : null;
        string name = parsed.GetValue(_ratio) is [var text, ..] ? text : over is null ? "signal" : $"{RecordingFiles.SampleOf(file)}/{RecordingFiles.SampleOf(over.Source)}";
        return ElementMap.OfMaps(MatrixFile.Load(file), over, name, pixel, parsed.GetValue(_zero), RecordingFiles.Positive(parsed, _thickness, QuantityKinds.Length));
    }
}
