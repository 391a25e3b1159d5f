using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Relaxation;
using Loadstone.Laboratory.Impedance.Reporting;
using Loadstone.Laboratory.Impedance.Validity;
using Loadstone.Laboratory.Recordings;
using Loadstone.Quantities;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse drt</c>: distributions of relaxation times.</summary>
internal sealed class DrtCommand() : LaboratoryCommand("drt", "Distribution of relaxation times of impedance spectra: peaks, areas, credible bands; τ = 1/(2πf).")
{
    private const string BandOption = "--band", ChargeOption = "--soc", SmoothingOption = "--lambda";

    private readonly Option<string> _criterion = new("--criterion") { Description = "How λ is found: gcv, mgcv, l-curve or re-im.", DefaultValueFactory = _ => "gcv" };
    private readonly Option<double?> _smoothing = new(SmoothingOption) { Description = "λ itself, relative to the mean weight of the data.", HelpName = "λ" };
    private readonly Option<string> _tail = new("--tail") { Description = "Below the lowest frequency: auto, none, capacitance or warburg.", DefaultValueFactory = _ => "auto" };
    private readonly Option<string[]> _band = new(BandOption) { Description = "A band of τ with a name; as often as there are bands.", HelpName = "\"SEI: 0.1 s, 1 s\"" };
    private readonly Option<string?> _charge = new(ChargeOption) { Description = "State of charge of each file, for a map.", HelpName = "\"10 %, 50 %, 90 %\"" };
    private readonly Option<SpectrumWeighting> _weighting = EisCommand.WeightingOption();

    public override FileSubject Subject => FileSubject.Spectrum;

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse drt examples/laboratory/half-cell-spectrum.csv --out drt", "one spectrum, with pictures"),
        ("loadstone analyse drt examples/laboratory/states-of-charge/*.csv --soc \"10 %, 30 %, 50 %, 70 %, 90 %\" --band \"lithium: 10 µs, 0.3 ms\" --band \"cathode: 0.3 ms, 50 ms\" --out map", "a map over the state of charge"),
    ];

    public override string? Remarks => "Inductance and the low-frequency tail are terms of the model, found with the distribution. Peaks are refined as RC, ZARC or Gerischer shapes where these describe the spectrum; peaks of the density that cannot be told from noise are marked as not significant.";

    public override IReadOnlyList<Option> Options => [_criterion, _smoothing, _tail, _band, _charge, _weighting];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        RelaxationBand[] bands = [.. (parsed.GetValue(_band) ?? []).Select(Band)];
        double[]? charge = parsed.GetValue(_charge) is { } text ? SpectrumOptions.Each(text, QuantityKinds.Fraction, files.Count, ChargeOption) : null;
        double? smoothing = parsed.GetValue(_smoothing);
        if (smoothing is { } given && !(given > 0 && double.IsFinite(given))) throw new InputException("expected a number above 0.", file: SmoothingOption);
        var settings = new RelaxationSettings { Criterion = Criterion(parsed.GetValue(_criterion)!), Smoothing = smoothing, Tail = Tail(parsed.GetValue(_tail)!), Weighting = parsed.GetValue(_weighting) };
        if (charge is not null && charge.Distinct().Count() < Math.Max(2, charge.Length))
            throw new InputException("a map needs two files or more, each at a state of charge of its own.", file: ChargeOption);
        var found = new List<(RelaxationDistribution Distribution, RelaxationFit? Fit)>();
        var results = new List<LaboratoryResult>();
        SpectrumReading[] readings = [.. files.Select(file => SpectrumReading.Of(InstrumentFile.Load(file, cancellation)))];
        if (charge is not null && smoothing is null) settings = settings with { Smoothing = RelaxationMap.SharedSmoothing([.. readings.Select(r => r.Spectrum)], settings) };
        foreach ((string file, SpectrumReading reading) in files.Zip(readings))
        {
            RelaxationDistribution distribution = RelaxationSolver.Solve(reading.Spectrum, settings);
            found.Add((distribution, RelaxationFitter.Refine(distribution)));
            results.Add(RelaxationReport.Of(Path.GetFileNameWithoutExtension(file), distribution, found[^1].Fit, bands, KramersKronigTest.Of(reading.Spectrum), reading.Warnings));
        }
        if (charge is not null) results[0] = results[0] with { Sections = [RelaxationMap.Of(found, charge, bands), .. results[0].Sections] };
        return results;
    }

    private static SmoothingCriterion Criterion(string text) => text.ToLowerInvariant() switch
    {
        "gcv" => SmoothingCriterion.GeneralisedCrossValidation,
        "mgcv" => SmoothingCriterion.ModifiedCrossValidation,
        "l-curve" => SmoothingCriterion.LCurve,
        "re-im" => SmoothingCriterion.RealImaginary,
        _ => throw new InputException($"\"{text}\" is no criterion; expected gcv, mgcv, l-curve or re-im.", file: "--criterion"),
    };

    private static LowFrequencyTail? Tail(string text) => text.ToLowerInvariant() switch
    {
        "auto" => null,
        "none" => LowFrequencyTail.None,
        "capacitance" => LowFrequencyTail.Capacitance,
        "warburg" => LowFrequencyTail.Warburg,
        _ => throw new InputException($"\"{text}\" is no tail; expected auto, none, capacitance or warburg.", file: "--tail"),
    };

    private static RelaxationBand Band(string text)
    {
        string[] parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || parts[0].Length == 0) throw new InputException($"\"{text}\" is no band; expected a name and two times, such as \"SEI: 0.1 s, 1 s\".", file: BandOption);
        double[] ends = SpectrumOptions.Each(parts[1], QuantityKinds.Time, 2, BandOption);
        return ends[0] > 0 && ends[1] > ends[0] ? new RelaxationBand(parts[0], ends[0], ends[1]) : throw new InputException($"\"{text}\" does not run from a time above 0 to a longer one.", file: BandOption);
    }
}
