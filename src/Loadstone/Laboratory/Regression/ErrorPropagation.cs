namespace Loadstone.Laboratory.Regression;

/// <summary>Errors of inputs carried through to what is computed from them, to first order and taken as independent.</summary>
public static class ErrorPropagation
{
    /// <summary>A function of estimates; degrees of freedom after Welch (Biometrika 34, 28 (1947)) and Satterthwaite (Biometrics Bull. 2, 110 (1946)).</summary>
    /// <param name="value">The function at the values of the inputs.</param>
    /// <param name="inputs">Each input with the function's derivative by it.</param>
    public static Estimate Carry(double value, params ReadOnlySpan<(Estimate Input, double Derivative)> inputs)
    {
        double variance = 0, weight = 0;
        foreach ((Estimate input, double derivative) in inputs)
        {
            if (derivative == 0) continue;
            double part = Math.Pow(derivative * input.StandardError, 2);
            variance += part;
            weight += part * part / input.DegreesOfFreedom;
        }
        return new Estimate(value, Math.Sqrt(variance), weight > 0 ? variance * variance / weight : double.PositiveInfinity);
    }

    /// <summary>The product of two independent estimates.</summary>
    public static Estimate Product(Estimate a, Estimate b) => Carry(a.Value * b.Value, (a, b.Value), (b, a.Value));

    /// <summary>The quotient of two independent estimates.</summary>
    public static Estimate Quotient(Estimate a, Estimate b) => Carry(a.Value / b.Value, (a, 1 / b.Value), (b, -a.Value / (b.Value * b.Value)));
}
