using System.Numerics;
using Loadstone.Cells;
using Loadstone.Numerics;

namespace Loadstone.Electrochemistry.Analysis;

/// <summary>
/// Electrochemical impedance of the porous-electrode model, by linearising the discretised equations about a state: the same
/// Jacobian that time stepping uses, with iω for the time derivative (Doyle, Meyers, Newman, J. Electrochem. Soc. 147, 99 (2000);
/// Sikha, White, J. Electrochem. Soc. 154, A43 (2007)). Exact for small signals; no time stepping, no fitted circuit. The temperature stands still.
/// </summary>
/// <example><code>
/// ImpedanceSpectrum spectrum = Impedance.Of(cell, 0.5, Impedance.Frequencies(1e-3, 1e4, 60));
/// </code></example>
public static class Impedance
{
    /// <summary>Frequencies with the same ratio from one to the next.</summary>
    /// <param name="from">First [Hz].</param>
    /// <param name="to">Last [Hz]; may be the lower one.</param>
    /// <param name="count">How many, 2 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A frequency is not positive, or there are fewer than two.</exception>
    public static double[] Frequencies(double from, double to, int count)
    {
        Require.Positive(from, "Hz", nameof(from));
        Require.Positive(to, "Hz", nameof(to));
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        var frequencies = new double[count];
        for (int i = 0; i < count; i++) frequencies[i] = from * Math.Pow(to / from, (double)i / (count - 1));
        frequencies[^1] = to;
        return frequencies;
    }

    /// <summary>Impedance of a cell at rest.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="stateOfCharge">State of charge, 1 at the upper cut-off.</param>
    /// <param name="frequencies">Frequencies [Hz], positive, in any order.</param>
    /// <param name="settings">Double layer and leads; null for the default.</param>
    /// <param name="mesh">Resolution; null for the default.</param>
    /// <exception cref="InputException">The cell cannot rest at its cut-offs, or the state of charge lies outside [0, 1].</exception>
    public static ImpedanceSpectrum Of(Cell cell, double stateOfCharge, IReadOnlyList<double> frequencies,
        ImpedanceSettings? settings = null, MeshSettings? mesh = null) =>
        Of(cell, new Simulation(cell, mesh, stateOfCharge: stateOfCharge).State, frequencies, settings, mesh);

    /// <summary>
    /// Impedance about any state, with the current that flows in it: a state kept during a discharge gives the impedance under
    /// load, and one kept after a rest that at no current.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="state">The state, from a simulation of the same cell on the same mesh.</param>
    /// <param name="frequencies">Frequencies [Hz], positive, in any order.</param>
    /// <param name="settings">Double layer and leads; null for the default.</param>
    /// <param name="mesh">Resolution; null for the default.</param>
    /// <exception cref="ArgumentException">The state belongs to another mesh or cell, or a frequency is not positive.</exception>
    public static ImpedanceSpectrum Of(Cell cell, CellState state, IReadOnlyList<double> frequencies,
        ImpedanceSettings? settings = null, MeshSettings? mesh = null)
    {
        ArgumentNullException.ThrowIfNull(frequencies);
        var system = new PorousElectrodeSystem(cell, mesh ?? new MeshSettings(), Tolerances.Default);
        if (state.Unknowns.Count != system.Size)
            throw new ArgumentException($"The state has {state.Unknowns.Count} unknowns, this cell has {system.Size}.", nameof(state));
        return Of(system.Linearise([.. state.Unknowns], settings?.DoubleLayerCapacitance), cell.Area, frequencies, settings ?? new ImpedanceSettings());
    }

    /// <summary>Impedance of a linearised cell, which has its double layers.</summary>
    internal static ImpedanceSpectrum Of(LinearisedCell cell, double area, IReadOnlyList<double> frequencies, ImpedanceSettings settings)
    {
        var impedance = new Complex[frequencies.Count];
        Span<double> omega = stackalloc double[ComplexLanes.Count];
        for (int start = 0; start < impedance.Length; start += omega.Length)
        {
            // The last batch repeats its last frequency in the lanes that are left over.
            for (int lane = 0; lane < omega.Length; lane++)
            {
                omega[lane] = 2 * Math.PI * Require.Positive(frequencies[Math.Min(start + lane, impedance.Length - 1)], "Hz", nameof(frequencies));
            }
            ComplexLanes z = cell.Impedance(new Vector<double>(omega));
            for (int lane = 0; lane < omega.Length && start + lane < impedance.Length; lane++)
            {
                impedance[start + lane] = z[lane] / area + new Complex(settings.SeriesResistance, omega[lane] * settings.SeriesInductance);
            }
        }
        return new ImpedanceSpectrum([.. frequencies], impedance, area);
    }
}
