using Loadstone.Laboratory.Regression;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;
using MathNet.Numerics.Distributions;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>A binder in the map of structure and life.</summary>
/// <param name="Sample">Its name.</param>
/// <param name="Toughness">Toughness of the binder [J/m³].</param>
/// <param name="Peel">Peel strength of the electrode [N/m].</param>
/// <param name="Life">Cycle life of the cell [cycles].</param>
public sealed record LifeSample(string Sample, double Toughness, double Peel, double Life);

/// <summary>
/// Cycle life against toughness and peel strength together (Jeong et al. 2025, Fig. 3b): a plane where there are samples enough, and a statement
/// that needs no law: whether the tougher and stickier of two samples lives longer.
/// </summary>
/// <param name="Samples">The samples.</param>
/// <param name="Plane">Life = c₀ + c₁ toughness + c₂ peel strength by least squares; null of fewer than four samples, or where toughness and peel strength move together.</param>
/// <param name="Explained">Share of the scatter of the lives that the plane explains; NaN without one.</param>
/// <param name="Together">Correlation of toughness and peel strength; near ±1 their effects cannot be told apart.</param>
/// <param name="Pairs">Pairs of samples of which one is both tougher and stickier.</param>
/// <param name="Agreeing">Pairs of them in which that one lives longer.</param>
/// <param name="Chance">Probability that as many pairs or more agree where life has nothing to do with either; NaN without pairs.</param>
public sealed record LifeMap(IReadOnlyList<LifeSample> Samples, LinearLeastSquares? Plane, double Explained, double Together, int Pairs, int Agreeing, double Chance)
{
    private const int FewestSamples = 3, AllOrders = 8, DrawnOrders = 20_000, Seed = 1;
    private const double Aligned = 0.999;

    /// <summary>Rise of the life with the toughness at one peel strength [cycles per J/m³]; null without a plane.</summary>
    public Estimate? PerToughness => Plane?[1];

    /// <summary>Rise of the life with the peel strength at one toughness [cycles per N/m]; null without a plane.</summary>
    public Estimate? PerPeel => Plane?[2];

    /// <summary>Probability that the plane's slopes explain as much by chance (F test); NaN without a plane.</summary>
    public double PlaneChance => Plane is { DegreesOfFreedom: > 0 } plane && Explained < 1
        ? 1 - FisherSnedecor.CDF(2, plane.DegreesOfFreedom, Explained / 2 / ((1 - Explained) / plane.DegreesOfFreedom)) : double.NaN;

    /// <summary>The samples of a table.</summary>
    /// <exception cref="InputException">A column is missing, a value is missing or not above 0.</exception>
    public static IReadOnlyList<LifeSample> Read(MeasuredTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        string[] names = table.Texts("sample", "binder") ?? throw new InputException("no column is named \"sample\"; expected the names of the samples.", file: table.Source, line: 1);
        double[] toughness = table.Column(QuantityKinds.EnergyDensity, "toughness"), peel = table.Column(QuantityKinds.PeelForce, "peel strength", "peel"), life = table.Column(QuantityKinds.Ratio, "cycle life", "life", "cycles");
        return [.. names.Select((name, i) => new LifeSample(name, Positive(toughness[i], name, "toughness"), Positive(peel[i], name, "peel strength"), Positive(life[i], name, "cycle life")))];

        double Positive(double value, string sample, string what) => value > 0 ? value
            : throw new InputException(double.IsNaN(value) ? $"the {what} of \"{sample}\" is missing." : FormattableString.Invariant($"the {what} of \"{sample}\" is {value:g4}; expected one above 0."), file: table.Source);
    }

    /// <summary>The map of some samples.</summary>
    /// <exception cref="InputException">There are fewer than three.</exception>
    public static LifeMap Of(IReadOnlyList<LifeSample> samples, string source)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count < FewestSamples) throw new InputException($"{samples.Count} samples are too few for a map; expected {FewestSamples} or more.", file: source);
        double[] toughness = [.. samples.Select(s => s.Toughness)], peel = [.. samples.Select(s => s.Peel)], life = [.. samples.Select(s => s.Life)];
        double together = MathNet.Numerics.Statistics.Correlation.Pearson(toughness, peel), mean = life.Average(), all = life.Sum(l => (l - mean) * (l - mean));
        LinearLeastSquares? plane = samples.Count > FewestSamples && Math.Abs(together) < Aligned ? LinearLeastSquares.Fit(life, [.. life.Select(_ => 1.0)], toughness, peel) : null;
        double explained = plane is null || !(all > 0) ? double.NaN : Math.Max(0, 1 - plane.Scatter * plane.Scatter * plane.DegreesOfFreedom / all);
        (int Better, int Worse)[] pairs = [.. from a in Enumerable.Range(0, samples.Count)
                                              from b in Enumerable.Range(0, samples.Count)
                                              where toughness[a] > toughness[b] && peel[a] > peel[b]
                                              select (a, b)];
        int agreeing = Agreeing(pairs, life);
        return new LifeMap(samples, plane, explained, together, pairs.Length, agreeing, pairs.Length == 0 ? double.NaN : Chance(pairs, life, agreeing));

        static int Agreeing((int Better, int Worse)[] pairs, double[] life) => pairs.Count(p => life[p.Better] > life[p.Worse]);

        // All orders of the lives where they are few, otherwise drawn ones.
        static double Chance((int Better, int Worse)[] pairs, double[] life, int agreeing)
        {
            double[] order = [.. life];
            int count = 0, reached = 0;
            if (life.Length <= AllOrders) Permute(0);
            else
            {
                var random = new Random(Seed);
                for (int k = 0; k < DrawnOrders; k++)
                {
                    random.Shuffle(order);
                    Count();
                }
            }
            return reached / (double)count;

            void Count()
            {
                count++;
                if (Agreeing(pairs, order) >= agreeing) reached++;
            }

            void Permute(int at)
            {
                if (at == order.Length)
                {
                    Count();
                    return;
                }
                for (int i = at; i < order.Length; i++)
                {
                    (order[at], order[i]) = (order[i], order[at]);
                    Permute(at + 1);
                    (order[at], order[i]) = (order[i], order[at]);
                }
            }
        }
    }
}
