using System.Numerics;

namespace Loadstone.Laboratory.Impedance;

/// <summary>What a spectrum does below its lowest frequency, as an extra term of positive strength.</summary>
public enum LowFrequencyTail
{
    /// <summary>Nothing: the imaginary part falls back to zero.</summary>
    None,

    /// <summary>A capacitance in series, 1/(jωC): electrodes that block, or a cell that charges.</summary>
    Capacitance,

    /// <summary>Semi-infinite diffusion, σ(1 − j)/√ω.</summary>
    Warburg,
}

/// <summary>Recognises tails and gives their columns.</summary>
internal static class Tails
{
    private const int Points = 5;

    /// <summary>The tail by the slope s of ln(−Z″) against −ln ω at the lowest frequencies: none below 0.25, diffusion up to 0.75, a capacitance above.</summary>
    internal static LowFrequencyTail Find(Spectrum spectrum)
    {
        int count = Math.Min(Points, spectrum.Count);
        double sx = 0, sy = 0, sxx = 0, sxy = 0;
        for (int i = spectrum.Count - count; i < spectrum.Count; i++)
        {
            double fall = -spectrum.Impedance[i].Imaginary;
            if (!(fall > 0)) return LowFrequencyTail.None;
            double x = -Math.Log(spectrum.Frequency[i]), y = Math.Log(fall);
            (sx, sy, sxx, sxy) = (sx + x, sy + y, sxx + x * x, sxy + x * y);
        }
        double slope = (count * sxy - sx * sy) / (count * sxx - sx * sx);
        return slope switch { > 0.75 => LowFrequencyTail.Capacitance, > 0.25 => LowFrequencyTail.Warburg, _ => LowFrequencyTail.None };
    }

    /// <summary>The term of unit strength at an angular frequency.</summary>
    internal static Complex Column(LowFrequencyTail tail, double omega) => tail switch
    {
        LowFrequencyTail.Capacitance => new Complex(0, -1 / omega),
        LowFrequencyTail.Warburg => new Complex(1, -1) / Math.Sqrt(omega),
        _ => Complex.Zero,
    };
}
