using Loadstone.Laboratory.Regression;
using MathNet.Numerics.Distributions;

namespace Loadstone.Laboratory.Impedance.Relaxation;

/// <summary>
/// Refines the peaks of a distribution: shapes with a few parameters are fitted to the spectrum from where the density has its peaks, one
/// more at a time, as long as Schwarz's criterion (1978) finds strong evidence for another (6 and more, Kass and Raftery 1995).
/// </summary>
public sealed class RelaxationFitter
{
    private const int MostShapes = 6, SearchSteps = 30, LastSteps = 100, SpareData = 6;
    private const double Roughly = 1e-4, Finely = 1e-12, Chance = 0.01, Precision = 1e-8, EdgeShift = 0.3, StrongEvidence = 6, FirstExponent = 0.85;
    private readonly RelaxationDistribution _found;
    private readonly RelaxationModel _model;
    private readonly double _square, _floor;
    private readonly List<RelaxationCandidate> _compared = [];

    private RelaxationFitter(RelaxationDistribution found)
    {
        _found = found;
        _model = new RelaxationModel(found.Kernel, found.Spectrum);
        _square = Dense.Dot(found.Kernel.Data, found.Kernel.Data);
        _floor = Precision * Precision * _square;
    }

    /// <summary>The shapes behind a distribution.</summary>
    /// <param name="found">The distribution.</param>
    /// <returns>The fit; whether it describes the spectrum is part of it. Null where no set of shapes can be determined.</returns>
    public static RelaxationFit? Refine(RelaxationDistribution found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new RelaxationFitter(found).Search();
    }

    private RelaxationFit? Search()
    {
        RelaxationKernel kernel = _found.Kernel;
        double? tail = _found.Tail == LowFrequencyTail.None ? null : _found.TailStrength.Value / kernel.TailScale;
        var start = new RelaxationState(_found.OhmicResistance.Value, _found.Inductance.Value / kernel.InductanceScale, tail, []);
        Trial? best = null;
        while (best is null || best.State.Terms.Count < MostShapes)
        {
            Trial? more = Extended(best?.State ?? start);
            if (more is null || (best is not null && more.Score >= best.Score)) break;
            best = more;
        }
        if (best is null || double.IsPositiveInfinity(best.Score)) return null;
        best = Simplified(Pruned(best));
        best = best with { Fit = _model.Fit(best.State, LastSteps, Finely) };
        best = best with { State = best.State.With(best.Fit.Parameters) };
        return new RelaxationFit(_found, best.State, best.Fit, _model.Impedance(best.State), IsAdequate(best.Fit), _compared);
    }

    // One arc more where it helps the most; then each arc with an edge, and the other way round.
    private Trial? Extended(RelaxationState state)
    {
        Trial? best = null;
        IEnumerable<RelaxationPeak> places = state.Terms.Count == 0 ? _found.Peaks.OrderByDescending(p => p.Resistance.Value).Take(1) : _found.Peaks;
        foreach (RelaxationPeak place in places)
        {
            double log = Math.Log(place.Tau.Value);
            best = Better(best, Try(state with { Terms = [.. state.Terms, new RelaxationTerm(RelaxationShape.ColeCole, place.Resistance.Value, log, FirstExponent)] }));
        }
        for (int k = 0; best is not null && k < best.State.Terms.Count; k++)
        {
            RelaxationTerm term = best.State.Terms[k];
            best = Better(best, Try(Changed(best.State, k, term.Shape == RelaxationShape.Gerischer
                ? term with { Shape = RelaxationShape.ColeCole, LogTau = term.LogTau - EdgeShift, Exponent = FirstExponent }
                : term with { Shape = RelaxationShape.Gerischer, LogTau = term.LogTau + EdgeShift })));
        }
        return best;
    }

    // Shapes that later ones have made needless.
    private Trial Pruned(Trial best)
    {
        for (int k = 0; k < best.State.Terms.Count && best.State.Terms.Count > 1; k++)
        {
            Trial? other = Try(best.State with { Terms = [.. best.State.Terms.Where((_, i) => i != k)] });
            if (Better(best, other) == best) continue;
            best = other!;
            k = -1;
        }
        return best;
    }

    // What the data do not ask for is left out: inductance, tail, depression of an arc.
    private Trial Simplified(Trial best)
    {
        if (best.State.Inductance is not null) best = Better(best, Try(best.State with { Inductance = null }))!;
        if (best.State.Tail is not null) best = Better(best, Try(best.State with { Tail = null }))!;
        for (int k = 0; k < best.State.Terms.Count; k++)
        {
            RelaxationTerm term = best.State.Terms[k];
            if (term.Shape == RelaxationShape.ColeCole) best = Better(best, Try(Changed(best.State, k, term with { Shape = RelaxationShape.Debye })))!;
        }
        return best;
    }

    private static RelaxationState Changed(RelaxationState state, int index, RelaxationTerm term) =>
        state with { Terms = [.. state.Terms.Select((t, i) => i == index ? term : t)] };

    private static Trial? Better(Trial? one, Trial? other) => one is null || (other is not null && other.Score < one.Score) ? other : one;

    private Trial? Try(RelaxationState start)
    {
        int n = _found.Kernel.Data.Length, parameters = start.Count;
        if (n < parameters + SpareData) return null;
        LeastSquaresFit fit = _model.Fit(start, SearchSteps, Roughly);
        RelaxationState state = start.With(fit.Parameters);
        double bic = n * Math.Log(Math.Max(fit.SumOfSquares, _floor) / n) + parameters * Math.Log(n);
        int edges = state.Terms.Count(t => t.Shape == RelaxationShape.Gerischer);
        _compared.Add(new RelaxationCandidate([.. state.Terms.Select(t => t.Shape)], state.Inductance is not null, state.Tail is not null, parameters, Math.Sqrt(fit.SumOfSquares / _square), bic));
        return new Trial(state, fit, IsInside(state, fit) ? bic + StrongEvidence * (state.Terms.Count + edges) : double.PositiveInfinity);
    }

    // A shape without resistance, or with a time constant at the end of the range, is none that the data know.
    private static bool IsInside(RelaxationState state, LeastSquaresFit fit)
    {
        int at = state.First;
        foreach (RelaxationTerm term in state.Terms)
        {
            if (fit.AtBound[at] || fit.AtBound[at + 1]) return false;
            at += term.Count;
        }
        return true;
    }

    // The scatter about the shapes is no larger than about the density, by the quotient of variances.
    private bool IsAdequate(LeastSquaresFit fit)
    {
        double least = _floor / fit.Residuals.Count;
        return fit.SumOfSquares / fit.DegreesOfFreedom <= Math.Max(_found.Variance, least) * FisherSnedecor.InvCDF(fit.DegreesOfFreedom, _found.DegreesOfFreedom, 1 - Chance);
    }

    private sealed record Trial(RelaxationState State, LeastSquaresFit Fit, double Score);
}
