using Loadstone.Cells;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Comparison;
using Loadstone.Designs.Fitting;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Recordings;
using Loadstone.Tests.Cli;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Designs.Comparison;

public sealed class SimulatedRecordingTests : IDisposable
{
    private static readonly string[] Cycler =
    [
        "Discharge at C/2 until 2.8 V", "Rest for 10 min", "Charge at C/2 until 4.3 V", "Hold at 4.3 V until C/20", "Discharge at 1C until 2.8 V",
        "Rest for 10 min", "Charge at C/5 for 5 min", "Rest for 20 min", "Charge at C/5 for 5 min", "Rest for 20 min",
    ];

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    /// <summary>A design repeats its own test: were a step held too long, too short or with another control, the voltages would part.</summary>
    [Fact]
    public void A_design_repeats_its_own_test()
    {
        string file = _shell.Write("a.json", FitTrials.Document);
        Recording measured = Measure(5), repeated = SimulatedRecording.OfTest(file, measured, new FitOptions(), null, TestContext.Current.CancellationToken);
        IReadOnlyList<Segment> before = SegmentFinder.Find(TestTrace.Of(measured)), after = SegmentFinder.Find(TestTrace.Of(repeated));
        after.Select(s => (s.Direction, s.Hold)).ShouldBe(before.Select(s => (s.Direction, s.Hold)));
        for (int k = 0; k < before.Count; k++)
        {
            after[k].EndTime.ShouldBe(before[k].EndTime, 2e-3 * before[k].EndTime);
            after[k].Charge.ShouldBe(before[k].Charge, 2e-3 * before[4].Charge);
            after[k].EndVoltage.ShouldBe(before[k].EndVoltage, 2e-3);
        }
    }

    /// <summary>With more resistance a cycler stops at the same cut-offs, earlier, and its pulses last as long.</summary>
    [Fact]
    public void Cut_offs_are_kept_and_pulses_last_as_long()
    {
        string file = _shell.Write("a.json", FitTrials.Document);
        Recording measured = Measure(5), repeated = SimulatedRecording.OfTest(file, measured, new FitOptions { Overrides = [new DesignOverride("positive.contactResistance", "60 Ω cm²")] }, null, TestContext.Current.CancellationToken);
        IReadOnlyList<Segment> before = SegmentFinder.Find(TestTrace.Of(measured)), after = SegmentFinder.Find(TestTrace.Of(repeated));
        after.Count.ShouldBe(before.Count);
        after[4].EndVoltage.ShouldBe(2.8, 2e-3);
        after[4].Charge.ShouldBeLessThan(0.998 * before[4].Charge);
        after[6].Duration.ShouldBe(before[6].Duration, 1e-6);
        after[8].Charge.ShouldBe(before[8].Charge, 1e-6 * before[8].Charge);
    }

    /// <summary>A test that begins at rest begins the simulation at the state of charge of that voltage.</summary>
    [Fact]
    public void The_first_rest_says_how_full_the_cell_is()
    {
        string file = _shell.Write("a.json", FitTrials.Document);
        Cell cell = DesignBuilder.Build(DesignDocument.Load(file, []).Base).Cell;
        RestState half = CellBalance.RestAt(cell, 0.4);
        var measured = new Recording("rest", [(RecordColumns.TestTime, [0, 60, 120, 180]), (RecordColumns.Voltage, [half.PositivePotential, half.PositivePotential, 3.6, 3.6]), (RecordColumns.Current, [0, 0, 1e-3, 1e-3])]);
        Recording repeated = SimulatedRecording.OfTest(file, measured, new FitOptions(), null, TestContext.Current.CancellationToken);
        repeated.Find(RecordColumns.Voltage)![0].ShouldBe(half.PositivePotential, 1e-4);
        repeated.Notes[0].ShouldContain("40 % state of charge");
    }

    [Fact]
    public void A_spectrum_is_simulated_at_the_measured_frequencies()
    {
        string file = _shell.Write("a.json", FitTrials.Document);
        var measured = new Recording("eis", [(RecordColumns.Frequency, [1, 100, 10]), (RecordColumns.RealImpedance, [30, 10, 20]), (RecordColumns.ImaginaryImpedance, [-3, -1, -2])]);
        Spectrum found = SpectrumReading.Of(SimulatedRecording.OfSpectrum(file, measured, new FitOptions(), 0.3)).Spectrum;
        found.Frequency.ShouldBe([100, 10, 1]);
        found.Impedance.ShouldAllBe(z => z.Real > 0 && z.Imaginary < 0);
    }

    private static Recording Measure(double period)
    {
        Cell cell = DesignBuilder.Build(DesignDocument.Parse(System.Text.Encoding.UTF8.GetBytes(FitTrials.Document), "truth").Base).Cell;
        Protocol protocol = ProtocolParser.ParseAll(Cycler, "cycler");
        protocol = protocol with { Steps = [.. protocol.Steps.Select(s => s with { Period = period })] };
        TimeSeries[] series = [.. new Simulation(cell, new MeshSettings { Separator = 3, Positive = 6, Radial = 8 }).Run(protocol).Steps.Select(s => s.Series)];
        return new Recording("truth", [(RecordColumns.TestTime, [.. series.SelectMany(s => s.Time)]), (RecordColumns.Voltage, [.. series.SelectMany(s => s.Voltage)]), (RecordColumns.Current, [.. series.SelectMany(s => s.Current)])]);
    }
}
