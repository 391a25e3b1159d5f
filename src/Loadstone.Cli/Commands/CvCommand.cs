using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Tables;
using Loadstone.Laboratory.Voltammetry;
using Loadstone.Quantities;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse cv</c>: peak currents of cyclic voltammograms against scan rate.</summary>
internal sealed class CvCommand() : LaboratoryCommand("cv", "Peak currents of cyclic voltammograms against scan rate: b-value, Randles–Ševčík diffusivity. All files are one study.")
{
    private readonly Option<string?> _area = new("--area") { Description = "Area of the electrode, for the diffusivity.", HelpName = "\"1.13 cm²\"" };
    private readonly Option<string?> _concentration = new("--concentration") { Description = "Concentration of the diffusing species, for the diffusivity.", HelpName = "\"0.049 mol/cm³\"" };
    private readonly Option<string> _temperature = new("--temperature") { Description = "Temperature.", HelpName = "\"25 °C\"", DefaultValueFactory = _ => "25 °C" };

    public override FileSubject Subject => FileSubject.Test;

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse cv examples/laboratory/voltammograms.bdf.csv --area \"1 cm²\" --concentration \"1 mol/L\"", "one file with several scan rates"),
        ("loadstone analyse cv 0.3mVs.mpr 0.5mVs.mpr 0.8mVs.mpr 1.1mVs.mpr", "one file each"),
    ];

    public override string? Remarks =>
        "The scan rate is read from the recording. Of each rate the last sweep counts; the peak is the top of a parabola through the points above 93 % of it.\n"
        + "i_p = 0.4463 n F A C √(n F D v/(R T)) holds for a reversible couple that diffusion limits (b = ½); the slope over √v is used, with a free intercept.";

    public override IReadOnlyList<Option> Options => [_area, _concentration, _temperature];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        double? area = parsed.GetValue(_area) is { } surface ? UncertainQuantity.ParsePositive(surface, QuantityKinds.Area, "--area").Value : null;
        double? concentration = parsed.GetValue(_concentration) is { } text ? UncertainQuantity.ParsePositive(text, QuantityKinds.Concentration, "--concentration").Value : null;
        double temperature = UncertainQuantity.ParsePositive(parsed.GetValue(_temperature)!, QuantityKinds.Temperature, "--temperature").Value;
        Sweep[] sweeps = [.. files.SelectMany(file => Sweep.Of(InstrumentFile.Load(file, cancellation)))];
        var found = new List<(string, ScanRateResult)>();
        foreach ((string name, bool anodic) in new[] { ("oxidation", true), ("reduction", false) })
        {
            IReadOnlyList<VoltammetricPeak> peaks = ScanRateStudy.Peaks(sweeps, anodic);
            if (peaks.Count >= 3) found.Add((name, ScanRateStudy.Analyse(peaks, files[0])));
        }
        if (found.Count == 0) throw new InputException("fewer than three scan rates have a peak; expected three or more.", file: files[0]);
        Func<ScanRateResult, Estimate>? diffusivity = area is { } a && concentration is { } c ? result => result.Diffusivity(a, c, temperature) : null;
        string sample = files.Count == 1 ? Path.GetFileNameWithoutExtension(files[0]) : $"{files.Count} files";
        return [VoltammetryReport.OfScanRates(sample, sweeps, found, diffusivity)];
    }
}
