using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Titration;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse gitt</c>.</summary>
internal sealed class AnalyseGittCommand() : RecordingCommand("gitt", "Diffusivity and internal resistance from a titration of pulses and rests.")
{
    private readonly Option<string?> _radius = new("--radius") { Description = "Radius of the particles; the diffusion length is a third of it.", HelpName = "LENGTH" };
    private readonly Option<string?> _length = new("--length") { Description = "Diffusion length itself, volume over surface of the material.", HelpName = "LENGTH" };
    private readonly Option<string?> _loading = new("--loading") { Description = "Active mass per geometric area: with --density also the reading m V_M/(M S) with S as that area.", HelpName = "LOADING" };
    private readonly Option<string?> _density = new("--density") { Description = "Density of the active material.", HelpName = "DENSITY" };

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse gitt examples/laboratory/gitt-fast.bdf.csv --radius \"5 µm\"", "D and resistance, pulse by pulse"),
        ("loadstone analyse gitt examples/laboratory/gitt-fast.bdf.csv --radius \"5 µm\" --loading \"22.1 mg/cm²\" --density \"4.8 g/cm³\"", "with the geometric reading beside it"),
        ("loadstone analyse gitt examples/laboratory/gitt.bdf.csv --radius \"5 µm\" --with examples/nmc811-half-cell.json --out beside", "beside the same pulses of a design"),
    ];

    protected override IReadOnlyList<Option> Settings => [_radius, _length, _loading, _density];

    protected override Func<Recording, LaboratoryResult> Prepare(string sample, Recording measured, ParseResult parsed)
    {
        GittSettings settings = Lengths(parsed);
        return recording => GittReport.Of(sample, TestTrace.Of(recording), settings);
    }

    private GittSettings Lengths(ParseResult parsed)
    {
        double? radius = RecordingFiles.Positive(parsed, _radius, QuantityKinds.ParticleSize), length = RecordingFiles.Positive(parsed, _length, QuantityKinds.Length);
        double? loading = RecordingFiles.Positive(parsed, _loading, QuantityKinds.Loading), density = RecordingFiles.Positive(parsed, _density, QuantityKinds.Density);
        if (radius is null == length is null) throw new InputException("a diffusivity needs one diffusion length; expected either --radius, of which it is a third, or --length.", radius is null ? _radius.Name : _length.Name);
        if (loading is null != density is null) throw new InputException("the geometric reading is loading over density; expected --loading and --density together.", loading is null ? _loading.Name : _density.Name);
        GittSettings settings = radius is { } r ? GittSettings.OfRadius(r) : new GittSettings { Length = length!.Value, LengthOrigin = "as given" };
        return settings with { GeometricLength = loading / density };
    }
}
