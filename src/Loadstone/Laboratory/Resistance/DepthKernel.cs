namespace Loadstone.Laboratory.Resistance;

/// <summary>
/// Potential inside the layers below a point where current enters, by the transform of <see cref="LayerKernel"/>: at depth z in the composite
/// (e^(−kz) + Γ e^(−k(2L − z)))/(1 − Γ E) in place of (1 + Γ E)/(1 − Γ E), with 1/√(r² + z²) taken out.
/// </summary>
internal static class DepthKernel
{
    private const double Faded = 45; // k z beyond which nothing is left

    /// <summary>u at a depth in the composite, relative to the same zero as at the surface [1/m].</summary>
    /// <param name="coating">The coating.</param>
    /// <param name="resistivity">ρ [Ω m].</param>
    /// <param name="interfaceResistance">R [Ω m²].</param>
    /// <param name="distances">Distances r, above 0 [m].</param>
    /// <param name="depth">z, from the surface, 0 to L [m].</param>
    public static double[] Composite(CoatingOnFoil coating, double resistivity, double interfaceResistance, double[] distances, double depth) =>
        Integrate(coating, resistivity, distances, depth, r => 1 / Math.Sqrt(r * r + depth * depth), (k, e, rest, coth) =>
        {
            double q = 1 / (1 + (interfaceResistance * k + coating.Foil.Resistivity * coth) / resistivity), gamma = 1 - 2 * q;
            double denominator = rest + 2 * e * q;
            return (Math.Exp(-k * depth) * gamma * e + gamma * Math.Exp(-k * (2 * coating.Thickness - depth))) / denominator;
        });

    /// <summary>u at the upper face of the foil, relative to the same zero as at the surface [1/m].</summary>
    /// <param name="coating">The coating.</param>
    /// <param name="resistivity">ρ [Ω m].</param>
    /// <param name="interfaceResistance">R [Ω m²].</param>
    /// <param name="distances">Distances r, above 0 [m].</param>
    public static double[] Foil(CoatingOnFoil coating, double resistivity, double interfaceResistance, double[] distances) =>
        Integrate(coating, resistivity, distances, coating.Thickness, _ => 0, (k, e, rest, coth) =>
        {
            double a = (interfaceResistance * k + coating.Foil.Resistivity * coth) / resistivity, q = 1 / (1 + a);
            return coating.Foil.Resistivity / resistivity * coth * 2 * q * Math.Exp(-k * coating.Thickness) / (rest + 2 * e * q);
        });

    private static double[] Integrate(CoatingOnFoil coating, double resistivity, double[] distances, double depth, Func<double, double> closed, Func<double, double, double, double, double> transform)
    {
        HankelRule rule = HankelRule.Standard;
        double l = coating.Thickness, pole = 1 / (coating.Foil.Thickness * resistivity / coating.Foil.Resistivity + l);
        return [.. distances.Select(r =>
        {
            double sum = 0;
            for (int j = 0; j < rule.Nodes.Length; j++)
            {
                double k = rule.Nodes[j] / r;
                if (k * (2 * l - depth) > Faded) break;
                double e = Math.Exp(-2 * k * l), tanh = Math.Tanh(k * l);
                sum += rule.Weights[j] * (transform(k, e, 2 * tanh / (1 + tanh), 1 / Math.Tanh(k * coating.Foil.Thickness)) - pole * e / k);
            }
            return closed(r) + sum / r - pole * Math.Log((2 * l + Math.Sqrt(4 * l * l + r * r)) / (4 * l));
        })];
    }
}
