namespace Loadstone.Laboratory.Mechanics;

/// <summary>Where a blade that goes down at an even slope begins to follow a level.</summary>
internal static class Descent
{
    private const double LeastLevel = 0.05, Better = 0.5;

    /// <summary>First index of the level part, or the number of points where there is none: a line and then a level of least squares.</summary>
    internal static int End(IReadOnlyList<double> way, IReadOnlyList<double> depth)
    {
        int n = depth.Count, best = n;
        var sums = new Sums(way, depth);
        double line = sums.AboutLine(0, n), least = Better * line;
        double floor = 1e-12 * sums.AboutLevel(0, n);
        if (line <= floor) return n;
        for (int k = 3; k <= n - Math.Max(3, (int)(LeastLevel * n)); k++)
        {
            double rest = sums.AboutLine(0, k) + sums.AboutLevel(k, n);
            if (rest < least) (least, best) = (rest, k);
        }
        return best;
    }

    // Running sums about the middle, so that each part costs nothing and loses no digits.
    private sealed class Sums
    {
        private readonly double[] _x, _y, _xx, _xy, _yy;

        public Sums(IReadOnlyList<double> x, IReadOnlyList<double> y)
        {
            int n = x.Count;
            (_x, _y, _xx, _xy, _yy) = (new double[n + 1], new double[n + 1], new double[n + 1], new double[n + 1], new double[n + 1]);
            double scale = Math.Max(x.Max() - x.Min(), double.Epsilon), middle = (x.Max() + x.Min()) / 2, height = y.Average(), tall = Math.Max(y.Max() - y.Min(), double.Epsilon);
            for (int i = 0; i < n; i++)
            {
                double u = (x[i] - middle) / scale, v = (y[i] - height) / tall;
                _x[i + 1] = _x[i] + u;
                _y[i + 1] = _y[i] + v;
                _xx[i + 1] = _xx[i] + u * u;
                _xy[i + 1] = _xy[i] + u * v;
                _yy[i + 1] = _yy[i] + v * v;
            }
        }

        public double AboutLevel(int from, int to)
        {
            double n = to - from, y = _y[to] - _y[from];
            return Math.Max(0, _yy[to] - _yy[from] - y * y / n);
        }

        public double AboutLine(int from, int to)
        {
            double n = to - from, x = _x[to] - _x[from], y = _y[to] - _y[from];
            double spread = _xx[to] - _xx[from] - x * x / n, product = _xy[to] - _xy[from] - x * y / n;
            return Math.Max(0, AboutLevel(from, to) - (spread > 0 ? product * product / spread : 0));
        }
    }
}
