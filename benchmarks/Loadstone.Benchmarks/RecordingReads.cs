using System.Diagnostics;
using System.Globalization;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Benchmarks;

/// <summary>
/// Rows a second of the readers of text, and the memory that a long file takes: <c>-- readers [MEGABYTES]</c> writes files of
/// eight columns in the layouts of the Battery Data Format and of BioLogic and reads each on one core.
/// </summary>
internal static class RecordingReads
{
    private const int Repeats = 3;
    private const double Megabyte = 1 << 20;

    /// <summary>Writes, reads and prints.</summary>
    public static int Run(string[] arguments)
    {
        int size = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 256;
        string path = Path.Combine(Path.GetTempPath(), $"loadstone-readers-{Environment.ProcessId}.csv");
        try
        {
            Measure("Battery Data Format", path, size, "Test Time / s,Voltage / V,Current / A,Cycle Count / 1,Step ID,Step Time / s,Net Capacity / Ah,Temperature T1 / degC", BatteryData);
            Measure("BioLogic .mpt", path, size, "mode\tNs\ttime/s\tEwe/V\tI/mA\t(Q-Qo)/mA.h\tcycle number\tTemperature/°C", BioLogic);
        }
        finally
        {
            File.Delete(path);
        }
        return 0;
    }

    private static void Measure(string name, string path, int megabytes, string header, Func<int, string> row)
    {
        using (var writer = new StreamWriter(path))
        {
            writer.WriteLine(header);
            for (int i = 0; writer.BaseStream.Position < megabytes * Megabyte; i++) writer.WriteLine(row(i));
        }
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            using Process process = Process.GetCurrentProcess();
            TimeSpan before = process.TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            long rows = 0;
            using (RecordReader reader = InstrumentFile.Open(path))
            {
                RecordBatch batch = reader.NewBatch();
                while (reader.Read(batch)) rows += batch.Count;
            }
            process.Refresh();
            double busy = (process.TotalProcessorTime - before).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: {new FileInfo(path).Length / Megabyte:f0} MB, {rows} rows, {rows / watch.Elapsed.TotalSeconds / 1e6:f2} million rows/s, {rows / busy / 1e6:f2} million for each second of processor time, peak memory of the process {process.PeakWorkingSet64 / Megabyte:f0} MB"));
        }
    }

    private static string BatteryData(int i) => string.Create(CultureInfo.InvariantCulture, $"{0.1 * i:f1},{3.2 + 1e-4 * (i % 9999):f4},{0.5 - i % 2:f5},{i / 20000},{i / 5000},{0.1 * (i % 5000):f1},{1e-5 * (i % 7777):f6},{25 + 0.01 * (i % 99):f2}");

    private static string BioLogic(int i) => string.Create(CultureInfo.InvariantCulture, $"1\t{i / 5000}\t{0.1 * i:0.000000000000000E+000}\t{3.2 + 1e-4 * (i % 9999):0.0000000E+000}\t{0.5 - i % 2:0.0000000E+000}\t{1e-5 * (i % 7777):0.000000000000000E+000}\t{i / 20000}\t{25 + 0.01 * (i % 99):0.0000000E+000}");
}
