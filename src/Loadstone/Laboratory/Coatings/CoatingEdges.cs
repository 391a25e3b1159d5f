using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Coatings;

/// <summary>
/// Bulk height and edges of a measured coating. The definitions are those of <see cref="Coating.EdgeAnalysis"/>, which reads simulated
/// profiles; here each level is met by a curve through many points, so that the noise of a scanner neither moves nor widens it.
/// </summary>
/// <param name="Profile">The levelled profile.</param>
/// <param name="BulkHeight">H_coat [m]: mean over the middle half of the coated width, with the scatter of ten parts of it.</param>
/// <param name="CoatedWidth">From foot to foot [m].</param>
/// <param name="Left">The edge at the lowest positions.</param>
/// <param name="Right">The edge at the highest positions.</param>
/// <param name="GapRatio">G* = H/H_coat; null where no gap was given.</param>
/// <param name="Bandwidth">Standard deviation of the weights of the smoothing [m].</param>
public sealed record CoatingEdges(LevelledProfile Profile, Estimate BulkHeight, double CoatedWidth, EdgeEstimates Left, EdgeEstimates Right, Estimate? GapRatio, double Bandwidth)
{
    private const int Parts = 10;

    // A ridge is one that stands out of the smoothed curve by so many of its errors.
    private const double RidgeErrors = 5;

    // The inner flank is read between these distances from its end, over the width of the ridge.
    private const double FlankFar = 0.12, FlankNear = 0.01;

    /// <summary>Mean of both edges.</summary>
    public EdgeEstimates Mean => EdgeEstimates.Mean(Left, Right);

    /// <summary>Measures a profile.</summary>
    /// <param name="profile">The levelled profile.</param>
    /// <param name="gap">Gap of the coater H [m], or null.</param>
    /// <param name="bandwidth">Standard deviation of the weights of the smoothing [m], or null for four times the usual distance of points.</param>
    /// <exception cref="InputException">The points are too far apart for the edges.</exception>
    public static CoatingEdges Of(LevelledProfile profile, double? gap = null, double? bandwidth = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        double[] x = profile.Position, h = profile.Height;
        double spacing = x.Zip(x.Skip(1), (a, b) => b - a).Order().ElementAt(x.Length / 2);
        double width = bandwidth ?? 4 * spacing;
        double top = h.Order().ElementAt((int)(0.8 * h.Length));
        int first = Array.FindIndex(h, v => v > top / 2), last = Array.FindLastIndex(h, v => v > top / 2);
        double coated = x[last] - x[first];
        Estimate bulk = Bulk(x, h, x[first] + coated / 4, x[last] - coated / 4, profile.BaselineError);
        double[] turnedX = [.. x.Reverse().Select(v => -v)], turnedH = [.. h.Reverse()];
        EdgeEstimates left = Edge(x, h, bulk, coated, width, spacing), right = Edge(turnedX, turnedH, bulk, coated, width, spacing);
        Estimate? ratio = gap is { } g ? bulk.Through(g / bulk.Value, -g / (bulk.Value * bulk.Value)) : null;
        return new CoatingEdges(profile, bulk, -right.Foot - left.Foot, left, right with { Foot = -right.Foot }, ratio, width);
    }

    // Waviness makes neighbours alike: the scatter of ten parts says more of the mean's error than that of single points.
    private static Estimate Bulk(double[] x, double[] h, double from, double to, double baseline)
    {
        double[] means = [.. Enumerable.Range(0, Parts).Select(k => x.Zip(h).Where(p => p.First >= from + (to - from) * k / Parts && p.First < from + (to - from) * (k + 1) / Parts)
            .Select(p => p.Second).DefaultIfEmpty(double.NaN).Average()).Where(double.IsFinite)];
        Estimate mean = Estimate.MeanOf(means);
        return mean with { StandardError = Math.Sqrt(mean.StandardError * mean.StandardError + baseline * baseline) };
    }

    private static EdgeEstimates Edge(double[] x, double[] h, Estimate bulk, double coated, double bandwidth, double spacing)
    {
        int start = Array.FindIndex(h, v => v > 0.5 * bulk.Value);
        double middle = x[start];
        PolynomialFit footLine = Through(x, h, Reach(0.25), Reach(0.03), 1), shoulder = Through(x, h, Reach(0.97), Reach(0.7), 1);
        Estimate foot = footLine.Crossing(0, Reach(0.03)), outer = shoulder.Crossing(bulk.Value, Reach(0.97));
        double slope = bulk.Value / (outer.Value - foot.Value);
        double rampError = Math.Sqrt(Square(foot.StandardError) + Square(outer.StandardError)) / (outer.Value - foot.Value);
        var ramp = new Estimate(slope, slope * Math.Sqrt(Square(rampError) + Square(bulk.StandardError / bulk.Value)));
        if (Ridge(x, h, outer.Value, foot.Value + 0.4 * coated, bulk, bandwidth, spacing) is not { } ridge)
        {
            Estimate side = new(outer.Value - foot.Value, Math.Sqrt(Square(foot.StandardError) + Square(outer.StandardError)));
            return new EdgeEstimates(new Estimate(1, 0), new Estimate(0, 0), ramp, new Estimate(0, 0), side, foot.Value);
        }
        Estimate edge = new(ridge.Top.Value / bulk.Value, Math.Sqrt(Square(ridge.Top.StandardError) + Square(ridge.Top.Value / bulk.Value * bulk.StandardError)) / bulk.Value);
        double breadth = ridge.End.Value - outer.Value, breadthError = Math.Sqrt(Square(ridge.End.StandardError) + Square(outer.StandardError));
        double ratio = breadth / bulk.Value;
        return new EdgeEstimates(edge, new Estimate(ratio, ratio * Math.Sqrt(Square(breadthError / breadth) + Square(bulk.StandardError / bulk.Value))), ramp,
            new Estimate(breadth, breadthError), new Estimate(ridge.End.Value - foot.Value, Math.Sqrt(Square(ridge.End.StandardError) + Square(foot.StandardError))), foot.Value);

        // Where the smoothed ramp passes a share of the bulk height, walking outwards from its middle or inwards.
        double Reach(double share)
        {
            int step = share > 0.5 ? 1 : -1, i = start;
            while (i + step >= 0 && i + step < x.Length && Math.Abs(x[i] - middle) < 0.4 * coated
                && (Smooth(x, h, x[i], Math.Min(bandwidth, 2 * spacing)) - share * bulk.Value) * step < 0) i += step;
            return x[i];
        }
    }

    private static (Estimate Top, Estimate End)? Ridge(double[] x, double[] h, double from, double to, Estimate bulk, double bandwidth, double spacing)
    {
        double reach = bandwidth;
        (double At, LocalCubic Fit)? top = null;
        double end = double.NaN;
        // The first pass finds the ridge, the second reads it with a smoothing that suits its width.
        for (int pass = 0; pass < 2; pass++)
        {
            top = null;
            foreach (double at in x)
            {
                if (at < from || at > to || LocalCubic.At(at, x, h, reach) is not { } fit) continue;
                if (top is null || fit.Value > top.Value.Fit.Value) top = (at, fit);
            }
            if (top is not { } found) return null;
            double excess = found.Fit.Value - bulk.Value;
            if (excess < RidgeErrors * Math.Sqrt(Square(found.Fit.ValueError) + Square(bulk.StandardError))) return null;
            end = x.First(v => v > found.At && Smooth(x, h, v, reach) < bulk.Value + 0.05 * excess);
            reach = Math.Max((end - from) / 12, 2.5 * spacing);
        }
        double height = top!.Value.Fit.Value - bulk.Value;
        double high = x.First(v => v > top.Value.At && Smooth(x, h, v, reach) < bulk.Value + 0.35 * height);
        if (x.Count(v => v >= high && v <= end) < 4) throw new InputException(FormattableString.Invariant($"the ridge at {top.Value.At * 1e3:g4} mm falls to the bulk within {(end - high) * 1e6:g3} µm, between points {spacing * 1e6:g3} µm apart; expected a finer scan."));
        // Points picked by their own heights would lean to the noise: the first line tells where the second one is drawn.
        double near = Through(x, h, high, end, 1).Crossing(bulk.Value, end).Value, breadth = near - from;
        Estimate zero = Through(x, h, near - FlankFar * breadth, near - FlankNear * breadth, 1).Crossing(bulk.Value, end);
        double slope = (Smooth(x, h, end, reach) - Smooth(x, h, high, reach)) / (end - high);
        return (new Estimate(top.Value.Fit.Value, top.Value.Fit.ValueError), zero with { StandardError = Math.Sqrt(Square(zero.StandardError) + Square(bulk.StandardError / slope)) });
    }

    // A curve through the points between two positions, and a few more where they stand close.
    private static PolynomialFit Through(double[] x, double[] h, double a, double b, int degree)
    {
        double from = Math.Min(a, b), to = Math.Max(a, b);
        int low = Array.FindIndex(x, v => v >= from), high = Array.FindLastIndex(x, v => v <= to);
        while (high - low < degree + 2 && (low > 0 || high < x.Length - 1)) (low, high) = (Math.Max(low - 1, 0), Math.Min(high + 1, x.Length - 1));
        return PolynomialFit.Fit(x.AsSpan(low..(high + 1)), h.AsSpan(low..(high + 1)), degree);
    }

    private static double Smooth(double[] x, double[] h, double at, double bandwidth) => LocalCubic.At(at, x, h, bandwidth)?.Value ?? double.NaN;

    private static double Square(double value) => value * value;
}
