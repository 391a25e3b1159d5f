using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Loadstone.Tests.Laboratory.Recordings;

/// <summary>
/// Files as the programs of instruments lay them out, written from one closed-form recording: charge at 1 A and discharge at 1 A,
/// ten seconds between rows, voltage 3 V + t/1000. They are seeds of the mutations and examples with known content.
/// </summary>
internal static class SyntheticFiles
{
    /// <summary>Rows of each file.</summary>
    public const int Rows = 24;

    /// <summary>Seconds between rows.</summary>
    public const double Interval = 10;

    private const int Half = Rows / 2;
    private static readonly DateTime Start = new(2025, 3, 17, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>Name of the format as recognised, and the content.</summary>
    public static IReadOnlyList<(string Format, byte[] Content)> All { get; } =
    [
        ("Battery Data Format", Text(["Test Time / s,Voltage / V,Current / A,Unix Time / s,Cycle Count / 1"], i => $"{Time(i)},{Voltage(i)},{Charging(i)},{Unix(i)},1")),
        ("Battery Data Format", Text(["test_time_second,voltage_volt,current_ampere"], i => $"{Time(i)},{Voltage(i)},{Charging(i)}")),
        ("Neware CSV, layered", Layered()),
        ("Neware CSV", Text(["DataPoint,Cycle Index,Step Index,Step Type,Time,Total Time,Current(A),Voltage(V),Capacity(Ah),Chg. Cap.(Ah),DChg. Cap.(Ah),Date"],
            i => $"{i + 1},1,{Step(i)},{(i < Half ? "CC Chg" : "CC DChg")},{Clock(StepTime(i))},{Clock(Interval * i)},{Charging(i)},{Voltage(i)},{Passed(i)},{(i < Half ? Passed(i) : "0")},{(i < Half ? "0" : Passed(i))},{Start.AddSeconds(Interval * i):yyyy-MM-dd HH:mm:ss}")),
        ("Neware CSV", Text(["总时间\t电压(V)\t电流(mA)\t循环号\t工步号"], i => $"{Clock(Interval * i)}\t{Voltage(i)}\t{Number(i < Half ? 1000 : -1000)}\t1\t{Step(i)}")),
        ("Arbin CSV", Text(["Data_Point,Test_Time(s),Date_Time,Step_Time(s),Step_Index,Cycle_Index,Current(A),Voltage(V),Charge_Capacity(Ah),Discharge_Capacity(Ah)"],
            i => $"{i + 1},{Time(i)},{Start.AddSeconds(Interval * i):MM/dd/yyyy HH:mm:ss.fff},{Number(StepTime(i))},{Step(i)},1,{Charging(i)},{Voltage(i)},{(i < Half ? Passed(i) : "0.03")},{(i < Half ? "0" : Passed(i))}")),
        ("Maccor", Text(["Today's Date ,17-Mar-25", "Date of Test:,17-Mar-25 9:00:00 AM", "Rec,Cycle C,Step,Test Time (sec),Step Time (sec),Capacity,Energy,Current,Voltage,Md,DPT Time"],
            i => $"{i + 1},1,{Step(i)},{Time(i)},{Number(StepTime(i))},{Passed(i)},0,1,{Voltage(i)},{(i < Half ? "C" : "D")},{Start.AddSeconds(Interval * i).ToString("dd-MMM-yy h:mm:ss tt", CultureInfo.InvariantCulture)}")),
        ("Maccor", Text(["Rec#\tCyc#\tStep\tTest (Sec)\tStep (Sec)\tAmp-hr\tAmps\tVolts\tState\tDPt-Time"],
            i => $"{i + 1}\t1\t{Step(i)}\t{Comma(Time(i))}\t{Comma(Number(StepTime(i)))}\t{Comma(Passed(i))}\t1,0\t{Comma(Voltage(i))}\t{(i < Half ? "C" : "D")}\t{Start.AddSeconds(Interval * i):dd.MM.yyyy HH:mm:ss}")),
        ("LAND", Text(["cell id: ,,", "channel_index,cycle_index,step_index,test_time_s,step_time_s,current_A,voltage_V,discharge_capacity_Ah,charge_capacity_Ah,step_name"],
            i => $"{i + 1},1,{Step(i)},{Time(i)},{Number(StepTime(i))},{Charging(i)},{Voltage(i)},{(i < Half ? "0" : Passed(i))},{(i < Half ? Passed(i) : "0.03")},{(i < Half ? "charge CC" : "discharge CC")},")),
        ("LAND", Text(["Record\tCycle-Index\tStep-Index\tTestTime/Sec\tStepTime/Sec\tCurrent/mA\tCapacity/mAh\tVoltage/V"],
            i => $"{i + 1}\t1\t{Step(i)}\t{Time(i)}\t{Number(StepTime(i))}\t{Number(i < Half ? 1000 : -1000)}\t{Passed(i)}\t{Voltage(i)}")),
        ("Basytec", Text(["~Resultfile from Basytec Battery Test System", "~Start of Test: 17.03.2025 09:00:00", "~", "~Time[h]\tDataSet\tLine\tCommand\tU[V]\tI[A]\tAh[Ah]\tT1[°C]"],
            i => $"{Number(Interval * i / 3600)}\t{i + 1}\t{Step(i)}\t{(i < Half ? "Charge" : "Discharge")}\t{Voltage(i)}\t{Charging(i)}\t0\t25", Encoding.Latin1)),
        ("Novonix", Text(["[Summary]", "Novonix UHPC data file", "[End Summary]", "[Data]", "Date and Time,Cycle Number,Step Type,Run Time (h),Step Time (h),Current (A),Potential (V),Capacity (Ah),Temperature (°C)"],
            i => $"{Start.AddSeconds(Interval * i):yyyy-MM-dd HH:mm:ss},1,7,{Number(Interval * i / 3600)},{Number(StepTime(i) / 3600)},{Charging(i)},{Voltage(i)},0,25")),
        ("Digatron", Text(["Step,Status,Prog Time,Step Time,Cycle,Current#mA,Voltage#V,AhAccu#Ah,T1#C"],
            i => $"{Step(i)},{(i < Half ? "CHA" : "DCH")},{Clock(Interval * i)},{Clock(StepTime(i))},1,1000,{Voltage(i)},0,25")),
        ("WonATech", Text(["Index,Cycle No,Step No,Total Time(s),Cell Voltage(V),Current(mA)"], i => $"{i + 1},1,{Step(i)},{Time(i)},{Voltage(i)},{Number(i < Half ? 1000 : -1000)}")),
        ("WonATech", Text(["일반 데이터 보고서", "  * 데이터 개수 : 24", "", "Index\tTest_Time(s)\tCycle_No.\tCycle_Time(s)\tStep_No.\tStep_Time(s)\tCurrent(A)\tVoltage(V)\tIR(ohm)\tTemp.('C)\tAcc.Q(Ah)\t|Q|(Ah)\tRange"],
            i => $"{i + 1}\t0:00:{Clock(Interval * i)[3..]}.000\t1\t0:00:{Clock(Interval * i)[3..]}.000\t{Step(i)}\t0:00:{Clock(StepTime(i))[3..]}.000\t{Charging(i)}\t{Voltage(i)}\t0.02\t25\t0\t{Passed(i)}\t1A")),
        ("BioLogic .mpt", Text(["EC-Lab ASCII FILE", "Nb header lines : 5", "Acquisition started on : 03/17/2025 09:00:00", "", "mode\tNs\ttime/s\tEwe/V\tI/mA\t(Q-Qo)/mA.h\tcycle number\tTemperature/°C\t"],
            i => $"1\t{Step(i)}\t{(Interval * i).ToString("0.000000000000000E+000", CultureInfo.InvariantCulture)}\t{Voltage(i)}\t{Number(i < Half ? 1000 : -1000)}\t0\t1\t25", Encoding.Latin1)),
        ("delimited text", Text(["t (s);E (V);I (mA)"], i => $"{Comma(Time(i))};{Comma(Voltage(i))};{(i < Half ? "1000,0" : "-1000,0")}", Encoding.Unicode)),
        ("workbook", Workbook()),
        ("Gamry .DTA", Spectrum(["EXPLAIN", "TAG\tEISPOT", "ZCURVE\tTABLE", "\tPt\tTime\tFreq\tZreal\tZimag\tZmod\tIdc\tVdc", "\t#\ts\tHz\tohm\tohm\tohm\tA\tV"], i => $"\t{i}\t{i}\t{Frequency(i)}\t{Real(i)}\t{Imaginary(i)}\t2\t0\t3.5")),
        ("ZPlot .z", Spectrum(["ZPLOT2 ASCII", "  Begin Experiment:  0", "  Freq(Hz)\tAmpl\tBias\tTime(Sec)\tZ'(a)\tZ''(b)\tGD\tErr\tRange", "End Comments"], i => $"{Frequency(i)}\t0.01\t0\t{i}\t{Real(i)}\t{Imaginary(i)}\t0\t0\t4")),
        ("Autolab", Spectrum(["\"Z60W Data File: Version 1.1\"", "0,2,0,1,0.1,10000", "\"  Freq (Hz)    Ampl     Bias   Time(Sec)   Z'(a)    Z''(b)    GD   Err   Range\""], i => $"{Frequency(i)},0,0,0,{Real(i)},{Imaginary(i)},0,0,0")),
        ("CH Instruments", Spectrum(["A.C. Impedance", "Instrument Model:  CHI660E", "", "Freq/Hz, Z'/ohm, Z\"/ohm, Z/ohm, Phase/deg", ""], i => $"{Frequency(i)}, {Real(i)}, {Imaginary(i)}, 2, -45")),
        ("VersaStudio .par", Spectrum(["<Application>", "Name=VersaStudio", "</Application>", "<Segment1>", "Definition=Segment #, Point #, E(V), I(A), Elapsed Time(s), Frequency(Hz), Z Real, Z Imag, 0"], i => $"0,{i},3.5,0,{i},{Frequency(i)},{Real(i)},{Imaginary(i)}", "</Segment1>")),
        ("BioLogic .mpt", Spectrum(["freq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\ttime/s"], i => $"{Frequency(i)}\t{Real(i)}\t{Imaginary(i)[1..]}\t{i}")),
        ("three columns of an impedance", Spectrum([], i => $"{Frequency(i)},{Real(i)},{Imaginary(i)}")),
    ];

    /// <summary>Voltage of a row [V].</summary>
    public static double VoltageOf(int row) => 3 + Interval * row / 1000;

    /// <summary>Frequency of a point [Hz].</summary>
    public static double FrequencyOf(int row) => 10000.0 / (row + 1);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Comma(string number) => number.Replace('.', ',');

    private static string Time(int i) => Number(Interval * i);

    private static string Unix(int i) => Number((Start - DateTime.UnixEpoch).TotalSeconds + Interval * i);

    private static string Voltage(int i) => Number(VoltageOf(i));

    private static string Charging(int i) => i < Half ? "1" : "-1";

    private static int Step(int i) => i < Half ? 1 : 2;

    private static double StepTime(int i) => Interval * (i % Half);

    private static string Passed(int i) => Number(StepTime(i) / 3600);

    private static string Clock(double seconds) => TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);

    private static string Frequency(int i) => Number(FrequencyOf(i));

    private static string Real(int i) => Number(1 + 0.1 * i);

    private static string Imaginary(int i) => Number(-0.5 - 0.05 * i);

    private static byte[] Text(string[] head, Func<int, string> row, Encoding? encoding = null)
    {
        string text = string.Concat(head.Concat(Enumerable.Range(0, Rows).Select(row)).Select(line => line + "\r\n"));
        Encoding used = encoding ?? new UTF8Encoding(false);
        return [.. used.GetPreamble(), .. used.GetBytes(text)];
    }

    private static byte[] Spectrum(string[] head, Func<int, string> row, string? end = null) =>
        Encoding.UTF8.GetBytes(string.Concat(head.Concat(Enumerable.Range(0, Rows).Select(row)).Concat(end is null ? [] : [end]).Select(line => line + "\n")));

    private static byte[] Layered()
    {
        var text = new StringBuilder("Cycle Index,Chg. Cap.(Ah),DChg. Cap.(Ah)\n,Step Index,Step Number,Step Type,Step Time\n,,DataPoint,Time,Total Time,Current(A),Voltage(V),Capacity(Ah)\n");
        for (int i = 0; i < Rows; i++)
        {
            if (i == 0) text.Append("1,0.03,0.03,1,1,CC Chg,00:02:00\n");
            if (i == Half) text.Append(",2,2,CC DChg,00:02:00\n");
            text.Append(CultureInfo.InvariantCulture, $",,{i + 1},{Clock(StepTime(i))},{Clock(Interval * i)},1,{Voltage(i)},{Passed(i)}\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Workbook()
    {
        string[] headers = ["DataPoint", "Step Type", "Total Time", "Current(mA)", "Voltage(V)"];
        var rows = new StringBuilder();
        rows.Append("<row>").AppendJoin("", headers.Select(Words)).Append("</row>");
        for (int i = 0; i < Rows; i++)
            rows.Append(CultureInfo.InvariantCulture, $"<row><c><v>{i + 1}</v></c>{Words(i < Half ? "CC Chg" : "CC DChg")}{Words(Clock(Interval * i))}<c><v>1000</v></c><c><v>{Voltage(i)}</v></c></row>");
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", package = "http://schemas.openxmlformats.org/package/2006";
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Entry(archive, "[Content_Types].xml", $"<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
            Entry(archive, "_rels/.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Entry(archive, "xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"record\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Entry(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Entry(archive, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>");
        }
        return stream.ToArray();
        static string Words(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";
        static void Entry(ZipArchive archive, string name, string content)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.NoCompression).Open());
            writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content);
        }
    }
}
