namespace Loadstone.Drying;

/// <summary>
/// Mass of a species per mass of particles relative to its mean, against relative depth, 0 at the foil and 1 at the surface.
/// Piecewise constant over cells. Immutable.
/// </summary>
public sealed class MigrationProfile
{
    private const double FoilDepth = 0.1, EndDepth = 0.2;

    private readonly double[] _edges, _values, _integral;

    /// <summary>A profile over cells.</summary>
    /// <param name="edges">Edges of the cells, increasing from 0 to 1, length n + 1.</param>
    /// <param name="values">Mass relative to the mean in each, length n.</param>
    public MigrationProfile(IReadOnlyList<double> edges, IReadOnlyList<double> values)
    {
        if (edges.Count != values.Count + 1 || values.Count == 0 || edges[0] != 0 || edges[^1] != 1)
            throw new ArgumentException("A profile over n cells needs n + 1 edges from 0 to 1.", nameof(edges));
        (_edges, _values) = ([.. edges], [.. values]);
        _integral = new double[_edges.Length];
        for (int i = 0; i < _values.Length; i++) _integral[i + 1] = _integral[i] + _values[i] * (_edges[i + 1] - _edges[i]);
    }

    /// <summary>The same everywhere.</summary>
    public static MigrationProfile Uniform { get; } = new([0, 1], [1]);

    /// <summary>What migrated.</summary>
    public string Species { get; init; } = "";

    /// <summary>Largest Péclet number while the film shrank, E h²/(L D), the inverse of the relative thickness of the layer at the surface.</summary>
    public double LargestPeclet { get; init; }

    /// <summary>Edges of the cells, length n + 1.</summary>
    public IReadOnlyList<double> Edges => _edges;

    /// <summary>Mass relative to the mean in each cell, length n.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>Mass over the whole depth relative to what was there before: 1 to round-off.</summary>
    public double Total => _integral[^1];

    /// <summary>Mean between two relative depths.</summary>
    /// <param name="from">Lower depth, 0 or more.</param>
    /// <param name="to">Upper depth, above <paramref name="from"/> and at most 1.</param>
    public double MeanOver(double from, double to) => (IntegralTo(to) - IntegralTo(from)) / (to - from);

    /// <summary>
    /// Uniformity index 1 − ½∫|b − 1|dξ: the share of the species that is where a uniform coating would have it. 1 is uniform.
    /// </summary>
    public double UniformityIndex
    {
        get
        {
            double misplaced = 0;
            for (int i = 0; i < _values.Length; i++) misplaced += Math.Abs(_values[i] - 1) * (_edges[i + 1] - _edges[i]);
            return 1 - misplaced / 2;
        }
    }

    /// <summary>Mean of the uppermost fifth over mean of the lowest fifth.</summary>
    public double TopBottomRatio => MeanOver(1 - EndDepth, 1) / MeanOver(0, EndDepth);

    /// <summary>
    /// Mean of the lowest tenth. As a measure of adhesion it supposes that the peel force at the foil goes with the binder there.
    /// </summary>
    public double FoilShare => MeanOver(0, FoilDepth);

    /// <summary>Means over slices of equal thickness, length <paramref name="count"/>; their mean is <see cref="Total"/>.</summary>
    public double[] Slices(int count)
    {
        var means = new double[(int)Require.Within(count, 1, 10_000, "slices")];
        for (int i = 0; i < count; i++) means[i] = MeanOver((double)i / count, (i + 1.0) / count);
        return means;
    }

    /// <summary>
    /// The part between two relative depths as a profile of its own depth: of one layer in a film of several. Its values stay
    /// relative to the mean of the whole film, times a factor.
    /// </summary>
    /// <param name="from">Lower depth, 0 or more.</param>
    /// <param name="to">Upper depth, above <paramref name="from"/> and at most 1.</param>
    /// <param name="factor">Factor of all values.</param>
    public MigrationProfile Between(double from, double to, double factor = 1)
    {
        Require.Within(to, 0, 1, "(relative depth)", nameof(to));
        double[] inside = [.. _edges.Where(edge => edge > from && edge < to)];
        double[] edges = [from, .. inside, to];
        double[] values = [.. edges.Skip(1).Select((edge, i) => factor * MeanOver(edges[i], edge))];
        double[] scaled = [.. edges.Select(edge => (edge - from) / (to - from))];
        scaled[^1] = 1;
        return new MigrationProfile(scaled, values) { Species = Species, LargestPeclet = LargestPeclet };
    }

    private double IntegralTo(double depth)
    {
        int i = Array.BinarySearch(_edges, Require.Within(depth, 0, 1, "(relative depth)", nameof(depth)));
        if (i >= 0) return _integral[i];
        i = ~i - 1;
        return _integral[i] + _values[i] * (depth - _edges[i]);
    }
}
