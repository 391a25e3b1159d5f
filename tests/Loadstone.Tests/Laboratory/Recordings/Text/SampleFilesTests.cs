using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Tests.Laboratory.Recordings.Text;

/// <summary>Real files: each is recognised, and read in full with the values that stand in it.</summary>
public sealed class SampleFilesTests
{
    [Theory]
    [InlineData("arbin/ch33.csv", "Arbin CSV", 287, 0, 3.298668384552002, 6.600444793701172, 1022.8913, 3.4119858741760254, 1.1000289916992188)]
    [InlineData("arbin/fastcharge_ch8.csv", "Arbin CSV", 248, 10.0024, 3.3011441, 0, 1800.0104, 3.3009677, 0)]
    [InlineData("arbin/sample.csv", "Arbin CSV", 13, 30.0005, 3.534595, 0, 301.214, 3.599601, 2.650138)]
    [InlineData("basytec/sample.txt", "Basytec", 74, 0, 3.52575489148741, 0, 70.2358036666668, 3.53285012323902, 0.449601734416934)]
    [InlineData("biologic/no_header.mpt", "BioLogic .mpt", 13, 281672.3801174285, 2.9344745, 0, 281792.502129958, 2.9814022, 0)]
    [InlineData("biologic/timestamped.txt", "BioLogic .mpt", 8, 0, 4.1465597, 0, 12.464, 4.154593, 0.4499184)]
    [InlineData("landt/SINTEF_LiGrR2032_25degC.csv", "LAND", 25162, 0.02, 2.9215, 0, 262657.764, 0.1086, -0.0002)]
    [InlineData("maccor/sample.csv", "Maccor", 15, 0, 3.668, 0, 13.06, 3.716, 28.798)]
    [InlineData("maccor/maccor_two.txt", "Maccor", 213, 0, 0.1377, 0, 12720, 0.149, 0)]
    [InlineData("neware/export.csv", "Neware CSV, layered", 9295, 0, 4.3185, 0, 100543, 4.1544, 0)]
    [InlineData("novonix/sample.csv", "Novonix", 207, 0, 3.84318331, 0, 12287.48004, 4.12864581, 0.49999387)]
    [InlineData("eis/exampleDataParstat.txt", "delimited text", 812, 10, 3.49322700500488, -0.149962306022644, 7750.166999, 3.50029397010803, 0.0245747901499271)]
    public void ACyclersFileIsReadInFull(
        string name, string format, int rows, double firstTime, double firstVoltage, double firstCharging, double lastTime, double lastVoltage, double lastCharging)
    {
        string path = Samples.Path(name);
        InstrumentFile.FormatOf(path).Name.ShouldBe(format);
        Recording recording = InstrumentFile.Load(path);
        recording.Count.ShouldBe(rows);
        Row(recording, 0).ShouldBe([firstTime, firstVoltage, -firstCharging], Tolerance);
        Row(recording, rows - 1).ShouldBe([lastTime, lastVoltage, -lastCharging], Tolerance);
        recording[RecordColumns.TestTime].ToArray().ShouldAllBe(time => double.IsFinite(time));
        recording[RecordColumns.Voltage].ToArray().ShouldAllBe(voltage => double.IsFinite(voltage));
    }

    [Theory]
    [InlineData("biologic/peis.mpt", "BioLogic .mpt", 43, 1000.3201, 65.470886, -0.38998979, 0.01689554, 110.97003, -2.3458567)]
    [InlineData("eis/exampleDataGamry.DTA", "Gamry .DTA", 72, 200015.6, 825.8584, -1367.239, 0.0158898, 17007.49, -6635.557)]
    [InlineData("eis/Circuit1_EIS_1.z", "ZPlot .z", 48, 50000, 29.036, 0.63662, 1, 75.803, -0.16244)]
    [InlineData("eis/Circuit1_EIS_2.z", "ZPlot .z", 48, 50000, 29.001, 0.5992, 1, 75.82, -0.17374)]
    [InlineData("eis/exampleDataZPlot.z", "ZPlot .z", 21, 300000, 147.77, -11.335, 3000, 613.68, -137.13)]
    [InlineData("eis/exampleDataZPlot_noComments.z", "ZPlot .z", 31, 300000, 642.62, -85.821, 300, 1305.3, -195.01)]
    [InlineData("eis/exampleDataAutolab.txt", "Autolab", 41, 10000, 0.013785863964281, 0.007191946305823, 0.1, 0.0345697771923854, -0.00390292888845954)]
    [InlineData("eis/exampleDataCHInstruments.txt", "CH Instruments", 73, 99610, 98.91, -2.748, 0.1, 5685, -15860)]
    [InlineData("eis/exampleDataVersaStudio.par", "VersaStudio .par", 61, 100000, 55.31571, 4.575431, 0.02154435, 1516.313, -122.8279)]
    [InlineData("eis/exampleDataPowersuite.txt", "delimited text", 30, 2000000, -470.54113, -1397.7358, 0.1, 423929.46, -49014.063)]
    [InlineData("eis/exampleData.csv", "three columns of an impedance", 66, 10000, 0.01577148266048593317, 0.01015747456493823649, 0.003162299999999999833, 0.0494998977640506, -0.02043869854441892481)]
    [InlineData("drt/1ZARC.csv", "delimited text", 81, 1000000, 10.317831664834927, 31.16422514427696, 0.01, 59.20397431908595, 0.5913301898954791)]
    [InlineData("drt/2ZARC0.csv", "delimited text", 81, 1000000, 9.925223150840122, 0.283452075967652, 0.01, 69.8119846505212, -0.5837650584118066)]
    public void ASpectrumIsReadInFull(
        string name, string format, int points, double highest, double firstReal, double firstImaginary, double lowest, double lastReal, double lastImaginary)
    {
        string path = Samples.Path(name);
        InstrumentFile.FormatOf(path).Name.ShouldBe(format);
        Spectrum spectrum = Spectrum.Of(InstrumentFile.Load(path));
        spectrum.Frequency.Count.ShouldBe(points);
        double[] first = [spectrum.Frequency[0], spectrum.Impedance[0].Real, spectrum.Impedance[0].Imaginary];
        double[] last = [spectrum.Frequency[^1], spectrum.Impedance[^1].Real, spectrum.Impedance[^1].Imaginary];
        first.ShouldBe([highest, firstReal, firstImaginary], Tolerance);
        last.ShouldBe([lowest, lastReal, lastImaginary], Tolerance);
    }

    [Fact]
    public void ParstatsImpedancePointsStandAmongRowsWithoutFrequency()
    {
        Spectrum spectrum = Spectrum.Of(InstrumentFile.Load(Samples.Path("eis/exampleDataParstat.txt")));
        spectrum.Frequency[0].ShouldBe(10000);
        spectrum.Impedance[0].Real.ShouldBe(-0.00049816280376104);
    }

    [Fact]
    public void ALayeredExportGivesEveryRecordItsCycleAndStep()
    {
        Recording recording = InstrumentFile.Load(Samples.Path("neware/export.csv"));
        recording[RecordColumns.CycleCount][^1].ShouldBe(20);
        recording[RecordColumns.StepCount][^1].ShouldBe(81);
        recording[RecordColumns.StepId][11].ShouldBe(2);
        // Record 175 is the first of a discharge at 0.5 A.
        recording[RecordColumns.Current][174].ShouldBe(0.5);
    }

    [Theory]
    [InlineData("landt/SINTEF_LiGrR2032_25degC.csv", "rest", "discharge CC", "charge CC")]
    [InlineData("neware/export.csv", "Rest", "CC DChg", "CC Chg")]
    public void NamesOfStepsAreKept(string name, params string[] steps)
    {
        Recording recording = InstrumentFile.Load(Samples.Path(name));
        recording.StepTypes.ShouldBe(steps, ignoreOrder: true);
        recording[RecordColumns.StepType].ToArray().ShouldAllBe(step => step >= 0 && step < steps.Length);
        recording.Notes.ShouldNotContain(note => note.Contains("another unit"));
    }

    [Fact]
    public void ABareTimeTakesItsUnitFromTheDatesBesideIt()
    {
        Recording recording = InstrumentFile.Load(Samples.Path("maccor/maccor_two.txt"));
        recording[RecordColumns.TestTime][1].ShouldBe(60);
        recording.Notes.ShouldContain(note => note.Contains("minutes"));
    }

    [Theory]
    [InlineData("ocp/anode_test.csv", 1.4955778257396388, 0.0103292991139441)]
    [InlineData("ocp/cathode_test.csv", 2.8659164658969747, 4.2998357)]
    public void AHalfCellCurveHasItsVoltages(string name, double first, double last)
    {
        Recording recording = InstrumentFile.Load(Samples.Path(name));
        recording.Count.ShouldBe(1001);
        (recording[RecordColumns.Voltage][0], recording[RecordColumns.Voltage][^1]).ShouldBe((first, last));
    }

    [Fact]
    public void AWorkbookWithoutARecordingIsRefusedWithItsSheets()
    {
        string file = Samples.Path("neware/record.xlsx");
        var e = Should.Throw<InputException>(() => InstrumentFile.Load(file));
        e.Message.ShouldContain("Nominal Capacity [Ah]");
    }

    private const double Tolerance = 1e-9;

    private static double[] Row(Recording recording, int row) =>
        [recording[RecordColumns.TestTime][row], recording[RecordColumns.Voltage][row], recording[RecordColumns.Current][row]];
}
