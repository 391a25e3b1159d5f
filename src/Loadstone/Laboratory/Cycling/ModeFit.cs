using MathNet.Numerics.LinearAlgebra;

namespace Loadstone.Laboratory.Cycling;

/// <summary>
/// A slow curve of a full cell as the difference of two half-cell curves, each stretched and shifted:
/// V = U_p(y) − U_n(x) − I R, with y and x linear in the charge (Dahn, Zheng, Dahn, J. Electrochem. Soc. 159, A1405 (2012); Birkl et al., J. Power Sources 341, 373 (2017)).
/// </summary>
/// <param name="Charge">Charge of the curve [C].</param>
/// <param name="Parameters">y at the charged end, y at the discharged end, x at the charged end, x at the discharged end, and R [Ω] where it is fitted.</param>
/// <param name="Covariance">Their covariance, from the scatter; NaN beside parameters that the data do not fix.</param>
/// <param name="Scatter">Standard deviation of the voltage about the fit [V].</param>
/// <param name="DegreesOfFreedom">Points less parameters.</param>
/// <param name="Given">Charge of the points since the charged end [C].</param>
/// <param name="Measured">Voltage of the points [V].</param>
/// <param name="Fitted">Voltage of the fit there [V].</param>
/// <param name="ReachesEnd">Whether the fit uses a half-cell curve up to its end, beyond which the cell may go.</param>
public sealed record ModeFit(
    double Charge, IReadOnlyList<double> Parameters, Matrix<double> Covariance, double Scatter, int DegreesOfFreedom, double[] Given, double[] Measured, double[] Fitted, bool ReachesEnd)
{
    /// <summary>Capacity of the positive electrode between y = 0 and 1 [C].</summary>
    public Estimate PositiveCapacity => Through(Capacities.Positive);

    /// <summary>Capacity of the negative electrode between x = 0 and 1 [C].</summary>
    public Estimate NegativeCapacity => Through(Capacities.Negative);

    /// <summary>Lithium that can be cycled, y C_p + x C_n [C].</summary>
    public Estimate Inventory => Through(Capacities.Inventory);

    /// <summary>The resistance, or null where it was not fitted [Ω].</summary>
    public Estimate? Resistance => Parameters.Count > 4 ? new Estimate(Parameters[4], Math.Sqrt(Covariance[4, 4]), DegreesOfFreedom) : null;

    /// <summary>Whether the data fix both capacities; nearly straight half-cell curves can be stretched and shifted against each other without the voltage of the cell changing.</summary>
    public bool IsDetermined => double.IsFinite(PositiveCapacity.StandardError) && double.IsFinite(NegativeCapacity.StandardError);

    private enum Capacities
    {
        Positive,
        Negative,
        Inventory,
    }

    private Estimate Through(Capacities which)
    {
        (double value, Vector<double> gradient) = Gradient(which);
        double variance = 0;
        for (int a = 0; a < gradient.Count; a++)
        {
            for (int b = 0; b < gradient.Count; b++)
            {
                if (gradient[a] != 0 && gradient[b] != 0) variance += gradient[a] * Covariance[a, b] * gradient[b];
            }
        }
        return new Estimate(value, Math.Sqrt(variance), DegreesOfFreedom);
    }

    private (double Value, Vector<double> Gradient) Gradient(Capacities which)
    {
        double y0 = Parameters[0], y1 = Parameters[1], x0 = Parameters[2], x1 = Parameters[3], p = Charge / (y1 - y0), n = Charge / (x0 - x1);
        Vector<double> gradient = Vector<double>.Build.Dense(Parameters.Count);
        double value;
        if (which == Capacities.Positive)
        {
            value = p;
            (gradient[0], gradient[1]) = (p / (y1 - y0), -p / (y1 - y0));
        }
        else if (which == Capacities.Negative)
        {
            value = n;
            (gradient[2], gradient[3]) = (-n / (x0 - x1), n / (x0 - x1));
        }
        else
        {
            value = y0 * p + x0 * n;
            (gradient[0], gradient[1]) = (p * y1 / (y1 - y0), -p * y0 / (y1 - y0));
            (gradient[2], gradient[3]) = (-n * x1 / (x0 - x1), n * x0 / (x0 - x1));
        }
        return (value, gradient);
    }
}
