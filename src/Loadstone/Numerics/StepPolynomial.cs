using System.Runtime.CompilerServices;

namespace Loadstone.Numerics;

/// <summary>
/// The interpolating polynomial of one number over a time step, in modified divided differences:
/// y(t) = φ₀ + Σ φ_j Π (t − t_n + ψ_{i−2})/ψ_{i−1}.
/// </summary>
public struct StepPolynomial
{
    private const int Capacity = 6;

    private readonly double _time;
    private readonly int _order;
    private Numbers _phi;
    private Numbers _psi;

    /// <summary>An empty polynomial.</summary>
    /// <param name="time">End of the step t_n [s].</param>
    /// <param name="order">Order, 1 to 5.</param>
    internal StepPolynomial(double time, int order)
    {
        _time = time;
        _order = order;
    }

    /// <summary>The value at a time within the step.</summary>
    public readonly double At(double time)
    {
        double delta = time - _time, c = 1, gamma = delta / _psi[0], y = _phi[0];
        for (int j = 1; j <= _order; j++)
        {
            c *= gamma;
            y += c * _phi[j];
            gamma = (delta + _psi[j - 1]) / _psi[j];
        }
        return y;
    }

    internal void Set(int j, double phi, double psi)
    {
        _phi[j] = phi;
        _psi[j] = psi;
    }

    [InlineArray(Capacity)]
    private struct Numbers
    {
        private double _first;
    }
}
