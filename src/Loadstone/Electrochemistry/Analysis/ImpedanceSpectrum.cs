using System.Numerics;

namespace Loadstone.Electrochemistry.Analysis;

/// <summary>Impedance of a cell against frequency; arrays of one length. Capacitive arcs have negative imaginary parts.</summary>
/// <param name="Frequency">Frequencies [Hz], in the order in which they were asked for.</param>
/// <param name="Impedance">Impedance of the whole cell [Ω].</param>
/// <param name="Area">Area of the cell [m²].</param>
public sealed record ImpedanceSpectrum(IReadOnlyList<double> Frequency, IReadOnlyList<Complex> Impedance, double Area)
{
    /// <summary>Impedance times area of the cell [Ω m²] at each frequency.</summary>
    public IReadOnlyList<Complex> ArealImpedance => [.. Impedance.Select(z => z * Area)];
}
