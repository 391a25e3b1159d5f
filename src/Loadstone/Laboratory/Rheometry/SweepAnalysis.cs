namespace Loadstone.Laboratory.Rheometry;

/// <summary>State of a polymer or slurry over a range of frequencies, by its moduli.</summary>
public enum MechanicalState
{
    /// <summary>G″ above G′ and the more so the slower: it flows.</summary>
    Terminal,

    /// <summary>G′ above G″ below 0.1 GPa: a network or gel.</summary>
    Rubbery,

    /// <summary>G″ above G′ on the fast side of a rubbery range: between glass and rubber.</summary>
    Transition,

    /// <summary>G′ above G″ and above 0.1 GPa.</summary>
    Glassy,
}

/// <summary>A range of frequencies in one state.</summary>
/// <param name="State">The state.</param>
/// <param name="Low">Its lower end [rad/s].</param>
/// <param name="High">Its upper end [rad/s].</param>
public sealed record StateRange(MechanicalState State, double Low, double High);

/// <summary>What a frequency sweep says.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="PhaseFrequency">Where the phase angle is read [rad/s].</param>
/// <param name="PhaseAngle">δ = arctan(G″/G′) there [rad]; null where the sweep does not reach it.</param>
/// <param name="Crossovers">Frequencies at which G′ and G″ cross [rad/s], rising.</param>
/// <param name="States">States from slow to fast.</param>
/// <param name="RelaxationFrequency">Where the relaxation times are read [rad/s].</param>
/// <param name="MaxwellTime">G′/(ω G″) there [s]: the relaxation time of a Maxwell liquid; null where the sweep does not reach it.</param>
/// <param name="ComplianceTime">τ = G′/(|η*| ω²) there [s], as eqn 1 of Energy Environ. Sci. 18, 7514 (2025) reads by its list of symbols: at most 1/ω, and equal to the Maxwell time only for ωτ ≪ 1; null likewise.</param>
public sealed record SweepAnalysis(FrequencySweep Sweep, double PhaseFrequency, Estimate? PhaseAngle, IReadOnlyList<Estimate> Crossovers,
    IReadOnlyList<StateRange> States, double RelaxationFrequency, Estimate? MaxwellTime, Estimate? ComplianceTime)
{
    private const double GlassModulus = 1e8, LocalFactor = 4;

    /// <summary>Analyses a sweep.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="phaseFrequency">Where the phase angle is read [rad/s].</param>
    /// <param name="relaxationFrequency">Where the relaxation times are read [rad/s].</param>
    public static SweepAnalysis Of(FrequencySweep sweep, double phaseFrequency = 6.3, double relaxationFrequency = 0.05)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        double[] ratio = [.. sweep.Loss.Select((g, i) => Math.Log(g / sweep.Storage[i]))];
        Estimate[] crossovers = [.. Crossings(sweep.AngularFrequency, ratio)];
        Estimate? phase = null, maxwell = null, compliance = null;
        if (LocalLogFit.Of(sweep.AngularFrequency, ratio, phaseFrequency, LocalFactor, isLog: true) is { } about)
        {
            double angle = Math.Atan(Math.Exp(about[0].Value));
            phase = about[0].Through(angle, Math.Sin(2 * angle) / 2);
        }
        if (LocalLogFit.Of(sweep.AngularFrequency, ratio, relaxationFrequency, LocalFactor, isLog: true) is { } slow)
        {
            double tangent = Math.Exp(slow[0].Value), cosine = 1 / Math.Sqrt(1 + tangent * tangent);
            maxwell = slow[0].Through(1 / (relaxationFrequency * tangent), -1 / (relaxationFrequency * tangent));
            compliance = slow[0].Through(cosine / relaxationFrequency, -cosine * (1 - cosine * cosine) / relaxationFrequency);
        }
        return new SweepAnalysis(sweep, phaseFrequency, phase, crossovers, [.. Ranges(sweep, ratio, crossovers)], relaxationFrequency, maxwell, compliance);
    }

    // Signs that change and change back within half a decade are noise about one place: only an odd number of them is a crossing.
    private static IEnumerable<Estimate> Crossings(IReadOnlyList<double> omega, double[] ratio)
    {
        double half = Math.Sqrt(10);
        for (int i = 1; i < ratio.Length;)
        {
            if (Math.Sign(ratio[i - 1]) * Math.Sign(ratio[i]) > 0) { i++; continue; }
            double start = omega[i - 1];
            int first = i - 1, last = i;
            for (int j = i + 1; j < ratio.Length && omega[j] <= start * half; j++)
            {
                if (Math.Sign(ratio[j - 1]) * Math.Sign(ratio[j]) <= 0) last = j;
            }
            if (Math.Sign(ratio[first]) * Math.Sign(ratio[last]) <= 0) yield return Crossing(omega, ratio, Math.Sqrt(omega[first] * omega[last]));
            i = last + 1;
        }
    }

    // Newton's steps on the local polynomial: each moves its centre to the root of the one before.
    private static Estimate Crossing(IReadOnlyList<double> omega, double[] ratio, double guess)
    {
        double at = guess, error = double.NaN, freedom = 0, low = omega.Min(), high = omega.Max();
        for (int step = 0; step < 20; step++)
        {
            if (LocalLogFit.Of(omega, ratio, at, LocalFactor, isLog: true) is not { Coefficients.Count: > 1 } fit) return new Estimate(at, double.NaN, 0);
            double move = Math.Clamp(-fit[0].Value / fit[1].Value, -0.5, 0.5);
            (error, freedom) = (Math.Abs(fit[0].StandardError / fit[1].Value), fit[0].DegreesOfFreedom);
            at = Math.Clamp(at * Math.Exp(move), low, high);
            if (Math.Abs(move) < 1e-9) break;
        }
        return new Estimate(at, at * error, freedom);
    }

    private static IEnumerable<StateRange> Ranges(FrequencySweep sweep, double[] ratio, Estimate[] crossovers)
    {
        IReadOnlyList<double> omega = sweep.AngularFrequency;
        double[] ends = [omega[0], .. crossovers.Select(c => c.Value), omega[^1]];
        for (int k = 1; k < ends.Length; k++)
        {
            int[] inside = [.. Enumerable.Range(0, omega.Count).Where(i => omega[i] >= ends[k - 1] && omega[i] <= ends[k])];
            if (inside.Length == 0) continue;
            bool isElastic = inside.Average(i => ratio[i]) < 0;
            MechanicalState state = MechanicalState.Terminal;
            if (isElastic) state = inside.Average(i => Math.Log(sweep.Storage[i])) > Math.Log(GlassModulus) ? MechanicalState.Glassy : MechanicalState.Rubbery;
            else if (k > 1 || (ends.Length == 2 && ratio[^1] > ratio[0])) state = MechanicalState.Transition;
            yield return new StateRange(state, ends[k - 1], ends[k]);
        }
    }
}
