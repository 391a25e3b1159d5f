namespace Loadstone.Laboratory.Transport;

/// <summary>A porous layer between the faces of a symmetric cell.</summary>
/// <param name="Thickness">Thickness L [m].</param>
/// <param name="Porosity">Porosity ε.</param>
/// <param name="Tortuosity">Tortuosity factor τ: the effective diffusivity is ε D/τ.</param>
public sealed record DiffusionLayer(double Thickness, double Porosity, double Tortuosity);

/// <summary>
/// Relaxation of the salt in a stack of porous layers between two faces that pass none: ε ∂c/∂t = ∂/∂x(ε D/τ ∂c/∂x). Its modes decay with
/// rates λ that are the eigenvalues of a Sturm–Liouville problem; they are found from its Prüfer angle, which grows with λ and has passed
/// n π at the far face for mode n. For one layer λₙ = n² π² D/(τ L²).
/// </summary>
public static class DiffusionStack
{
    private const int Bisections = 200;
    private const double LeastTortuosity = 1e-3, MostTortuosity = 1e6;

    /// <summary>Decay rate of a mode [1/s].</summary>
    /// <param name="layers">The layers, in order.</param>
    /// <param name="diffusivity">Diffusivity D of the salt in the free electrolyte [m²/s].</param>
    /// <param name="mode">Number of the mode, from 1; modes of even number are symmetric in a symmetric stack and leave no voltage.</param>
    public static double DecayRate(IReadOnlyList<DiffusionLayer> layers, double diffusivity, int mode = 1)
    {
        double length = Require.NotEmpty(layers).Sum(l => l.Thickness * Math.Sqrt(l.Tortuosity));
        double low = 0, high = diffusivity * Math.Pow(mode * Math.PI / length, 2);
        while (Angle(layers, diffusivity, high) < mode * Math.PI) (low, high) = (high, 2 * high);
        for (int i = 0; i < Bisections && high - low > 1e-15 * high; i++)
        {
            double middle = (low + high) / 2;
            if (Angle(layers, diffusivity, middle) < mode * Math.PI) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>The tortuosity factor of one layer at which the slowest mode decays at a given rate.</summary>
    /// <param name="layers">The layers; the tortuosity of the unknown one is not looked at.</param>
    /// <param name="unknown">Index of the unknown layer.</param>
    /// <param name="diffusivity">Diffusivity D of the salt in the free electrolyte [m²/s].</param>
    /// <param name="rate">Rate of the slowest mode [1/s].</param>
    /// <returns>The tortuosity; 0 where the other layers alone would relax more slowly than that.</returns>
    public static double Tortuosity(IReadOnlyList<DiffusionLayer> layers, int unknown, double diffusivity, double rate)
    {
        double RateAt(double tortuosity) => DecayRate([.. layers.Select((l, i) => i == unknown ? l with { Tortuosity = tortuosity } : l)], diffusivity);
        if (RateAt(LeastTortuosity) <= rate) return 0;
        double low = Math.Log(LeastTortuosity), high = Math.Log(MostTortuosity);
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (RateAt(Math.Exp(middle)) > rate) low = middle;
            else high = middle;
        }
        return Math.Exp((low + high) / 2);
    }

    // c = a cos θ and flux = −Y a sin θ with the layer's admittance Y = ε √(λ D/τ); both are continuous, θ keeps its half turn.
    private static double Angle(IReadOnlyList<DiffusionLayer> layers, double diffusivity, double rate)
    {
        double angle = 0, admittance = 0;
        foreach (DiffusionLayer layer in layers)
        {
            double own = layer.Porosity * Math.Sqrt(rate * diffusivity / layer.Tortuosity);
            if (admittance > 0)
            {
                double turns = Math.Round(angle / Math.PI) * Math.PI;
                angle = turns + Math.Atan(admittance / own * Math.Tan(angle - turns));
            }
            angle += Math.Sqrt(rate * layer.Tortuosity / diffusivity) * layer.Thickness;
            admittance = own;
        }
        return angle;
    }
}
