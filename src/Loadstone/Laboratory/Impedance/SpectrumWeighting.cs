using System.Numerics;

namespace Loadstone.Laboratory.Impedance;

/// <summary>What the points of a spectrum count for; the noise of both parts is taken as proportional to its inverse.</summary>
public enum SpectrumWeighting
{
    /// <summary>Each deviation over the point's modulus: noise that is a share of |Z|, as instruments state it.</summary>
    Modulus,

    /// <summary>Each deviation as it is: noise of one size.</summary>
    Unit,
}

/// <summary>Weights of points.</summary>
internal static class Weighting
{
    /// <summary>The factor of both parts of each point's deviation [1/Ω], or 1.</summary>
    internal static double[] Of(Spectrum spectrum, SpectrumWeighting weighting)
    {
        double[] weights = new double[spectrum.Count];
        double least = 1e-9 * spectrum.Impedance.Max(Complex.Abs);
        for (int i = 0; i < weights.Length; i++)
            weights[i] = weighting == SpectrumWeighting.Unit ? 1 : 1 / Math.Max(Complex.Abs(spectrum.Impedance[i]), Math.Max(least, double.Epsilon));
        return weights;
    }
}
