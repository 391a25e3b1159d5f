using System.Globalization;

namespace Loadstone.Laboratory.Peaks;

/// <summary>What lies below the peaks of a trace.</summary>
public abstract record Baseline
{
    private protected Baseline()
    {
    }

    /// <summary>What it is, in words.</summary>
    public abstract string Description { get; }

    /// <summary>The baseline where it is drawn before the peaks are fitted; null where it is fitted with them.</summary>
    /// <param name="trace">The trace.</param>
    public abstract double[]? Below(Trace trace);

    /// <summary>Reads <c>line</c>, <c>constant</c>, <c>polynomial 3</c>, <c>anchors 450,520,700</c>, <c>als</c>, <c>als 1e6</c>, <c>arpls</c>, <c>arpls 1e6</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Option, for messages.</param>
    /// <exception cref="InputException">It is none of these.</exception>
    public static Baseline Parse(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        InputException Wrong() => new($"\"{text}\" is no baseline; expected line, constant, \"polynomial 3\" (up to {FittedPolynomial.HighestDegree}), \"anchors 450,520,700\", als, arpls, or these two with a stiffness above 0 such as \"arpls 1e6\".", file: place);
        double? stiffness = null;
        if (words is ["als" or "arpls", var number]) stiffness = double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value > 0 && double.IsFinite(value) ? value : throw Wrong();
        switch (words)
        {
            case ["line"]: return new FittedPolynomial(1);
            case ["constant"]: return new FittedPolynomial(0);
            case ["polynomial", var degree] when int.TryParse(degree, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n <= FittedPolynomial.HighestDegree: return new FittedPolynomial(n);
            case ["als", ..] when words.Length <= 2: return new AsymmetricBaseline(stiffness);
            case ["arpls", ..] when words.Length <= 2: return new ReweightedBaseline(stiffness);
            case ["anchors", .. var places] when places.Length > 0:
                double[] anchors = [.. string.Join(',', places).Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Select(field => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double anchor) ? anchor : throw Wrong()).Order()];
                return anchors.Length >= 2 && anchors.Zip(anchors.Skip(1)).All(pair => pair.First < pair.Second) ? new AnchoredBaseline(anchors) : throw Wrong();
            default: throw Wrong();
        }
    }
}

/// <summary>A polynomial fitted together with the peaks, so that their errors hold its own.</summary>
/// <param name="Degree">Degree: 0 a constant, 1 a line.</param>
public sealed record FittedPolynomial(int Degree) : Baseline
{
    /// <summary>Highest degree.</summary>
    public const int HighestDegree = 6;

    /// <inheritdoc/>
    public override string Description => Degree switch { 0 => "a constant, fitted with the peaks", 1 => "a straight line, fitted with the peaks", _ => $"a polynomial of degree {Degree}, fitted with the peaks" };

    /// <inheritdoc/>
    public override double[]? Below(Trace trace) => null;
}

/// <summary>Straight lines between places without peaks; beyond the outer ones the lines go on.</summary>
/// <param name="Anchors">The places, rising, two or more, in the unit of the abscissa. The height there is the mean of the five nearest points.</param>
public sealed record AnchoredBaseline(IReadOnlyList<double> Anchors) : Baseline
{
    private const int Nearest = 2;

    /// <inheritdoc/>
    public override string Description => FormattableString.Invariant($"straight lines between {string.Join(", ", Anchors.Select(a => a.ToString("g6", CultureInfo.InvariantCulture)))}, taken as exact");

    /// <inheritdoc/>
    public override double[] Below(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        IReadOnlyList<double> x = trace.Abscissa;
        if (Anchors[0] < x[0] || Anchors[^1] > x[^1])
            throw new InputException(FormattableString.Invariant($"the anchors of the baseline reach from {Anchors[0]:g6} to {Anchors[^1]:g6} {trace.X.Unit}; expected places within the trace, {x[0]:g6} to {x[^1]:g6}."), file: trace.Source);
        double[] heights = [.. Anchors.Select(anchor =>
        {
            int at = trace.IndexOf(anchor), first = Math.Clamp(at - Nearest, 0, x.Count - 1), last = Math.Clamp(at + Nearest, 0, x.Count - 1);
            return Enumerable.Range(first, last - first + 1).Average(i => trace.Signal[i]);
        })];
        var below = new double[x.Count];
        int k = 1;
        for (int i = 0; i < below.Length; i++)
        {
            while (k < Anchors.Count - 1 && x[i] > Anchors[k]) k++;
            below[i] = heights[k - 1] + (heights[k] - heights[k - 1]) * (x[i] - Anchors[k - 1]) / (Anchors[k] - Anchors[k - 1]);
        }
        return below;
    }
}
