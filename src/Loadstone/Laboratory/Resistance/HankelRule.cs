using MathNet.Numerics;
using MathNet.Numerics.Integration;

namespace Loadstone.Laboratory.Resistance;

/// <summary>
/// Nodes and weights for ∫₀^∞ f(x) J₀(x) dx of functions that are smooth on the scale of their distance from the poles on the imaginary axis,
/// as potentials of layers are: ∫ f ≈ Σ W_j f(x_j). Immutable.
/// </summary>
/// <remarks>
/// Gauss–Legendre panels double in width up to x = 4, so that whatever scale f has is met with panels of that scale, and go on with the width π.
/// The oscillating rest is not summed but faded out by ½ erfc((x − 5w)/w): what that leaves out is of order exp(−w²/4), since a function that is smooth
/// over many periods has no part at their frequency. The weights contain J₀, so that one rule serves all distances and all stacks.
/// </remarks>
internal sealed class HankelRule
{
    private const double OscillationsBegin = 4;

    /// <summary>The rule that is used: an error of about 1e-9 of the integrand's size.</summary>
    public static HankelRule Standard { get; } = new(order: 8, fadeWidth: 9, halvings: 22);

    /// <summary>A rule.</summary>
    /// <param name="order">Nodes of a panel.</param>
    /// <param name="fadeWidth">w, the width over which the oscillations are faded out.</param>
    /// <param name="halvings">Panels below x = 4, each half as wide as the next.</param>
    public HankelRule(int order, double fadeWidth, int halvings)
    {
        var nodes = new List<double>();
        var weights = new List<double>();
        double from = 0;
        for (int i = halvings; i >= 0; i--) AddPanel(OscillationsBegin * Math.Pow(2, -i));
        while (from < 10 * fadeWidth) AddPanel(from + Math.PI);
        (Nodes, Weights) = ([.. nodes], [.. weights]);

        void AddPanel(double to)
        {
            var panel = new GaussLegendreRule(from, to, order);
            for (int j = 0; j < order; j++)
            {
                double x = panel.GetAbscissa(j);
                nodes.Add(x);
                weights.Add(panel.GetWeight(j) * SpecialFunctions.BesselJ(0, x) * SpecialFunctions.Erfc((x - 5 * fadeWidth) / fadeWidth) / 2);
            }
            from = to;
        }
    }

    /// <summary>x_j, rising.</summary>
    public double[] Nodes { get; }

    /// <summary>W_j.</summary>
    public double[] Weights { get; }
}
