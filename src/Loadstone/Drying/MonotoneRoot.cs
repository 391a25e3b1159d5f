namespace Loadstone.Drying;

/// <summary>The root of a continuous function between two points of opposite sign, by false position with the Illinois rule.</summary>
internal static class MonotoneRoot
{
    private const int MostIterations = 200;

    /// <summary>x with f(x) = 0.</summary>
    /// <param name="f">The function.</param>
    /// <param name="low">One end.</param>
    /// <param name="high">The other end, where f has the other sign.</param>
    /// <param name="tolerance">Accepted error of x.</param>
    /// <exception cref="ArgumentException">f has one sign at both ends.</exception>
    public static double Find(Func<double, double> f, double low, double high, double tolerance)
    {
        double fLow = f(low), fHigh = f(high);
        if (fLow == 0) return low;
        if (fHigh == 0) return high;
        if (fLow > 0 == fHigh > 0) throw new ArgumentException("The function has one sign at both ends.", nameof(f));
        int side = 0;
        for (int i = 0; i < MostIterations && Math.Abs(high - low) > tolerance; i++)
        {
            // Every third step halves the interval, so that a steep end cannot hold the line up.
            double x = i % 3 == 2 ? (low + high) / 2 : (fLow * high - fHigh * low) / (fLow - fHigh);
            double fx = f(x);
            if (fx == 0) return x;
            if (fx > 0 == fHigh > 0)
            {
                (high, fHigh) = (x, fx);
                if (side == 1) fLow /= 2;
                side = 1;
            }
            else
            {
                (low, fLow) = (x, fx);
                if (side == -1) fHigh /= 2;
                side = -1;
            }
        }
        return (low + high) / 2;
    }
}
