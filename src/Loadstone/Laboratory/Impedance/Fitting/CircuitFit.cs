using System.Numerics;
using Loadstone.Laboratory.Impedance.Circuits;

namespace Loadstone.Laboratory.Impedance.Fitting;

/// <summary>A circuit fitted to a spectrum.</summary>
/// <param name="Circuit">The circuit.</param>
/// <param name="Spectrum">The spectrum.</param>
/// <param name="Weighting">What the points counted for.</param>
/// <param name="Parameters">Its parameters [SI], each with its standard error; NaN where the data do not determine it.</param>
/// <param name="Correlation">Correlation of the parameters' errors, square; 0 beside those that the data do not determine.</param>
/// <param name="Impedance">Its impedance [Ω] at the spectrum's frequencies.</param>
/// <param name="Deviation">Root mean square of the weighted deviations of both parts, per degree of freedom: a share of |Z| when weighted by the modulus, else Ω.</param>
/// <param name="Aicc">Akaike's information criterion with the correction for few data (Hurvich and Tsai 1989); differences count.</param>
/// <param name="Bic">Schwarz's Bayesian information criterion; differences count.</param>
/// <param name="Doubts">What the data do not determine, in words.</param>
public sealed record CircuitFit(
    Circuit Circuit,
    Spectrum Spectrum,
    SpectrumWeighting Weighting,
    IReadOnlyList<Estimate> Parameters,
    double[,] Correlation,
    IReadOnlyList<Complex> Impedance,
    double Deviation,
    double Aicc,
    double Bic,
    IReadOnlyList<string> Doubts)
{
    /// <summary>The values of the parameters [SI].</summary>
    public double[] Values => [.. Parameters.Select(p => p.Value)];

    /// <summary>The estimate of a parameter.</summary>
    /// <param name="name">Its name: <c>R1</c>, <c>CPE1 α</c>.</param>
    /// <exception cref="ArgumentException">The circuit has none of that name.</exception>
    public Estimate this[string name]
    {
        get
        {
            for (int k = 0; k < Parameters.Count; k++)
            {
                if (Circuit.Parameters[k].Name == name) return Parameters[k];
            }
            throw new ArgumentException($"The circuit {Circuit.Text} has no parameter {name}.", nameof(name));
        }
    }

    /// <summary>Whether the data determine every parameter.</summary>
    public bool IsIdentified => Doubts.Count == 0;
}
