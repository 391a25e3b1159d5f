using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>Where a tensile curve is straight.</summary>
/// <param name="First">First index.</param>
/// <param name="Last">Last index.</param>
/// <param name="EndError">Standard error of the slope that comes of not knowing the ends [Pa].</param>
internal readonly record struct ElasticStretch(int First, int Last, double EndError);

/// <summary>The steepest straight stretch of a tensile curve.</summary>
internal static class ElasticRegion
{
    private const int Levels = 40, FewestPoints = 8;
    private const double LatestStart = 0.25, SteepErrors = 8, LooseBend = 3, StrictBend = 2, Fewer = 3, Straight = 0.005, Alike = 0.0005, Trim = 0.03;

    /// <summary>
    /// The stretch, and the error of its slope that comes of not knowing where it ends; null where none is straight. Of all stretches that begin in
    /// the first quarter of the strain and that no parabola fits better, the steepest one is the one whose slope less eight errors is greatest: a
    /// lesser multiple would prefer short ones that are steep by chance. The one taken is the longest that is as steep within three errors, less 3 % at
    /// each end, since a knee is noticed only once some of it is inside.
    /// </summary>
    /// <param name="strain">Strains, rising.</param>
    /// <param name="stress">Stresses, as many.</param>
    /// <param name="end">Last index that counts.</param>
    /// <param name="noise">Standard deviation of a single stress.</param>
    internal static ElasticStretch? Find(IReadOnlyList<double> strain, IReadOnlyList<double> stress, int end, double noise)
    {
        // Ends at even steps of stress and of strain, since a stretch that is short in strain may be most of the rise, and near the start.
        double top = 0, span = strain[end] - strain[0];
        for (int i = 0; i <= end; i++) top = Math.Max(top, stress[i]);
        SortedSet<int> ends = [0, end];
        for (int i = FewestPoints; i < end; i *= 2) ends.Add(i);
        for (int k = 1; k <= Levels; k++)
        {
            double level = top * k / Levels, place = strain[0] + span * k / Levels;
            int crossing = 0, passing = 0;
            while (crossing < end && stress[crossing] < level) crossing++;
            while (passing < end && strain[passing] < place) passing++;
            ends.Add(crossing);
            ends.Add(passing);
        }
        int[] candidates = [.. ends];
        var sums = new Moments(strain, stress, end + 1, noise);
        List<Stretch> all = [.. from first in candidates.TakeWhile(i => strain[i] <= strain[0] + LatestStart * span)
                                from last in candidates
                                where last - first + 1 >= FewestPoints
                                let fit = sums.Fit(first, last + 1)
                                where fit is { } known && (known.Bend < Straight || known.BendErrors < LooseBend)
                                select fit.Value];
        if (all.Count == 0) return null;
        Stretch steepest = all.MaxBy(s => s.Slope - SteepErrors * s.Error);
        double least = steepest.Slope * (1 - Alike) - Fewer * steepest.Error;
        Stretch[] alike = [.. all.Where(s => s.Slope >= least && (s.Bend < Straight || s.BendErrors < StrictBend) && s.IsNoise)];
        Stretch found = alike.Length == 0 ? steepest : alike.MinBy(s => s.Reach);
        int trim = (int)Math.Round(Trim * (found.Last - found.First));
        (int from, int to) = found.Last - found.First - 2 * trim >= FewestPoints ? (found.First + trim, found.Last - trim) : (found.First, found.Last);
        return steepest.Slope > 0 ? new ElasticStretch(from, to, Math.Abs(Line(strain, stress, from, to).Slope.Value - found.Slope)) : null;
    }

    /// <param name="First">First index.</param>
    /// <param name="Last">Last index.</param>
    /// <param name="Slope">Slope of the line.</param>
    /// <param name="Error">Its error, from the noise or the scatter about the line if that is greater.</param>
    /// <param name="Reach">Error that the noise alone would leave, up to a factor: the longer, the smaller.</param>
    /// <param name="Bend">What a parabola adds over the rise.</param>
    /// <param name="BendErrors">The same over its error.</param>
    /// <param name="IsNoise">Whether the scatter about the line is no more than noise.</param>
    private readonly record struct Stretch(int First, int Last, double Slope, double Error, double Reach, double Bend, double BendErrors, bool IsNoise);

    // Running sums of powers: each stretch is fitted at no cost in its length.
    private sealed class Moments
    {
        private readonly double[][] _x = new double[5][], _xy = new double[3][];
        private readonly double[] _yy;
        private readonly double _scale, _height, _middle, _noise;

        public Moments(IReadOnlyList<double> x, IReadOnlyList<double> y, int count, double noise)
        {
            (_middle, _scale) = ((x[0] + x[count - 1]) / 2, Math.Max(Math.Abs(x[count - 1] - x[0]), double.Epsilon));
            for (int i = 0; i < count; i++) _height = Math.Max(_height, Math.Abs(y[i]));
            _noise = noise / _height;
            for (int p = 0; p < 5; p++) _x[p] = new double[count + 1];
            for (int p = 0; p < 3; p++) _xy[p] = new double[count + 1];
            _yy = new double[count + 1];
            for (int i = 0; i < count; i++)
            {
                double u = (x[i] - _middle) / _scale, v = y[i] / _height, power = 1;
                for (int p = 0; p < 5; p++, power *= u)
                {
                    _x[p][i + 1] = _x[p][i] + power;
                    if (p < 3) _xy[p][i + 1] = _xy[p][i] + power * v;
                }
                _yy[i + 1] = _yy[i] + v * v;
            }
        }

        public Stretch? Fit(int from, int to)
        {
            double n = to - from, x1 = X(1) / n, y1 = XY(0) / n;
            // Central sums of the stretch.
            double sxx = X(2) - n * x1 * x1, sxy = XY(1) - n * x1 * y1, syy = _yy[to] - _yy[from] - n * y1 * y1;
            if (!(sxx > 1e-14)) return null;
            double slope = sxy / sxx, rest = Math.Max(0, syy - slope * sxy), known = _noise * _noise, scatter = rest / (n - 2), scale = _height / _scale;
            // The parabola beyond the line: q = u² − a − b u, orthogonal to both.
            double s12 = X(3) - x1 * X(2), b = s12 / sxx, qq = X(4) - X(2) * X(2) / n - b * s12, qy = XY(2) - X(2) * y1 - b * sxy;
            double length = Math.Sqrt(12 * sxx / n), rise = Math.Abs(slope) * length, curve = qq > 1e-18 ? qy / qq : 0;
            double left = Math.Max(Math.Max(known, (rest - curve * qy) / (n - 3)), 1e-24);
            bool isNoise = scatter <= known * (1 + 2 * Math.Sqrt(2 / (n - 2))) || Math.Sqrt(scatter) < Straight * rise;
            return new Stretch(from, to - 1, slope * scale, Math.Sqrt(Math.Max(known, scatter) / sxx) * scale, 1 / Math.Sqrt(sxx),
                rise > 0 ? Math.Abs(curve) * length * length / 4 / rise : 0, Math.Abs(curve) * Math.Sqrt(Math.Max(qq, 0) / left), isNoise);

            double X(int p) => _x[p][to] - _x[p][from];
            double XY(int p) => _xy[p][to] - _xy[p][from];
        }
    }

    /// <summary>The line through a stretch.</summary>
    internal static StraightLine Line(IReadOnlyList<double> strain, IReadOnlyList<double> stress, int first, int last) =>
        StraightLine.Fit([.. strain.Skip(first).Take(last - first + 1)], [.. stress.Skip(first).Take(last - first + 1)]);
}
