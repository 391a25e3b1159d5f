using System.Numerics;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Impedance.Relaxation;

/// <summary>A set of shapes that was fitted.</summary>
/// <param name="Shapes">The shapes, from fast to slow.</param>
/// <param name="HasInductance">Whether an inductance was part of it.</param>
/// <param name="HasTail">Whether the low-frequency tail was part of it.</param>
/// <param name="Parameters">Number of its parameters.</param>
/// <param name="Deviation">Root mean square of the weighted deviations over that of the weighted data.</param>
/// <param name="Bic">Schwarz's criterion; the smaller is the better.</param>
public sealed record RelaxationCandidate(IReadOnlyList<RelaxationShape> Shapes, bool HasInductance, bool HasTail, int Parameters, double Deviation, double Bic);

/// <summary>Peaks of a distribution as shapes fitted to the spectrum, with intervals of the linearised fit and Student's t.</summary>
public sealed class RelaxationFit
{
    internal RelaxationFit(RelaxationDistribution found, RelaxationState state, LeastSquaresFit fit, IReadOnlyList<Complex> impedance, bool isAdequate, IReadOnlyList<RelaxationCandidate> compared)
    {
        (IsAdequate, Compared, Impedance) = (isAdequate, compared, impedance);
        OhmicResistance = fit.Parameter(0);
        Inductance = state.Inductance is null ? Estimate.Exact(0) : fit.Parameter(1).Times(found.Kernel.InductanceScale);
        TailStrength = state.Tail is null ? Estimate.Exact(0) : fit.Parameter(state.First - 1).Times(found.Kernel.TailScale);
        double[] gradient = new double[fit.Parameters.Count];
        var peaks = new List<RelaxationPeak>();
        int at = state.First;
        foreach (RelaxationTerm term in state.Terms)
        {
            gradient[at] = 1;
            Estimate resistance = fit.Parameter(at), log = fit.Parameter(at + 1);
            double tau = Math.Exp(log.Value);
            peaks.Add(new RelaxationPeak(term.Shape, log.Through(tau, tau), resistance, term.Shape == RelaxationShape.ColeCole ? fit.Parameter(at + 2) : null, resistance.Interval().Low > 0));
            at += term.Count;
        }
        Peaks = [.. peaks.OrderBy(p => p.Tau.Value)];
        PolarisationResistance = fit.Function(Peaks.Sum(p => p.Resistance.Value), gradient);
    }

    /// <summary>The peaks from fast to slow.</summary>
    public IReadOnlyList<RelaxationPeak> Peaks { get; }

    /// <summary>Resistance at high frequency R∞ [Ω].</summary>
    public Estimate OhmicResistance { get; }

    /// <summary>Inductance L [H]; exactly 0 where the data ask for none.</summary>
    public Estimate Inductance { get; }

    /// <summary>Strength of the tail, 1/C [1/F] or σ [Ω s^-½]; exactly 0 where the data ask for none.</summary>
    public Estimate TailStrength { get; }

    /// <summary>Sum of the peaks' resistances [Ω].</summary>
    public Estimate PolarisationResistance { get; }

    /// <summary>Impedance of all terms [Ω] at the spectrum's frequencies.</summary>
    public IReadOnlyList<Complex> Impedance { get; }

    /// <summary>
    /// Whether the shapes describe the spectrum as well as the density does: their variance about the data is not larger by the F-test at 1 %.
    /// Where they do not, the peaks of the density stand.
    /// </summary>
    public bool IsAdequate { get; }

    /// <summary>All sets of shapes that were fitted, in the order of the search.</summary>
    public IReadOnlyList<RelaxationCandidate> Compared { get; }
}
