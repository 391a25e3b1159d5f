namespace Loadstone.Coating;

/// <summary>Height of a film across the web, simulated or measured. Straight lines between the points; 0 is the foil. Immutable.</summary>
public sealed class CrossWebProfile
{
    private readonly double[] _positions, _heights;

    /// <summary>A profile.</summary>
    /// <param name="positions">Positions across the web, increasing [m].</param>
    /// <param name="heights">Height above the foil at each [m]; noise may put it below 0.</param>
    /// <exception cref="InputException">There are fewer than five points, a number is missing, or positions do not increase.</exception>
    public CrossWebProfile(ReadOnlySpan<double> positions, ReadOnlySpan<double> heights)
    {
        if (positions.Length != heights.Length || positions.Length < 5)
            throw new InputException($"a cross-web profile of {positions.Length} positions and {heights.Length} heights cannot be used; expected at least 5 of each, as many of both.");
        for (int i = 0; i < positions.Length; i++)
        {
            if (!double.IsFinite(positions[i]) || !double.IsFinite(heights[i]))
                throw new InputException($"point {i + 1} of the cross-web profile is not a pair of finite numbers.");
            if (i > 0 && positions[i] <= positions[i - 1])
                throw new InputException(FormattableString.Invariant($"point {i + 1} of the cross-web profile stands at {positions[i] * 1e3:g6} mm, not beyond the point before at {positions[i - 1] * 1e3:g6} mm; expected positions that increase."));
        }
        _positions = positions.ToArray();
        _heights = heights.ToArray();
    }

    /// <summary>Positions across the web [m].</summary>
    public ReadOnlySpan<double> Positions => _positions;

    /// <summary>Heights above the foil [m].</summary>
    public ReadOnlySpan<double> Heights => _heights;

    /// <summary>Height at a position [m]; 0 beyond the ends.</summary>
    public double HeightAt(double position)
    {
        if (!(position >= _positions[0] && position <= _positions[^1])) return 0;
        int right = Array.BinarySearch(_positions, position);
        if (right >= 0) return _heights[right];
        right = ~right;
        double share = (position - _positions[right - 1]) / (_positions[right] - _positions[right - 1]);
        return _heights[right - 1] + share * (_heights[right] - _heights[right - 1]);
    }

    /// <summary>Area of the cross-section [m²].</summary>
    public double Area
    {
        get
        {
            double sum = 0;
            for (int i = 1; i < _positions.Length; i++) sum += 0.5 * (_heights[i] + _heights[i - 1]) * (_positions[i] - _positions[i - 1]);
            return sum;
        }
    }

    /// <summary>The same profile seen from the other side: positions and their order reversed in sign.</summary>
    public CrossWebProfile Mirrored()
    {
        double[] positions = [.. _positions.Reverse().Select(y => -y)];
        return new CrossWebProfile(positions, [.. _heights.Reverse()]);
    }
}
