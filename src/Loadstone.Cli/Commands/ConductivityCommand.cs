using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Tables;
using Loadstone.Laboratory.Transport;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse conductivity</c>: ionic conductivity from blocking cells or tables, and its laws of temperature.</summary>
internal sealed class ConductivityCommand() : LaboratoryCommand("conductivity", "Ionic conductivity from spectra of blocking cells or a table over temperature: VTF, Arrhenius, relaxation times.")
{
    private readonly Option<string?> _thickness = new("--thickness") { Description = "Thickness of the conductor; ± gives its standard uncertainty.", HelpName = "\"50 µm ± 1 µm\"" };
    private readonly Option<string?> _area = new("--area") { Description = "Area of the electrodes.", HelpName = "\"2.01 cm²\"" };
    private readonly Option<string[]> _temperature = new("--temperature") { Description = "Temperature of a spectrum, where its file does not say it; once for each file, in order.", HelpName = "\"25 °C\"" };

    public override IReadOnlyList<string> Clues => ["temperature", "conductivity"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse conductivity examples/laboratory/conductivity.csv", "VTF and Arrhenius from a table with a temperature and a conductivity column"),
        ("loadstone analyse conductivity m40.bdf.csv m20.bdf.csv --thickness \"50 µm\" --area \"2.01 cm²\" --temperature \"-40 °C\" --temperature \"-20 °C\"", "from spectra"),
    ];

    public override string? Remarks =>
        "A CSV file with a conductivity column is a table; any other file is a spectrum of a blocking cell. Spectra of three temperatures or more are taken\n"
        + "together for the laws. Where the conductor's own arc shows: charge relaxation time at its top, dielectric relaxation time at the largest Z′/(−Z″).";

    public override IReadOnlyList<Option> Options => [_thickness, _area, _temperature];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        var results = new List<LaboratoryResult>();
        var spectra = new List<string>();
        foreach (string file in files)
        {
            if (!MeasuredTable.Recognises(file, "conductivity", "σ")) { spectra.Add(file); continue; }
            ConductivityPoints points = ConductivityPoints.Of(MeasuredTable.Load(file));
            results.Add(ConductivityReport.OfPoints(Path.GetFileNameWithoutExtension(file), points, ConductivityFit.Fit(points)));
        }
        if (spectra.Count > 0) results.AddRange(OfSpectra(spectra, parsed, cancellation));
        return results;
    }

    private List<LaboratoryResult> OfSpectra(List<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        Estimate? thickness = parsed.GetValue(_thickness) is { } length ? UncertainQuantity.ParsePositive(length, QuantityKinds.Length, "--thickness") : null;
        Estimate? area = parsed.GetValue(_area) is { } surface ? UncertainQuantity.ParsePositive(surface, QuantityKinds.Area, "--area") : null;
        double[] told = [.. (parsed.GetValue(_temperature) ?? []).Select(text => UncertainQuantity.ParsePositive(text, QuantityKinds.Temperature, "--temperature").Value)];
        if (told.Length > 0 && told.Length != files.Count) throw new InputException($"{told.Length} temperatures for {files.Count} spectra; expected one for each, in order.", file: "--temperature");
        var results = new List<LaboratoryResult>();
        var points = new List<(double Temperature, double Conductivity)>();
        for (int i = 0; i < files.Count; i++)
        {
            Recording recording = InstrumentFile.Load(files[i], cancellation);
            var spectrum = Spectrum.Of(recording);
            BlockingCellResult found = BlockingCell.Analyse(spectrum);
            Estimate? conductivity = thickness is { } l && area is { } a ? BlockingCell.Conductivity(found.Resistance, l, a) : null;
            results.Add(ConductivityReport.OfSpectrum(Path.GetFileNameWithoutExtension(files[i]), spectrum, found, conductivity));
            double temperature = told.Length > 0 ? told[i] : MeanTemperature(recording);
            if (conductivity is { } sigma && double.IsFinite(temperature)) points.Add((temperature, sigma.Value));
        }
        if (points.Count >= 3)
        {
            var together = new ConductivityPoints("spectra", [.. points.Select(p => p.Temperature)], [.. points.Select(p => p.Conductivity)]);
            results.Add(ConductivityReport.OfPoints("all spectra", together, ConductivityFit.Fit(together)));
        }
        return results;
    }

    private static double MeanTemperature(Recording recording)
    {
        double[] values = recording.Find(RecordColumns.Temperature1) ?? recording.Find(RecordColumns.AmbientTemperature) ?? [];
        return values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
    }
}
