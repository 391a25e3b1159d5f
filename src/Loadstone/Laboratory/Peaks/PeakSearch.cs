using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Peaks;

/// <summary>Ranges, starts and rounds of the fits of one trace.</summary>
internal sealed class PeakSearch
{
    // Half-width in full widths of the surroundings that are fitted with a peak that was found.
    private const double Surroundings = 2.5, NotableFollowing = 0.5, CriterionGain = 10;
    private const int Rounds = 4, SmoothPoints = 4;

    // Long tails and doublets look wider to wavelets than they are at half of their height; of fits from several widths the best one counts.
    private static readonly double[] WidthStarts = [1, 0.4, 0.16];

    private readonly Trace _trace;
    private readonly PeakSettings _settings;
    private readonly double[] _x, _signal, _upright, _noise;
    private readonly double[]? _below;
    private readonly bool _isCounted;
    private readonly List<string> _warnings;

    internal PeakSearch(Trace trace, PeakSettings settings)
    {
        (_trace, _settings, _warnings) = (trace, settings, [.. trace.Warnings]);
        (_x, _signal) = ([.. trace.Abscissa], [.. trace.Signal]);
        _isCounted = settings.Weights == PointWeights.Counts || (settings.Weights == PointWeights.Automatic && trace.IsCounted);
        int negative = _isCounted ? Array.FindIndex(_signal, v => v < 0) : -1;
        if (negative >= 0)
            throw new InputException(FormattableString.Invariant($"the signal is {_signal[negative]:g6} {trace.Y.Unit} at {_x[negative]:g6} {trace.X.Unit}; counts cannot be negative. A signal whose background was taken off is no longer a count: weigh its points alike."), trace.Y.Name, trace.Source);
        _below = settings.Baseline.Below(trace);
        _upright = [.. _signal.Select((v, i) => (settings.IsDownward ? -1 : 1) * (v - (_below?[i] ?? 0)))];
        double constant = Math.Max(PeakFinder.Noise(_signal), 1e-9 * (_signal.Max() - _signal.Min()));
        _noise = [.. _signal.Select((_, i) => _isCounted ? Math.Sqrt(Math.Max(Near(i), 1)) : constant)];
    }

    internal PeakAnalysis Run()
    {
        List<Sought> sought = _settings.Windows.Count > 0 ? [.. _settings.Windows.Select(FromWindow).OrderBy(s => s.Start)] : Found();
        var groups = new List<PeakGroup>();
        foreach (List<Sought> together in Together(sought))
        {
            if (Fitted(together) is { } group) groups.Add(group);
        }
        if (_settings.Windows.Count == 0) groups = Numbered(groups);
        if (groups.Count == 0)
        {
            throw new InputException(_settings.Windows.Count == 0
                ? FormattableString.Invariant($"no peak of {_trace.Sample} stands above {_settings.LeastSignificance:g3} times its noise.")
                : $"{_trace.Sample} has no peak in any of its windows: {string.Join(' ', _warnings)}", file: _trace.Source);
        }
        return new PeakAnalysis(_trace, _settings, _below, groups, _isCounted, _warnings);
    }

    private sealed record Sought(string Name, double Start, double Width, double Low, double High, int From, int To);

    private double Near(int i)
    {
        int from = Math.Max(0, i - SmoothPoints), to = Math.Min(_signal.Length - 1, i + SmoothPoints);
        return _signal.AsSpan(from, to - from + 1).ToArray().Average();
    }

    private Sought FromWindow(PeakWindow window)
    {
        int from = _trace.IndexOf(window.Low), to = _trace.IndexOf(window.High) - 1;
        if (to - from < 2)
            throw new InputException(FormattableString.Invariant($"the window of {window.Name}, {window.Low:g6} to {window.High:g6} {_trace.X.Unit}, holds {Math.Max(0, to - from + 1)} points of a trace from {_x[0]:g6} to {_x[^1]:g6}; expected three or more."), window.Name, _trace.Source);
        double width = window.High - window.Low, spacing = width / (to - from);
        List<PeakCandidate> inside = PeakFinder.Find(_upright, _noise, from, to, 0);
        (double top, double start) = window.Start is { } known ? known
            : inside.Count > 0 ? (_x[inside[0].Index], Math.Min(inside[0].Width * spacing, width)) : (_x[Top(from, to)], width / 3);
        return new Sought(window.Name, top, start, window.Low, window.High, _trace.IndexOf(window.Low - width), _trace.IndexOf(window.High + width) - 1);
    }

    private int Top(int from, int to)
    {
        int top = from;
        for (int i = from; i <= to; i++)
        {
            if (_upright[i] > _upright[top]) top = i;
        }
        return top;
    }

    private List<Sought> Found()
    {
        (int from, int to) = _settings.Range is { } range ? (_trace.IndexOf(range.Low), _trace.IndexOf(range.High) - 1) : (0, _x.Length - 1);
        return [.. PeakFinder.Find(_upright, _noise, from, to, _settings.LeastSignificance).OrderBy(c => c.Index).Select((c, k) => FromCandidate(c, $"peak {k + 1}"))];
    }

    private Sought FromCandidate(PeakCandidate candidate, string name)
    {
        double width = candidate.Width * _trace.Spacing, at = _x[candidate.Index];
        return new Sought(name, at, width, at - width, at + width, _trace.IndexOf(at - Surroundings * width), _trace.IndexOf(at + Surroundings * width) - 1);
    }

    private IEnumerable<List<Sought>> Together(List<Sought> sought)
    {
        if (sought.Count == 0) yield break;
        if (_settings.Range is { } range)
        {
            (int from, int to) = (_trace.IndexOf(range.Low), _trace.IndexOf(range.High) - 1);
            if (to - from < Trace.FewestPoints)
                throw new InputException(FormattableString.Invariant($"the range {range.Low:g6} to {range.High:g6} {_trace.X.Unit} holds {Math.Max(0, to - from + 1)} points of a trace from {_x[0]:g6} to {_x[^1]:g6}; expected {Trace.FewestPoints} or more."), file: _trace.Source);
            yield return [.. sought.Select(s => s with { From = from, To = to })];
            yield break;
        }
        var group = new List<Sought> { sought[0] };
        int end = sought[0].To;
        foreach (Sought next in sought.Skip(1))
        {
            if (next.From > end)
            {
                yield return group;
                group = [];
            }
            group.Add(next);
            end = Math.Max(end, next.To);
        }
        yield return group;
    }

    // Peaks that the noise could be are left out one by one; where peaks are found, not given, what the residuals show is added while Akaike's criterion falls.
    private PeakGroup? Fitted(List<Sought> sought)
    {
        int from = Math.Max(0, sought.Min(s => s.From)), to = Math.Min(_x.Length - 1, sought.Max(s => s.To));
        PeakGroup? best = Pruned(sought, from, to);
        for (int round = 0; round < Rounds && best is not null && _settings.Windows.Count == 0; round++)
        {
            double[] rest = [.. best.Curve.Select((v, i) => (_settings.IsDownward ? -1 : 1) * (_signal[from + i] - (_below?[from + i] ?? 0) - v))];
            List<PeakCandidate> more = PeakFinder.Find(rest, _noise.AsSpan(from, rest.Length), 0, rest.Length - 1, _settings.LeastSignificance);
            if (more.Count == 0) break;
            PeakCandidate added = more[0] with { Index = more[0].Index + from };
            List<Sought> kept = [.. sought.Where(s => best.Peaks.Any(p => p.Name == s.Name)), FromCandidate(added, $"added {round + 1}")];
            if (Pruned(kept, from, to) is not { } next || next.Peaks.Count <= best.Peaks.Count || next.Fit.Criterion > best.Fit.Criterion - CriterionGain) break;
            (best, sought) = (next, kept);
        }
        if (best is not null && best.Following > NotableFollowing)
        {
            _warnings.Add(FormattableString.Invariant(
                $"the residuals of {string.Join(", ", best.Peaks.Select(p => p.Name))} follow each other (correlation {best.Following:f2}): shape or baseline misses the data, or the noise is slow, and the errors are too small."));
        }
        return best;
    }

    private PeakGroup? Pruned(List<Sought> sought, int from, int to)
    {
        List<Sought> left = [.. sought];
        while (left.Count > 0)
        {
            PeakGroup group = Fit(left, from, to);
            FittedPeak weakest = group.Peaks.OrderBy(p => p.IsHeld ? -1 : double.IsNaN(p.Significance) ? 0 : p.Significance).First();
            if (!weakest.IsHeld && weakest.Significance >= _settings.LeastSignificance) return group;
            Sought missed = left[weakest.Index];
            left.RemoveAt(weakest.Index);
            if (_settings.Windows.Count == 0) continue;
            _warnings.Add(FormattableString.Invariant($"{missed.Name}: no peak between {missed.Low:g6} and {missed.High:g6} {_trace.X.Unit}")
                + (weakest.IsHeld ? ", the signal rises to the window's end." : FormattableString.Invariant($", the height is {weakest.Height.Value:g3} ± {weakest.Height.HalfWidth():g2} {_trace.Y.Unit}.")));
        }
        return null;
    }

    private PeakGroup Fit(List<Sought> sought, int from, int to)
    {
        int count = to - from + 1, degree = _settings.Baseline is FittedPolynomial polynomial ? polynomial.Degree : -1;
        double[] x = _x[from..(to + 1)], y = [.. Enumerable.Range(from, count).Select(i => _signal[i] - (_below?[i] ?? 0))];
        var model = new PeakModel(degree, (x[0] + x[^1]) / 2, (x[^1] - x[0]) / 2, _settings.Shape, _settings.Satellite);
        int size = model.First(sought.Count);
        if (count <= size + 1)
            throw new InputException(FormattableString.Invariant($"{sought.Count} peaks between {x[0]:g6} and {x[^1]:g6} {_trace.X.Unit} have {count} points for {size} parameters; take a wider range, fewer peaks or a simpler shape."), file: _trace.Source);
        (double[] start, double[] low, double[] high) = Start(model, sought, x, y);
        double[] deviation = _noise[from..(to + 1)];
        LeastSquaresFit fit = WidthStarts.Select(share => Minimise(model, x, y, deviation, Narrowed(model, start, share), low, high)).MinBy(f => f.SumOfSquares)!;
        // The variance of a count is its expectation, which the fit itself tells: weights from the counts themselves would pull it down.
        for (int round = 0; round < 3 && _isCounted; round++)
        {
            double[] curve = Curve(model, fit, x);
            deviation = [.. curve.Select((v, i) => Math.Sqrt(Math.Max(v + (_below?[from + i] ?? 0), 1)))];
            fit = Minimise(model, x, y, deviation, [.. fit.Parameters], low, high);
        }
        return new PeakGroup(from, model, fit, Curve(model, fit, x), [.. sought.Select(s => s.Name)]);
    }

    private (double[] Start, double[] Low, double[] High) Start(PeakModel model, List<Sought> sought, double[] x, double[] y)
    {
        int ends = Math.Max(1, y.Length / 12);
        double left = model.Degree < 0 ? 0 : y[..ends].Average(), right = model.Degree < 0 ? 0 : y[^ends..].Average();
        List<double> start = [], low = [], high = [];
        for (int k = 0; k <= model.Degree; k++)
        {
            start.Add(k == 0 ? model.Degree == 0 ? Math.Min(left, right) : (left + right) / 2 : k == 1 ? (right - left) / 2 : 0);
            low.Add(double.NegativeInfinity);
            high.Add(double.PositiveInfinity);
        }
        double span = x[^1] - x[0], spacing = span / (x.Length - 1), sign = _settings.IsDownward ? -1 : 1, range = y.Max() - y.Min();
        foreach (Sought peak in sought)
        {
            int top = Math.Clamp(_trace.IndexOf(peak.Start) - _trace.IndexOf(x[0]), 0, y.Length - 1);
            double rise = y[top] - (left + (right - left) * top / Math.Max(1, y.Length - 1));
            start.AddRange([peak.Start, sign * Math.Max(sign * rise, range / 50), Math.Max(peak.Width, 1.5 * spacing)]);
            low.AddRange([peak.Low, double.NegativeInfinity, spacing / 2]);
            high.AddRange([peak.High, double.PositiveInfinity, span]);
            if (model.PerPeak > PeakModel.Mixing) Bounded(0.4, 0, 1);
            if (model.PerPeak > PeakModel.Skew) Bounded(0, -0.95, 0.95);
        }
        return ([.. start], [.. low], [.. high]);

        void Bounded(double from, double least, double most)
        {
            start.Add(from);
            low.Add(least);
            high.Add(most);
        }
    }

    private static double[] Narrowed(PeakModel model, double[] start, double share)
    {
        double[] narrowed = [.. start];
        for (int k = model.First(0) + PeakModel.Width; k < start.Length; k += model.PerPeak) narrowed[k] *= share;
        return narrowed;
    }

    private static double[] Curve(PeakModel model, LeastSquaresFit fit, double[] x)
    {
        var values = new double[x.Length];
        model.Add([.. fit.Parameters], x, values, null);
        return values;
    }

    private static LeastSquaresFit Minimise(PeakModel model, double[] x, double[] y, double[] deviation, double[] start, double[] low, double[] high) =>
        LeastSquares.Minimise((p, _) =>
        {
            var residuals = new double[x.Length];
            double[][] rows = [.. p.Select(_ => new double[x.Length])];
            model.Add(p, x, residuals, rows);
            for (int i = 0; i < x.Length; i++)
            {
                residuals[i] = (residuals[i] - y[i]) / deviation[i];
                foreach (double[] row in rows) row[i] /= deviation[i];
            }
            return new ResidualPoint(residuals, rows);
        }, start, low, high, iterations: 200);

    private static List<PeakGroup> Numbered(List<PeakGroup> groups)
    {
        int number = 0;
        return [.. groups.Select(g =>
        {
            int[] order = [.. Enumerable.Range(0, g.Peaks.Count).OrderBy(k => g.Peaks[k].Position.Value)];
            var names = new string[order.Length];
            foreach (int k in order) names[k] = $"peak {++number}";
            return g.Named(names);
        })];
    }
}
