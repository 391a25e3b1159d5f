namespace Loadstone.Electrodes;

/// <summary>
/// A property of a layer against relative depth z, 0 at the side of the foil and 1 at the side of the separator:
/// uniform, or piecewise linear between knots. Immutable.
/// </summary>
public sealed class DepthProfile
{
    private readonly double[] _positions;
    private readonly double[] _values;

    private DepthProfile(double[] positions, double[] values)
    {
        _positions = positions;
        _values = values;
    }

    /// <summary>The same value at every depth.</summary>
    public static DepthProfile Uniform(double value) => new([0], [Checked(value)]);

    /// <summary>Linear between knots.</summary>
    /// <param name="positions">Relative depths, strictly increasing from 0 to 1, length n ≥ 2.</param>
    /// <param name="values">Values there, finite, length n.</param>
    /// <exception cref="ArgumentException">The lengths differ or the positions do not run from 0 to 1.</exception>
    public static DepthProfile Through(IReadOnlyList<double> positions, IReadOnlyList<double> values)
    {
        if (positions.Count != values.Count || positions.Count < 2)
            throw new ArgumentException($"A profile needs as many values as positions, two or more; got {positions.Count} positions and {values.Count} values.");
        if (positions[0] != 0 || positions[^1] != 1)
            throw new ArgumentException($"Positions run from 0 to 1; got {positions[0]:g6} to {positions[^1]:g6}.");
        for (int i = 1; i < positions.Count; i++)
        {
            if (!(positions[i] > positions[i - 1]))
                throw new ArgumentException($"Positions increase; got {positions[i]:g6} after {positions[i - 1]:g6}.");
        }
        return new([.. positions], [.. values.Select(Checked)]);
    }

    /// <summary>A uniform profile.</summary>
    public static implicit operator DepthProfile(double value) => Uniform(value);

    /// <summary>True when the value is the same at every depth.</summary>
    public bool IsUniform => _values.Length == 1;

    /// <summary>Smallest value.</summary>
    public double Minimum => _values.Min();

    /// <summary>Largest value.</summary>
    public double Maximum => _values.Max();

    /// <summary>Mean over the layer.</summary>
    public double Mean => MeanOver(0, 1);

    /// <summary>Value at relative depth <paramref name="z"/>, 0 to 1.</summary>
    public double At(double z)
    {
        if (IsUniform) return _values[0];
        int i = Array.BinarySearch(_positions, z);
        if (i >= 0) return _values[i];
        i = Math.Clamp(~i, 1, _positions.Length - 1);
        double s = (z - _positions[i - 1]) / (_positions[i] - _positions[i - 1]);
        return _values[i - 1] + s * (_values[i] - _values[i - 1]);
    }

    /// <summary>Mean between two relative depths, exact for the piecewise linear profile.</summary>
    /// <param name="from">Lower relative depth, 0 to 1.</param>
    /// <param name="to">Upper relative depth, above <paramref name="from"/>.</param>
    public double MeanOver(double from, double to)
    {
        if (IsUniform) return _values[0];
        double integral = 0, left = from;
        foreach (double knot in _positions)
        {
            if (knot <= from || knot >= to) continue;
            integral += (knot - left) * At((left + knot) / 2);
            left = knot;
        }
        integral += (to - left) * At((left + to) / 2);
        return integral / (to - from);
    }

    /// <summary>The profile of <paramref name="law"/> applied to each knot's value.</summary>
    public DepthProfile Select(Func<double, double> law) => new(_positions, [.. _values.Select(v => Checked(law(v)))]);

    private static double Checked(double value) =>
        double.IsFinite(value) ? value : throw new ArgumentException($"A profile's values are finite; got {value}.");
}
