using System.Globalization;
using Loadstone.Electrochemistry;

namespace Loadstone.Tests.Electrochemistry;

/// <summary>A reference time series in tests/data/dfn: time, current, voltage, charge.</summary>
internal sealed record ReferenceCurve(double[] Time, double[] Current, double[] Voltage, double[] Charge)
{
    public double EndTime => Time[^1];

    public double Capacity => Charge[^1];

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "data", "dfn", name);

    public static double[][] Rows(string name) =>
        [.. File.ReadLines(PathOf(name)).Skip(1).Select(line => line.Split(',')
            .Select(cell => double.TryParse(cell, CultureInfo.InvariantCulture, out double value) ? value : double.NaN).ToArray())];

    public static ReferenceCurve Read(string name)
    {
        double[][] rows = Rows(name);
        return new([.. rows.Select(r => r[0])], [.. rows.Select(r => r[1])], [.. rows.Select(r => r[2])], [.. rows.Select(r => r[3])]);
    }

    /// <summary>Root mean square and largest voltage difference [V] at the reference's own times between two bounds.</summary>
    public (double Rms, double Largest) Compare(TimeSeries series, double from, double to)
    {
        double sum = 0, largest = 0;
        int count = 0;
        for (int i = 0; i < Time.Length; i++)
        {
            if (Time[i] < from || Time[i] > to) continue;
            double difference = Math.Abs(Series.At(series, Time[i]) - Voltage[i]);
            sum += difference * difference;
            largest = Math.Max(largest, difference);
            count++;
        }
        return (Math.Sqrt(sum / count), largest);
    }
}
