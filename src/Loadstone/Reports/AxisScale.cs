namespace Loadstone.Reports;

/// <summary>The range that an axis shows, and where in it a value lies.</summary>
internal readonly record struct AxisScale
{
    /// <summary>Values beyond this are not drawn: differences and products of two of them would overflow.</summary>
    internal const double Largest = 1e100;

    /// <summary>Smaller values are not drawn on a logarithmic axis.</summary>
    internal const double SmallestPositive = 1e-100;

    private const double Margin = 0.04;

    private AxisScale(double low, double high, bool logarithmic)
    {
        Low = logarithmic ? Math.Pow(10, low) : low;
        High = logarithmic ? Math.Pow(10, high) : high;
        Logarithmic = logarithmic;
        (_low, _span) = (low, high - low);
    }

    private readonly double _low;
    private readonly double _span;

    /// <summary>Lower end, in the axis' unit.</summary>
    internal double Low { get; }

    /// <summary>Upper end, in the axis' unit.</summary>
    internal double High { get; }

    internal bool Logarithmic { get; }

    /// <summary>0 at the lower and 1 at the upper end; NaN for what cannot be drawn.</summary>
    internal double Fraction(double value) =>
        Drawable(value, Logarithmic) ? ((Logarithmic ? Math.Log10(value) : value) - _low) / _span : double.NaN;

    internal static bool Drawable(double value, bool logarithmic) =>
        Math.Abs(value) <= Largest && (!logarithmic || value >= SmallestPositive);

    /// <summary>The range of an axis: its own ends where it has them, else those of the points that both axes can draw, with a small margin.</summary>
    internal static (AxisScale X, AxisScale Y) Of(Plot plot)
    {
        var (xLow, xHigh, yLow, yHigh) = (double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity);
        foreach (Series series in plot.Series)
        {
            for (int i = 0; i < series.X.Count; i++)
            {
                double x = series.X[i], y = series.Y[i];
                if (!Drawable(x, plot.X.Logarithmic) || !Drawable(y, plot.Y.Logarithmic)) continue;
                (xLow, xHigh) = (Math.Min(xLow, x), Math.Max(xHigh, x));

                // Where x is cut off, the ordinates of unseen points must not stretch the other axis.
                if (x < plot.X.Min || x > plot.X.Max) continue;
                (double low, double high) = series.Bar(i);
                (yLow, yHigh) = (Math.Min(yLow, Drawable(low, plot.Y.Logarithmic) ? low : y), Math.Max(yHigh, Drawable(high, plot.Y.Logarithmic) ? high : y));
            }
        }

        return (Of(plot.X, xLow, xHigh), Of(plot.Y, yLow, yHigh));
    }

    /// <summary>The range of one axis over data from <paramref name="dataLow"/> to <paramref name="dataHigh"/>; low above high means no data.</summary>
    internal static AxisScale Of(Axis axis, double dataLow, double dataHigh)
    {
        bool log = axis.Logarithmic;
        double? fixedLow = log && axis.Min is { } min ? Math.Log10(min) : axis.Min;
        double? fixedHigh = log && axis.Max is { } max ? Math.Log10(max) : axis.Max;
        if (dataLow > dataHigh) (dataLow, dataHigh) = log ? (1, 10) : (0, 1);
        double low = fixedLow ?? (log ? Math.Log10(dataLow) : dataLow);
        double high = fixedHigh ?? (log ? Math.Log10(dataHigh) : dataHigh);

        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (!(high - low > 1e-9 * size && high - low > SmallestPositive))
        {
            // One value alone, all data beyond a fixed end, or ends that a double can hardly tell apart.
            double half = log ? 0.5 : size > SmallestPositive ? 0.1 * size : 1;
            return (fixedLow, fixedHigh) switch
            {
                ({ } end, null) => new(end, end + 2 * half, log),
                (null, { } end) => new(end - 2 * half, end, log),
                _ => new(low - half, high + half, log),
            };
        }

        double margin = Margin * (high - low);
        double from = fixedLow ?? low - margin, to = fixedHigh ?? high + margin;

        // Data that never change sign do not get an axis that does.
        if (!log && fixedLow is null && low >= 0) from = Math.Max(from, 0);
        if (!log && fixedHigh is null && high <= 0) to = Math.Min(to, 0);
        return new(from, to, log);
    }
}
