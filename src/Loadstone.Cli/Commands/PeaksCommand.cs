using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Peaks;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse peaks</c>: peaks, ratios, steps and areas of spectra and traces.</summary>
internal sealed class PeaksCommand() : LaboratoryCommand("peaks", "Spectra and traces (Raman, EDS, EELS, FT-IR, DSC, evolved gas): peaks with errors, ratios over depth or time, T_g, areas.")
{
    private readonly Option<string[]> _peaks = new("--peak", "-p") { Description = "A peak to fit and where its top lies, in the unit of the abscissa; once for each. Without it peaks are found.", HelpName = "\"A1g=560..610\"" };
    private readonly Option<PeakShape> _shape = new("--shape") { Description = "Shape of the peaks.", HelpName = "gaussian|lorentzian|pseudovoigt|asymmetric", DefaultValueFactory = _ => PeakShape.PseudoVoigt };
    private readonly Option<string> _baseline = new("--baseline") { Description = "What lies below the peaks: line, constant, \"polynomial 3\" (fitted with them); \"anchors 450,700\", als, arpls (taken off before).", HelpName = "BASELINE", DefaultValueFactory = _ => "line" };
    private readonly Option<PointWeights> _weights = new("--weights") { Description = "Whether points are counts; by default those whose unit says so.", HelpName = "automatic|constant|counts" };
    private readonly Option<string?> _range = new("--range") { Description = "Fit all of this range as one.", HelpName = "\"400..700\"" };
    private readonly Option<bool> _down = new("--downward") { Description = "The peaks point downwards, as in transmission." };
    private readonly Option<string[]> _ratio = new("--ratio") { Description = "Ratio of two peaks by area and by height; once for each.", HelpName = "Eg/A1g" };
    private readonly Option<string[]> _distance = new("--distance") { Description = "Position of one peak less that of another; once for each.", HelpName = "main/pre" };
    private readonly Option<string?> _against = new("--against") { Description = "What the ratios and distances are set over: a column of --table, or a name for --at.", HelpName = "depth" };
    private readonly Option<string?> _table = new FileOption<string?>("--table") { Description = "Table with the columns sample and the one of --against.", HelpName = "TABLE.csv" };
    private readonly Option<string[]> _at = new("--at") { Description = "Depth, time or the like of a trace; once for each, in order.", HelpName = "\"12 µm\"" };
    private readonly Option<string?> _step = new("--step") { Description = "Midpoint of the step in this range (T_g), by tangents before and after it.", HelpName = "\"-60..20\"" };
    private readonly Option<string[]> _tangent = new("--tangent") { Description = "Where the tangents of the step are laid: twice, before and after.", HelpName = "\"-60..-40\"" };
    private readonly Option<string[]> _area = new("--area") { Description = "Area in this range above the line through its outer 15 %; once for each.", HelpName = "\"100..250\"" };
    private readonly Option<string?> _rate = new("--heating-rate") { Description = "Heating rate, for the heat of an area over temperature.", HelpName = "\"10 K/min\"" };
    private readonly Option<string?> _mass = new("--mass") { Description = "Mass of the sample, for heat per mass.", HelpName = "\"5.2 mg ± 0.05 mg\"" };
    private readonly Option<string?> _x = new("--x") { Description = "Column of the abscissa; by default the first.", HelpName = "COLUMN" };
    private readonly Option<string[]> _y = new("--y") { Description = "Column of a signal; once for each. By default all others.", HelpName = "COLUMN" };

    public override IReadOnlyList<string> Clues => ["shift", "wavenumber", "temperature", "energy", "intensity"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse peaks examples/laboratory/raman-depth.csv --peak \"Eg=455..500\" --peak \"A1g=535..575\" --shape lorentzian --range \"300..800\" --ratio Eg/A1g --against depth --table examples/laboratory/raman-depths.csv --out raman", "a ratio of bands over the depth of an electrode"),
        ("loadstone analyse peaks examples/laboratory/dsc-polymer.csv --step \"-60..10\" --area \"35..85\" --heating-rate \"10 K/min\"", "glass transition and heat of melting"),
        ("loadstone analyse peaks eels.csv --peak \"pre=525..531\" --peak \"main=536..545\" --distance main/pre", "distance of two edges"),
    ];

    public override string? Remarks =>
        "A table has the abscissa in its first column and one trace in each other: \"Raman shift / cm⁻¹,Intensity / counts\". Bare columns of numbers (.xy) are read too.\n"
        + "Peaks whose surroundings overlap are fitted together. Numbers stay in the units of the file.";

    public override IReadOnlyList<Option> Options => [_peaks, _shape, _baseline, _weights, _range, _down, _ratio, _distance, _against, _table, _at, _step, _tangent, _area, _rate, _mass, _x, _y];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        Trace[] traces = [.. files.SelectMany(file => TraceFile.Load(file, parsed.GetValue(_x), parsed.GetValue(_y)))];
        string[] areas = parsed.GetValue(_area) ?? [];
        var results = new List<LaboratoryResult>();
        if (parsed.GetValue(_step) is { } step) results.AddRange(Steps(traces, step, parsed));
        if (areas.Length > 0) results.AddRange(Areas(traces, areas, parsed));
        if (results.Count == 0 || parsed.GetValue(_peaks) is { Length: > 0 }) results.AddRange(Peaks(traces, parsed, cancellation));
        return results;
    }

    private IEnumerable<LaboratoryResult> Steps(Trace[] traces, string text, ParseResult parsed)
    {
        (double Low, double High) range = PeakWindow.ParseRange(text, "--step");
        (double Low, double High)[] tangents = [.. (parsed.GetValue(_tangent) ?? []).Select(t => PeakWindow.ParseRange(t, "--tangent"))];
        if (tangents.Length is not (0 or 2)) throw new InputException($"{tangents.Length} tangents; expected two, before and after the step, or none.", file: "--tangent");
        return traces.Select(trace => PeakReport.OfStep(tangents.Length == 2 ? StepAnalysis.Of(trace, range, tangents[0], tangents[1]) : StepAnalysis.Of(trace, range)));
    }

    private IEnumerable<LaboratoryResult> Areas(Trace[] traces, string[] texts, ParseResult parsed)
    {
        Estimate? rate = parsed.GetValue(_rate) is { } speed ? UncertainQuantity.ParsePositive(speed, QuantityKinds.HeatingRate, "--heating-rate") : null;
        Estimate? mass = parsed.GetValue(_mass) is { } weight ? UncertainQuantity.ParsePositive(weight, QuantityKinds.Mass, "--mass") : null;
        foreach (string text in texts)
        {
            (double Low, double High) range = PeakWindow.ParseRange(text, "--area");
            foreach (Trace trace in traces)
            {
                AreaAnalysis found = AreaAnalysis.Of(trace, range);
                LaboratoryResult result = PeakReport.OfArea(found, HeatOfArea.Of(found, rate, mass));
                yield return texts.Length == 1 ? result : result with { Sample = $"{trace.Sample} {text}" };
            }
        }
    }

    private List<LaboratoryResult> Peaks(Trace[] traces, ParseResult parsed, CancellationToken cancellation)
    {
        var settings = new PeakSettings
        {
            Windows = [.. (parsed.GetValue(_peaks) ?? []).Select(text => PeakWindow.Parse(text, "--peak"))],
            Shape = parsed.GetValue(_shape),
            Baseline = Baseline.Parse(parsed.GetValue(_baseline)!, "--baseline"),
            Weights = parsed.GetValue(_weights),
            Range = parsed.GetValue(_range) is { } range ? PeakWindow.ParseRange(range, "--range") : null,
            IsDownward = parsed.GetValue(_down),
        };
        if (settings.Windows.GroupBy(w => w.Name).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new InputException($"two peaks are named \"{twice.Key}\"; expected a name of its own for each.", file: "--peak");
        PeakPair[] ratios = [.. (parsed.GetValue(_ratio) ?? []).Select(text => PeakPair.Parse(text, settings.Windows, "--ratio"))];
        PeakPair[] distances = [.. (parsed.GetValue(_distance) ?? []).Select(text => PeakPair.Parse(text, settings.Windows, "--distance"))];
        (TraceAxis Axis, double[] Values)? places = Places(traces, parsed);
        var results = new List<LaboratoryResult>();
        foreach (Trace trace in traces)
        {
            cancellation.ThrowIfCancellationRequested();
            results.Add(PeakReport.Of(PeakAnalysis.Of(trace, settings), ratios, distances));
        }
        if (places is not { } known) return results;
        RatioSeries[] series = [.. Series(results, ratios, distances, known, traces[0].X.Unit)];
        if (series.Length > 0) results.Add(PeakReport.OfSeries(series));
        return results;
    }

    private (TraceAxis Axis, double[] Values)? Places(Trace[] traces, ParseResult parsed)
    {
        string[] at = parsed.GetValue(_at) ?? [];
        if (parsed.GetValue(_against) is not { } name) return at.Length == 0 ? null : throw new InputException("--at gives places of traces; expected --against with their name, such as --against depth.", file: "--at");
        if (parsed.GetValue(_table) is { } path) return RatioSeries.Places(MeasuredTable.Load(path), name, [.. traces.Select(t => t.Sample)]);
        if (at.Length != traces.Length) throw new InputException($"{at.Length} places for {traces.Length} traces; expected --at once for each, in order, or --table.", file: "--against");
        return RatioSeries.Places(name, at, "--at");
    }

    private static IEnumerable<RatioSeries> Series(List<LaboratoryResult> results, PeakPair[] ratios, PeakPair[] distances, (TraceAxis Axis, double[] Values) places, string xUnit)
    {
        IEnumerable<(string Name, string Unit)> wanted = [.. ratios.SelectMany(r => (string[])[$"{r.Name} by area", $"{r.Name} by height"]).Select(n => (n, "")), .. distances.Select(d => ($"{d.First} less {d.Second}", xUnit))];
        foreach ((string name, string unit) in wanted)
        {
            var points = new List<SeriesPoint>();
            for (int i = 0; i < places.Values.Length; i++)
            {
                if (results[i].Numbers.FirstOrDefault(n => n.Name == name) is { } number) points.Add(new SeriesPoint(results[i].Sample, places.Values[i], number.Estimate));
            }
            if (points.Count > 0) yield return RatioSeries.Of(name, unit, places.Axis, points);
        }
    }
}
