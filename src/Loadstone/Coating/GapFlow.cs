using Loadstone.Slurry;

namespace Loadstone.Coating;

/// <summary>
/// Flow of a power-law liquid between a wall at rest and one that moves, with a pressure that falls in the direction of motion.
/// The stress is linear across the gap, τ = b − P(y − G/2); with du/dy = sgn τ |τ/K|^(1/n), b follows from the speed of the wall,
/// and the flux is UG/2 + P⁻² ∫ (τ − b) γ̇(τ) dτ. For n = 1 it is UG/2 + PG³/(12K).
/// </summary>
internal static class GapFlow
{
    // Abscissae and weights of the Gauss–Legendre rule of 5 points on [−1, 1], the positive half.
    private static readonly double[] _nodes = [0, 0.5384693101056831, 0.9061798459386640];
    private static readonly double[] _weights = [0.5688888888888889, 0.4786286704993665, 0.2369268850561891];

    /// <summary>Volume that passes per width and time [m²/s].</summary>
    /// <param name="law">The liquid.</param>
    /// <param name="gap">G [m].</param>
    /// <param name="speed">U [m/s].</param>
    /// <param name="gradient">Fall of the pressure per length P [Pa/m], not negative.</param>
    public static double Flux(PowerLaw law, double gap, double speed, double gradient)
    {
        double drag = 0.5 * speed * gap;
        double drop = 0.5 * gradient * gap; // s: the stress runs from b + s to b − s
        double wall = law.Stress(speed / gap); // stress of the drag flow alone
        if (drop < 1e-12 * wall) return drag;
        double p = 1 / law.Exponent, k = Math.Pow(law.Consistency, -p);
        double b = MeanStress(p, drop, speed / gap / k, wall);
        return drag + k * Moment(b, drop, p) / (gradient * gradient);
    }

    // u falls from U at the web to 0 at the blade, so the mean of γ̇ is −U/G and b is negative; found as β = −b ≥ 0 where
    // ∫ sgn τ |τ|^p dτ over [β − s, β + s] = 2 s U/(G k).
    private static double MeanStress(double p, double s, double meanRate, double dragStress)
    {
        // The mean of |τ|^p over the gap is at least |β|^p where p ≥ 1; for p < 1 it may be less.
        double low = 0, high = dragStress + s;
        while (MeanOfPower(high, s, p) < meanRate) high *= 2;
        for (int i = 0; i < 200 && high - low > 1e-16 * high; i++)
        {
            double middle = 0.5 * (low + high);
            if (MeanOfPower(middle, s, p) < meanRate) low = middle;
            else high = middle;
        }
        return -0.5 * (low + high);
    }

    // 1/(2s) ∫_{β−s}^{β+s} sgn τ |τ|^p dτ, by the logarithm of the ratio where its two ends are close.
    private static double MeanOfPower(double beta, double s, double p)
    {
        double near = Math.Abs(beta - s), far = beta + s;
        if (near == 0) return Math.Pow(far, p + 1) / ((p + 1) * 2 * s);
        if (beta > 2 * s) return Math.Pow(near, p + 1) * ExpMinusOne((p + 1) * LogOnePlus(2 * s / near)) / ((p + 1) * 2 * s);
        return (Math.Pow(far, p + 1) - Math.Pow(near, p + 1)) / ((p + 1) * 2 * s);
    }

    // ∫_{b−s}^{b+s} (τ − b) sgn τ |τ|^p dτ.
    private static double Moment(double b, double s, double p)
    {
        if (Math.Abs(b) > 2 * s)
        {
            // Both ends lie on the same side, far from 0, where the closed form would cancel; the integrand is smooth.
            double sum = 0;
            for (int i = 0; i < _nodes.Length; i++)
            {
                double right = b + s * _nodes[i], left = b - s * _nodes[i];
                sum += _weights[i] * (i == 0 ? 0 : s * _nodes[i] * (Signed(right, p) - Signed(left, p)));
            }
            return sum * s;
        }
        return Primitive(b + s, b, p) - Primitive(b - s, b, p);
    }

    private static double Primitive(double tau, double b, double p)
    {
        double a = Math.Abs(tau);
        return Math.Sign(tau) * Math.Pow(a, p + 2) / (p + 2) - b * Math.Pow(a, p + 1) / (p + 1);
    }

    private static double Signed(double tau, double p) => Math.Sign(tau) * Math.Pow(Math.Abs(tau), p);

    private static double LogOnePlus(double x)
    {
        double y = 1 + x;
        return y == 1 ? x : Math.Log(y) * (x / (y - 1)); // W. Kahan's correction of the rounding of 1 + x
    }

    private static double ExpMinusOne(double x)
    {
        if (Math.Abs(x) > 0.5) return Math.Exp(x) - 1;
        double y = Math.Exp(x);
        return y == 1 ? x : (y - 1) * (x / Math.Log(y)); // the same for the exponential
    }
}
