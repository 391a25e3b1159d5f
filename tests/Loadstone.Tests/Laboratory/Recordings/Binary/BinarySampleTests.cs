using System.Globalization;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Tests.Laboratory.Recordings.Binary;

/// <summary>
/// Every real binary file is recognised and read in full, and agrees with what established readers (galvani, NewareNDA) give for it,
/// to the digits that they print. If one fails, a layout is read wrongly or a unit or sign is.
/// </summary>
public class BinarySampleTests
{
    private static readonly string[] Statuses =
    [
        "", "CC_Chg", "CC_DChg", "CV_Chg", "Rest", "Cycle", "", "CCCV_Chg", "CP_DChg", "CP_Chg", "CR_DChg", "", "", "Pause", "", "", "Pulse", "SIM", "",
        "CV_DChg", "CCCV_DChg", "Control", "OCV", "", "", "", "CPCV_DChg", "CPCV_Chg",
    ];

    [Theory]
    [InlineData("neware/new_nda_file.nda", "Neware .nda 29", 439)]
    [InlineData("neware/issue72.nda", "Neware .nda 130, BTS 9.1", 6670)]
    [InlineData("neware/filetype14.ndax", "Neware .ndax, ndc 14", 67)]
    [InlineData("neware/ndc17.ndax", "Neware .ndax, ndc 17", 80)]
    [InlineData("neware/unit27.ndax", "Neware .ndax, ndc 14", 301)]
    [InlineData("neware/zzzz.ndax", "Neware .ndax, ndc 16", 301)]
    [InlineData("biologic/MB-0.mpr", "BioLogic .mpr, data module 11", 2)]
    [InlineData("biologic/PEIS-0.mpr", "BioLogic .mpr, data module 3", 60)]
    public void Files_read_in_full_and_agree_with_established_readers(string name, string format, int rows)
    {
        string path = Samples.Path(name);
        using (RecordReader reader = InstrumentFile.Open(path)) reader.Format.ShouldBe(format);
        Recording recording = InstrumentFile.Load(path);
        recording.Count.ShouldBe(rows);

        string[] lines = File.ReadAllLines(path + ".expected.csv");
        string[] header = lines[0].Split(',');
        int compared = 0;
        for (int line = 1; line < lines.Length; line++)
        {
            string[] fields = lines[line].Split(',');
            int row = header[0] == "Index" ? RowOf(recording, fields[0]) : line - 1;
            for (int c = 0; c < header.Length; c++)
            {
                if (fields[c].Length == 0) continue;
                (double read, double expected) = Pair(recording, header, c, fields[c], row);
                double digits = IsIntegrated(name, header[c]) ? 1e-4 : 3e-7;
                read.ShouldBe(expected, digits * Math.Abs(expected) + 1e-12, $"{name}, row {row + 1}, {header[c]}");
                compared++;
            }
        }
        compared.ShouldBeGreaterThan(5 * (lines.Length - 1) / 2);
    }

    [Fact]
    public void A_row_without_a_time_of_its_own_is_told()
    {
        InstrumentFile.Load(Samples.Path("neware/unit27.ndax")).Notes.ShouldContain(note => note.Contains("interpolated"));
        InstrumentFile.Load(Samples.Path("neware/ndc17.ndax")).Notes.ShouldContain(note => note.Contains("interpolated"));
        InstrumentFile.Load(Samples.Path("neware/issue72.nda")).Notes.ShouldBeEmpty();
    }

    [Fact]
    public void The_beginning_of_a_BioLogic_acquisition_is_told() =>
        InstrumentFile.Load(Samples.Path("biologic/PEIS-0.mpr")).Notes.ShouldHaveSingleItem().ShouldContain("2024-10-31 at 12:39:27");

    // This file stores charge and energy of a few rows; both readers integrate the others, NewareNDA by the left rule, one row late.
    private static bool IsIntegrated(string name, string column) => name.EndsWith("ndc17.ndax", StringComparison.Ordinal) && (column.Contains("Capacity") || column.Contains("Energy"));

    [Fact]
    public void Integrated_charge_meets_the_next_stored_one_better_than_that_of_the_other_reader()
    {
        Recording recording = InstrumentFile.Load(Samples.Path("neware/ndc17.ndax"));
        ReadOnlySpan<double> charge = recording[RecordColumns.StepChargingCapacity], current = recording[RecordColumns.Current];
        // Row 32 is stored, row 31 integrated; the samples are 1 s apart.
        double stored = charge[31] - 0.5 * (-current[30] - current[31]);
        Math.Abs(charge[30] - stored).ShouldBeLessThan(0.6 * Math.Abs(3.6 * 3.88877106 - stored));
    }

    private static int RowOf(Recording recording, string index)
    {
        int row = recording[RecordColumns.RecordIndex].IndexOf(double.Parse(index, CultureInfo.InvariantCulture));
        row.ShouldBeGreaterThanOrEqualTo(0, $"record {index} is missing");
        return row;
    }

    private static (double Read, double Expected) Pair(Recording recording, string[] header, int column, string field, int row)
    {
        string name = header[column];
        double Read(RecordColumn c) => recording[c][row];
        double number = double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
        return name switch
        {
            "Index" => (Read(RecordColumns.RecordIndex), number),
            "Cycle" => (Read(RecordColumns.CycleCount), number),
            "Step" => (Read(RecordColumns.StepCount), number),
            "Step_Index" => (Read(RecordColumns.StepId), number),
            "Status" => (Read(RecordColumn.Other("Status")), Array.IndexOf(Statuses, field)),
            "Time" => (Read(RecordColumns.StepTime), number),
            "Voltage" => (Read(RecordColumns.Voltage), number),
            "Current(mA)" => (-1000 * Read(RecordColumns.Current), number),
            "Charge_Capacity(mAh)" => (Read(RecordColumns.StepChargingCapacity) / 3.6, number),
            "Discharge_Capacity(mAh)" => (Read(RecordColumns.StepDischargingCapacity) / 3.6, number),
            "Charge_Energy(mWh)" => (Read(RecordColumns.StepChargingEnergy) / 3.6, number),
            "Discharge_Energy(mWh)" => (Read(RecordColumns.StepDischargingEnergy) / 3.6, number),
            "Timestamp" => (Read(RecordColumns.UnixTime) % 1e6, UnixTime(field) % 1e6),
            "T1" => (Read(RecordColumns.Temperature1) - 273.15, number),
            "T2" => (Read(RecordColumns.Temperature2) - 273.15, number),
            "time/s" => (Read(RecordColumns.TestTime), number),
            "Ewe/V" => (Read(RecordColumns.Voltage), number),
            "I/mA" => (-1000 * Read(RecordColumns.Current), number),
            "Ns" => (Read(RecordColumns.StepId), number),
            "freq/Hz" => (Read(RecordColumns.Frequency), number),
            "Re(Z)/Ohm" => (Read(RecordColumns.RealImpedance), number),
            "-Im(Z)/Ohm" => (-Read(RecordColumns.ImaginaryImpedance), number),
            "|Z|/Ohm" => (Read(RecordColumns.AbsoluteImpedance), number),
            "Phase(Z)/deg" => (Read(RecordColumns.Phase) * 180 / Math.PI, number),
            "cycle number" => (Read(RecordColumns.CycleCount), number),
            // One byte there, its bits here; what the sixth bit means is not known.
            "flags" => (Flags(recording, row), (int)number & ~0x40),
            _ => (Read(RecordColumn.Other(name)), number),
        };
    }

    private static double Flags(Recording recording, int row)
    {
        double Bit(string name, int weight) => recording.Find(RecordColumn.Other(name)) is { } values ? weight * values[row] : 0;
        return Bit("mode", 1) + Bit("ox/red", 4) + Bit("error", 8) + Bit("control changes", 16) + Bit("Ns changes", 32) + Bit("counter inc.", 128);
    }

    private static double UnixTime(string text) =>
        (DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) - DateTimeOffset.UnixEpoch).TotalSeconds;
}
