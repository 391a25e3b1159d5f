namespace Loadstone.Laboratory.Resistance;

/// <summary>
/// Potential at the surface of a coating around a point (or small disc) through which current enters it, on a foil behind an interface with a
/// resistance, or on an insulator: φ(r) = I ρ/(2π) u(r). Everything that the resistances do not change is computed once.
/// </summary>
/// <remarks>
/// A Hankel transform turns ∇·(∇φ/ρ) = 0 in each layer into a line of the characteristic impedance ρ/k, ended by R k/k + (ρ_f/k) coth(k t) at
/// the interface. With a = (R k + ρ_f coth(k t))/ρ, Γ = (a − 1)/(a + 1) and E = exp(−2 k L) the surface's impedance is (ρ/k)(1 + Γ E)/(1 − Γ E), and
/// u = ∫₀^∞ (1 + Γ E)/(1 − Γ E) J₀(k r) dk. The half space, 1/r, and the pole of the whole stack as one sheet, c/k with c = 1/(ρ (t/ρ_f + L/ρ)),
/// are taken out and integrated in closed form; the pole as c E/k, whose integral is −c ln(2L + √(4L² + r²)) but for a constant that sources
/// and sinks of equal strength cancel. A disc of radius s that is an equipotential on a half space puts sin(k s)/(k s) before J₀ and asin(s/r)/s for 1/r.
/// </remarks>
internal sealed class LayerKernel
{
    private const double Faded = 45; // 2 k L beyond which E is nothing beside 1

    private readonly FoilSheet? _foil;
    private readonly double _thickness, _contactRadius;
    private readonly double[] _distances;
    private readonly double[] _weights;
    private readonly Node[][] _nodes;

    /// <summary>A kernel.</summary>
    /// <param name="thickness">Thickness L of the coating [m].</param>
    /// <param name="foil">The foil below it, or null for an insulator.</param>
    /// <param name="distances">Distances r [m], above the radius.</param>
    /// <param name="contactRadius">Radius s of the contact [m]; 0 is a point.</param>
    /// <param name="rule">Quadrature, or null for the usual one.</param>
    public LayerKernel(double thickness, FoilSheet? foil, IReadOnlyList<double> distances, double contactRadius = 0, HankelRule? rule = null)
    {
        rule ??= HankelRule.Standard;
        (_thickness, _foil, _contactRadius, _distances, _weights) = (thickness, foil, contactRadius, [.. distances], rule.Weights);
        _nodes = [.. distances.Select(r => NodesOf(rule.Nodes, r))];
    }

    // E, 1 − E, coth(k t) and the contact's factor at one k.
    private readonly record struct Node(double K, double E, double Rest, double Coth, double Contact);

    /// <summary>u and its derivatives at every distance.</summary>
    /// <param name="resistivity">ρ of the coating [Ω m].</param>
    /// <param name="interfaceResistance">R [Ω m²]; without a foil it has no meaning.</param>
    /// <param name="u">Result u [1/m].</param>
    /// <param name="byResistivity">Result ∂u/∂ ln ρ [1/m].</param>
    /// <param name="byInterface">Result ∂u/∂ ln R [1/m].</param>
    public void Evaluate(double resistivity, double interfaceResistance, Span<double> u, Span<double> byResistivity, Span<double> byInterface)
    {
        bool isOnFoil = _foil is not null;
        double rate = interfaceResistance / resistivity, share = isOnFoil ? _foil!.Resistivity / resistivity : 0;
        double pole = isOnFoil ? 1 / (_foil!.Thickness / share + _thickness) : 1 / _thickness;
        double poleByResistivity = isOnFoil ? -pole * (1 - pole * _thickness) : 0;
        for (int i = 0; i < u.Length; i++)
        {
            double r = _distances[i], sum = 0, sumByResistivity = 0, sumByInterface = 0;
            Node[] nodes = _nodes[i];
            for (int j = 0; j < nodes.Length; j++)
            {
                (double k, double e, double rest, double coth, double contact) = nodes[j];
                double w = _weights[j], sheet = e / k;
                if (!isOnFoil)
                {
                    sum += w * (2 * e / rest * contact - pole * sheet);
                    continue;
                }
                double own = rate * k, a = own + share * coth, q = 1 / (1 + a);
                double inverse = 1 / (rest + 2 * e * q), slope = w * contact * 4 * e * q * q * inverse * inverse;
                sum += w * (2 * (1 - 2 * q) * e * inverse * contact - pole * sheet);
                sumByInterface += slope * own;
                sumByResistivity -= slope * a + w * poleByResistivity * sheet;
            }
            double logarithm = Math.Log((2 * _thickness + Math.Sqrt(4 * _thickness * _thickness + r * r)) / (4 * _thickness));
            double near = _contactRadius > 0 ? Math.Asin(_contactRadius / r) / _contactRadius : 1 / r;
            u[i] = near + sum / r - pole * logarithm;
            byResistivity[i] = sumByResistivity / r - poleByResistivity * logarithm;
            byInterface[i] = sumByInterface / r;
        }
    }

    private Node[] NodesOf(double[] x, double r)
    {
        var nodes = new List<Node>(x.Length);
        foreach (double position in x)
        {
            double k = position / r, kl = k * _thickness;
            if (2 * kl > Faded) break;
            double e = Math.Exp(-2 * kl), tanh = Math.Tanh(kl);
            double contact = _contactRadius > 0 ? Math.Sin(k * _contactRadius) / (k * _contactRadius) : 1;
            nodes.Add(new Node(k, e, 2 * tanh / (1 + tanh), _foil is null ? 0 : 1 / Math.Tanh(k * _foil.Thickness), contact));
        }
        return [.. nodes];
    }
}
