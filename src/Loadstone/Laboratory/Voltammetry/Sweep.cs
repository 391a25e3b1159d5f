using Loadstone.Laboratory.Recordings;

namespace Loadstone.Laboratory.Voltammetry;

/// <summary>One sweep of the potential in one direction. Oxidation counts as positive, as in voltammograms.</summary>
/// <param name="Number">Number of the sweep in its file, from 1.</param>
/// <param name="Potential">Potentials [V].</param>
/// <param name="Current">Currents, oxidation positive [A], as many.</param>
/// <param name="Rate">Scan rate dE/dt, falling when negative [V/s].</param>
public sealed record Sweep(int Number, double[] Potential, double[] Current, double Rate)
{
    private const int FewestPoints = 10;
    private const double LeastShare = 0.2; // of the widest sweep

    /// <summary>Whether the potential rises.</summary>
    public bool IsAnodic => Rate > 0;

    /// <summary>
    /// The sweeps of a recording: stretches between the turning points of the potential. Turns smaller than a fifth of the whole range are
    /// noise; steps, holds and rests with fewer than ten points are passed over.
    /// </summary>
    /// <param name="recording">The recording; its discharge current, positive inside, is the reduction of the working electrode.</param>
    /// <exception cref="InputException">It holds no sweep.</exception>
    public static IReadOnlyList<Sweep> Of(Recording recording)
    {
        ReadOnlySpan<double> times = recording[RecordColumns.TestTime], voltages = recording[RecordColumns.Voltage], currents = recording[RecordColumns.Current];
        var t = new List<double>();
        var e = new List<double>();
        var i = new List<double>();
        for (int k = 0; k < times.Length; k++)
        {
            if (!double.IsFinite(times[k]) || !double.IsFinite(voltages[k]) || !double.IsFinite(currents[k])) continue;
            if (t.Count > 0 && times[k] < t[^1])
                throw new InputException(FormattableString.Invariant($"row {k + 1}: the time falls from {t[^1]:g8} s to {times[k]:g8} s; expected rising times."), file: recording.Source);
            t.Add(times[k]);
            e.Add(voltages[k]);
            i.Add(-currents[k]);
        }
        var sweeps = new List<Sweep>();
        foreach ((int first, int last) in Stretches(e))
        {
            double span = t[last] - t[first];
            if (last - first + 1 < FewestPoints || !(span > 0)) continue;
            double[] potential = [.. e[first..(last + 1)]];
            sweeps.Add(new Sweep(sweeps.Count + 1, potential, [.. i[first..(last + 1)]], (potential[^1] - potential[0]) / span));
        }
        return sweeps.Count > 0 ? sweeps : throw new InputException("the potential is swept nowhere; expected a recording of a linear or cyclic sweep with ten points or more a sweep.", file: recording.Source);
    }

    // Between turning points: a turn counts once the potential has come back by a fifth of the range.
    private static List<(int First, int Last)> Stretches(List<double> e)
    {
        var found = new List<(int, int)>();
        if (e.Count == 0) return found;
        double least = LeastShare * (e.Max() - e.Min());
        int start = 0, extreme = 0, direction = 0;
        for (int k = 1; k < e.Count; k++)
        {
            if (direction == 0)
            {
                if (Math.Abs(e[k] - e[start]) > least) direction = Math.Sign(e[k] - e[start]);
                extreme = k;
                continue;
            }
            if (direction * (e[k] - e[extreme]) > 0) extreme = k;
            else if (direction * (e[extreme] - e[k]) > least)
            {
                found.Add((start, extreme));
                (start, extreme, direction) = (extreme, k, -direction);
            }
        }
        if (direction != 0 && least > 0) found.Add((start, extreme));
        return found;
    }
}
