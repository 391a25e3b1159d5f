using System.Diagnostics;
using System.Globalization;
using Loadstone.Laboratory.Recordings;
using Loadstone.Tests.Laboratory.Recordings.Binary;

namespace Loadstone.Benchmarks;

/// <summary>Rows a second of the readers of binary files on one core, and the memory that a long file takes: <c>-- readers-binary [MILLION ROWS]</c>.</summary>
internal static class BinaryReads
{
    private const int Repeats = 3;
    private const double Megabyte = 1 << 20;

    /// <summary>Writes, reads and prints.</summary>
    public static int Run(string[] arguments)
    {
        int rows = (int)(1e6 * (arguments.Length > 0 ? double.Parse(arguments[0], CultureInfo.InvariantCulture) : 6));
        string path = Path.Combine(Path.GetTempPath(), $"loadstone-readers-{Environment.ProcessId}.bin");
        try
        {
            Measure("BioLogic .mpr", path, stream => MprWriter.Write(stream, rows, 11));
            Measure("Neware .nda 29", path, stream => NdaWriter.Write29(stream, rows));
            Measure("Neware .nda 29, thermometer", path, stream => NdaWriter.Write29(stream, rows, hasThermometer: true));
            Measure("Neware .nda 130, BTS 9.1", path, stream => NdaWriter.Write91(stream, rows));
            Measure("Neware .ndax, ndc 5, packed", path, stream => NdaxWriter.Write(stream, rows, 5));
            Measure("Neware .ndax, ndc 14, packed", path, stream => NdaxWriter.Write(stream, rows, 14));
            Measure("Neware .ndax, ndc 17, packed", path, stream => NdaxWriter.Write(stream, rows, 17));
            Measure("Neware .ndax, ndc 17, times of each 10th row", path, stream => NdaxWriter.Write(stream, rows, 17, every: 10));
        }
        finally
        {
            File.Delete(path);
        }
        return 0;
    }

    private static void Measure(string name, string path, Action<Stream> write)
    {
        using (var stream = new BufferedStream(File.Create(path), 1 << 20)) write(stream);
        double best = double.PositiveInfinity;
        long rows = 0;
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            var watch = Stopwatch.StartNew();
            rows = 0;
            using (RecordReader reader = InstrumentFile.Open(path))
            {
                RecordBatch batch = reader.NewBatch();
                while (reader.Read(batch)) rows += batch.Count;
            }
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {new FileInfo(path).Length / Megabyte:f0} MB, {rows} rows, {rows / best / 1e6:f2} million rows/s, peak memory of the process {process.PeakWorkingSet64 / Megabyte:f0} MB"));
    }
}
