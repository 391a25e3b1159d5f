using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Recordings;
using Loadstone.Reports;

namespace Loadstone.Web.Laboratory;

/// <summary>What the file of a cycler or an impedance instrument is.</summary>
internal static class RecordingReading
{
    private const double Hour = 3600, Milli = 1e-3;
    private const int MostPoints = 5000;

    /// <summary>The reading of a recording.</summary>
    public static FileReading Of(string format, Recording recording)
    {
        bool isSpectrum = recording.Find(RecordColumns.Frequency) is { } frequency && frequency.Any(f => f > 0) && recording.Has(RecordColumns.RealImpedance);
        List<string> facts = [Count(recording.Count, "row")], warnings = [.. recording.Notes];
        List<ReportBlock> pictures = [];
        try
        {
            if (isSpectrum) Spectrum(recording, facts, warnings, pictures);
            else if (recording.Has(RecordColumns.TestTime) && recording.Has(RecordColumns.Voltage)) Test(recording, facts, warnings, pictures);
        }
        catch (InputException e)
        {
            // An analysis of another kind may still read it.
            warnings.Add(e.Message);
        }
        return new FileReading(isSpectrum ? FileSubject.Spectrum : FileSubject.Test, format, facts,
            [.. recording.Columns.Select(column => ColumnReading.Of(column.Label, [.. recording.Find(column)!.Select(column.Outside)]))], pictures, warnings);
    }

    private static void Spectrum(Recording recording, List<string> facts, List<string> warnings, List<ReportBlock> pictures)
    {
        SpectrumReading reading = SpectrumReading.Of(recording);
        Spectrum spectrum = reading.Spectrum;
        warnings.AddRange(reading.Warnings);
        facts.Add(FormattableString.Invariant($"{spectrum.Count} frequencies from {spectrum.Frequency.Min():g3} Hz to {spectrum.Frequency.Max():g3} Hz"));
        pictures.Add(new Plot("nyquist", "Nyquist", new Axis("Z′ / Ω"), new Axis("−Z″ / Ω"),
            [new Series("measured", [.. spectrum.Impedance.Select(z => z.Real)], [.. spectrum.Impedance.Select(z => -z.Imaginary)], SeriesStyle.LineAndPoints)]) { IsTrajectory = true });
    }

    private static void Test(Recording recording, List<string> facts, List<string> warnings, List<ReportBlock> pictures)
    {
        TestTrace trace = TestTrace.Of(recording);
        CycleTable table = CycleTable.Of(trace);
        warnings.AddRange(table.Warnings.Except(warnings));
        facts.Add(FormattableString.Invariant($"{(trace.Time[^1] - trace.Time[0]) / Hour:g4} h"));
        if (table.Cycles.Count > 0) facts.Add(Count(table.Cycles.Count, "cycle"));
        facts.Add(FormattableString.Invariant($"{trace.Voltage.Min():g4} V to {trace.Voltage.Max():g4} V"));
        pictures.Add(CyclePlots.Time(trace));
        pictures.Add(Current(trace));
        if (table.Cycles.Count > 1) pictures.AddRange(CyclePlots.Capacity(table));
    }

    private static Plot Current(TestTrace trace)
    {
        int stride = (trace.Count + MostPoints - 1) / MostPoints;
        int[] rows = [.. Enumerable.Range(0, trace.Count).Where(k => k % stride == 0)];
        return new Plot("current", "Current in time", new Axis("Time / h"), new Axis("Current / mA"),
            [new Series("discharge positive", [.. rows.Select(k => (trace.Time[k] - trace.Time[0]) / Hour)], [.. rows.Select(k => trace.Current[k] / Milli)])]);
    }

    private static string Count(int count, string what) => FormattableString.Invariant($"{count:#,0} {what}{(count == 1 ? "" : "s")}");
}
