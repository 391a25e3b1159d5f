using Loadstone.Laboratory.Resistance;
using MathNet.Numerics;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>
/// The surface potential of a coating on a foil as a sum of its lateral modes: F(k)/k has poles at k = iκ alone, so that
/// u(r) = −c ln r + Σ α K₀(κ r) + constant. Converges from distances of about the thickness on, and shares nothing with the quadrature.
/// </summary>
internal sealed class LayerModes
{
    private const double SmallestArgument = 40;

    private readonly List<(double Rate, double Amplitude)> _modes = [];
    private readonly double _pole;

    public LayerModes(double thickness, double resistivity, double interfaceResistance, FoilSheet foil, double nearest)
    {
        double l = thickness, t = foil.Thickness, rate = interfaceResistance / resistivity, share = foil.Resistivity / resistivity;
        _pole = 1 / (t / share + l);
        double Equation(double x) => Math.Cos(x * l) * Math.Sin(x * t) - (rate * x * Math.Sin(x * t) - share * Math.Cos(x * t)) * Math.Sin(x * l);
        double step = 0.004 / (l + t), from = 1e-3 * step;
        while (from < SmallestArgument / nearest)
        {
            double to = from < step ? from * 2 : from + step;
            if (Equation(from) * Equation(to) < 0)
            {
                double root = FindRoots.OfFunction(Equation, from, to, 1e-14 * to, 200);
                double a = rate * root - share / Math.Tan(root * t), tangent = Math.Tan(root * l);
                double slope = -(rate + share * t / Math.Pow(Math.Sin(root * t), 2)) * tangent - a * l / Math.Pow(Math.Cos(root * l), 2);
                _modes.Add((root, -2 * (a + tangent) / slope));
            }
            from = to;
        }
    }

    /// <summary>u but for a constant [1/m].</summary>
    public double At(double distance) => -_pole * Math.Log(distance) + _modes.Sum(m => m.Rate * distance > 700 ? 0 : m.Amplitude * SpecialFunctions.BesselK(0, m.Rate * distance));
}
