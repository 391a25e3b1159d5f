using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>Strength of one pull of a tape.</summary>
/// <param name="Sample">Name of its trace.</param>
/// <param name="Strength">Mean force per width [N/m].</param>
public sealed record CohesionPull(string Sample, Estimate Strength);

/// <summary>The same place of an electrode pulled by a tape again and again: cohesion from the top of the layer downwards.</summary>
/// <param name="Name">Sample or group.</param>
/// <param name="Pulls">The pulls in order.</param>
public sealed record CohesionSeries(string Name, IReadOnlyList<CohesionPull> Pulls)
{
    /// <summary>Mean over the pulls [N/m].</summary>
    public Estimate Mean => Estimate.MeanOf([.. Pulls.Select(p => p.Strength.Value)]);

    /// <summary>Standard deviation between pulls over their mean: how even the layer is; NaN of one pull.</summary>
    public double Variation => Mean.StandardError * Math.Sqrt(Pulls.Count) / Mean.Value;

    /// <summary>Change of the strength with each pull [N/m], by a straight line; null of fewer than three pulls.</summary>
    public Estimate? PerPull => Pulls.Count < 3 ? null : StraightLine.Fit([.. Pulls.Select((_, i) => i + 1.0)], [.. Pulls.Select(p => p.Strength.Value)]).Slope;
}
