namespace Loadstone.Wetting.Capillary;

/// <summary>The liquid in a bed while it fills: which pores hold it, and what each meniscus waits for.</summary>
internal sealed class FillingFront
{
    private const int Samples = 32, Halvings = 40;

    private readonly PoreSpace _space;
    private readonly double _angle;
    private readonly bool[] _isWet, _isTrapped;
    private readonly Dictionary<(int Throat, bool IntoLeft), (double Curvature, FillingCause Cause)> _single = [];
    private readonly Dictionary<(int Disc, int From, int To), double> _overlaps = [];
    private readonly Dictionary<(int Throat, bool IntoLeft), Meniscus> _menisci = [];
    private double _wetVolume, _trappedVolume;

    public FillingFront(PoreSpace space, double angle)
    {
        (_space, _angle) = (space, angle);
        (_isWet, _isTrapped) = (new bool[space.Pores.Count], new bool[space.Pores.Count]);
    }

    public CapillaryFilling Run(double highest)
    {
        var steps = new List<FillingStep>();
        double volume = _space.Volume, breakthrough = double.NaN;
        while (Next() is { } next && next.Curvature <= highest)
        {
            if (next.Pores.Count == 0)
            {
                breakthrough = next.Curvature;
                break;
            }
            foreach (int pore in next.Pores)
            {
                _isWet[pore] = true;
                _wetVolume += _space.Pores[pore].Volume;
            }
            IReadOnlyList<int> trapped = Trap();
            steps.Add(new FillingStep(next.Cause, next.Curvature, next.Pores, _wetVolume / volume, trapped, _trappedVolume / volume));
        }
        return new CapillaryFilling(steps, breakthrough, _wetVolume / volume, _trappedVolume / volume, _isTrapped, [.. _space.Pores.Select(pore => pore.Outline)]);
    }

    private bool IsLiquid(int pore) => pore == PoreSpace.Above || (pore >= 0 && _isWet[pore]);

    // Air that a meniscus can still push out.
    private bool IsOpen(int pore) => pore == PoreSpace.Below || (pore >= 0 && !_isWet[pore] && !_isTrapped[pore]);

    // What needs the least pressure; no pores mean that the liquid leaves below.
    private (double Curvature, FillingCause Cause, IReadOnlyList<int> Pores)? Next()
    {
        (double Curvature, FillingCause Cause, IReadOnlyList<int> Pores)? best = null;
        foreach (Throat throat in _space.Throats)
        {
            bool left = IsLiquid(throat.RightPore) && IsOpen(throat.LeftPore), right = IsLiquid(throat.LeftPore) && IsOpen(throat.RightPore);
            if (!left && !right) continue;
            int into = left ? throat.LeftPore : throat.RightPore;
            (double curvature, FillingCause cause) = Single(throat, left, into);
            if (best is null || curvature < best.Value.Curvature) best = (curvature, cause, into >= 0 ? [into] : []);
        }
        for (int disc = 0; disc < _space.About.Length; disc++)
        {
            foreach ((double curvature, IReadOnlyList<int> pores) in OverlapsOn(disc))
            {
                if (best is null || curvature < best.Value.Curvature) best = (curvature, FillingCause.Overlap, pores);
            }
        }
        return best;
    }

    private Meniscus MeniscusIn(Throat throat, bool intoLeft)
    {
        if (_menisci.TryGetValue((throat.Index, intoLeft), out Meniscus known)) return known;
        return _menisci[(throat.Index, intoLeft)] = intoLeft ? new Meniscus(throat.A, throat.B, _angle) : new Meniscus(throat.B, throat.A, _angle);
    }

    // Where one meniscus alone goes on: it bursts, or meets one of the discs about the pore before it.
    private (double Curvature, FillingCause Cause) Single(Throat throat, bool intoLeft, int into)
    {
        if (_single.TryGetValue((throat.Index, intoLeft), out (double, FillingCause) known)) return known;
        Meniscus meniscus = MeniscusIn(throat, intoLeft);
        double at = meniscus.Largest;
        FillingCause cause = FillingCause.Burst;
        if (into >= 0)
        {
            foreach (Disc disc in _space.Pores[into].Walls)
            {
                if (disc == throat.A || disc == throat.B) continue;
                double touch = First(meniscus.Least, at, curvature => meniscus.Touches(meniscus.At(curvature), curvature < 0, disc));
                if (touch < at) (at, cause) = (touch, FillingCause.Touch);
            }
        }
        return _single[(throat.Index, intoLeft)] = (at, cause);
    }

    // Menisci on both sides of a stretch of dry surface meet where their contact points do; all pores between them fill.
    private IEnumerable<(double Curvature, IReadOnlyList<int> Pores)> OverlapsOn(int disc)
    {
        IReadOnlyList<(Throat Throat, double Direction)> about = _space.About[disc];
        int count = about.Count;
        for (int k = 0; k < count; k++)
        {
            // The pore that follows a throat counter-clockwise is the one on the left of the way out along it.
            if (!IsOpen(PoreAfter(about[k].Throat, disc)) || !IsLiquid(about[k].Throat.Other(PoreAfter(about[k].Throat, disc)))) continue;
            var pores = new List<int>();
            int end = k;
            do
            {
                int pore = PoreAfter(about[end].Throat, disc);
                if (!IsOpen(pore) || pore == PoreSpace.Below) break;
                if (!pores.Contains(pore)) pores.Add(pore);
                end = (end + 1) % count;
            }
            while (end != k && !IsLiquid(PoreAfter(about[end].Throat, disc)));
            if (end == k || pores.Count == 0 || !IsLiquid(PoreAfter(about[end].Throat, disc))) continue;
            yield return (Overlap(disc, about[k], about[end]), pores);
        }
    }

    private static int PoreAfter(Throat throat, int disc) => throat.First == disc ? throat.LeftPore : throat.RightPore;

    private double Overlap(int disc, (Throat Throat, double Direction) from, (Throat Throat, double Direction) to)
    {
        if (_overlaps.TryGetValue((disc, from.Throat.Index, to.Throat.Index), out double known)) return known;
        double between = to.Direction - from.Direction;
        if (between <= 0) between += 2 * Math.PI;
        // The air lies counter-clockwise of the one and clockwise of the other: the disc is the first of the one's meniscus and the second of the other's.
        Meniscus first = MeniscusIn(from.Throat, from.Throat.First == disc), second = MeniscusIn(to.Throat, to.Throat.First != disc);
        double least = Math.Max(first.Least, second.Least), largest = Math.Min(first.Largest, second.Largest);
        double at = First(least, largest, curvature => first.At(curvature).First + second.At(curvature).Second >= between);
        return _overlaps[(disc, from.Throat.Index, to.Throat.Index)] = at < largest ? at : double.PositiveInfinity;
    }

    // Smallest curvature at which something happens, by steps and then by halves; the upper end where it never does.
    private static double First(double low, double high, Func<double, bool> happens)
    {
        if (!(low < high)) return high;
        double before = low;
        if (happens(low)) return low;
        for (int k = 1; k <= Samples; k++)
        {
            double at = low + (high - low) * k / Samples;
            if (!happens(at))
            {
                before = at;
                continue;
            }
            for (int step = 0; step < Halvings; step++)
            {
                double middle = (before + at) / 2;
                if (happens(middle)) at = middle;
                else before = middle;
            }
            return at;
        }
        return high;
    }

    // Air from which no chain of open gaps leads below has lost its way out; says which has so now.
    private IReadOnlyList<int> Trap()
    {
        var trapped = new List<int>();
        bool[] reached = new bool[_isWet.Length];
        var open = new Stack<int>();
        foreach (Throat throat in _space.Throats)
        {
            int pore = throat.LeftPore == PoreSpace.Below ? throat.RightPore : throat.RightPore == PoreSpace.Below ? throat.LeftPore : PoreSpace.Above;
            if (pore >= 0 && !_isWet[pore] && !reached[pore]) { reached[pore] = true; open.Push(pore); }
        }
        while (open.TryPop(out int at))
        {
            foreach (Throat throat in _space.ThroatsOf[at])
            {
                int next = throat.Other(at);
                if (next >= 0 && !_isWet[next] && !reached[next]) { reached[next] = true; open.Push(next); }
            }
        }
        for (int i = 0; i < reached.Length; i++)
        {
            if (_isTrapped[i] || _isWet[i] || reached[i]) continue;
            _isTrapped[i] = true;
            _trappedVolume += _space.Pores[i].Volume;
            trapped.Add(i);
        }
        return trapped;
    }
}
