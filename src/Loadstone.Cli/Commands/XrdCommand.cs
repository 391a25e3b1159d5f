using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Diffraction;
using Loadstone.Laboratory.Peaks;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse xrd</c>: powder patterns of layered oxides.</summary>
internal sealed class XrdCommand() : LaboratoryCommand("xrd", "Powder patterns of layered oxides: lines with Kα₂, shift of (003), lattice parameters, (003)/(104), other wavelengths.")
{
    private readonly Option<string?> _radiation = new("--radiation") { Description = "Anode (Cu, Mo, Co) or a single wavelength; by default what the file says, else Cu.", HelpName = "Mo|\"1.54178 Å\"" };
    private readonly Option<bool> _single = new("--single") { Description = "Kα₁ alone: a monochromator, or Kα₂ was stripped." };
    private readonly Option<string?> _to = new("--to") { Description = "Wavelength to which the angle of (003) is converted, sin θ₂ = (λ₂/λ₁) sin θ₁.", HelpName = "\"1.54178 Å\"" };
    private readonly Option<AngleCorrection> _correction = new("--correction") { Description = "What all angles may be off by.", HelpName = "none|zero|displacement", DefaultValueFactory = _ => AngleCorrection.Displacement };
    private readonly Option<string?> _goniometer = new("--goniometer-radius") { Description = "Radius of the goniometer, for the height of the sample above its circle.", HelpName = "\"240 mm\"" };
    private readonly Option<PeakShape> _shape = new("--shape") { Description = "Shape of the lines.", HelpName = "gaussian|lorentzian|pseudovoigt|asymmetric", DefaultValueFactory = _ => PeakShape.PseudoVoigt };

    public override IReadOnlyList<string> Clues => ["theta", "2θ"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse xrd examples/laboratory/xrd-fresh.csv examples/laboratory/xrd-cycled.csv --radiation Mo --to \"1.54178 Å\" --out xrd", "two patterns, the shift of (003) between them"),
        ("loadstone analyse xrd pattern.xrdml --goniometer-radius \"240 mm\"", "lattice parameters from PANalytical's file"),
    ];

    public override string? Remarks => "2θ in degrees and intensity: a table with a header, bare columns (.xy, .uxd, .txt) or .xrdml. Further files are compared with the first.";

    public override IReadOnlyList<Option> Options => [_radiation, _single, _to, _correction, _goniometer, _shape];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        Radiation? told = parsed.GetValue(_radiation) is { } text ? Radiation.Parse(text, "--radiation") : null;
        double? to = parsed.GetValue(_to) is { } other ? Radiation.Parse(other, "--to").First : null;
        double? radius = parsed.GetValue(_goniometer) is { } length ? UncertainQuantity.ParsePositive(length, QuantityKinds.Length, "--goniometer-radius").Value : null;
        var found = new List<XrdAnalysis>();
        foreach (string file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            Pattern pattern = Pattern.Load(file);
            Radiation radiation = told ?? pattern.Radiation ?? Radiation.Copper;
            found.Add(XrdAnalysis.Of(pattern, new XrdSettings(parsed.GetValue(_single) ? radiation.Strongest : radiation, parsed.GetValue(_correction), parsed.GetValue(_shape))));
        }
        return [.. found.Select((one, i) => XrdReport.Of(one, i == 0 ? null : found[0], to, radius))];
    }
}
