using Loadstone.Electrochemistry;

namespace Loadstone.Tests.Electrochemistry;

/// <summary>Straight lines between the rows of a time series.</summary>
internal static class Series
{
    public static double At(TimeSeries series, double time) => At(series.Time, series.Voltage, time);

    public static double At(IReadOnlyList<double> x, IReadOnlyList<double> y, double at)
    {
        int low = 0, high = x.Count - 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (x[middle] <= at) low = middle;
            else high = middle;
        }
        return y[low] + (at - x[low]) / (x[high] - x[low]) * (y[high] - y[low]);
    }
}
