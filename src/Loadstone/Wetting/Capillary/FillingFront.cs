namespace Loadstone.Wetting.Capillary;

/// <summary>The liquid in a bed while it fills: which pores hold it, and what each meniscus waits for.</summary>
internal sealed class FillingFront
{
    private const int Samples = 32, Halvings = 40;

    private readonly double _angle;
    private readonly bool[] _isWet, _isTrapped;
    private readonly double[] _into;
    private readonly Dictionary<(int Throat, bool IntoLeft), FrontEvent> _single = [];
    private readonly Dictionary<(int Disc, int From, int To), FrontEvent> _overlaps = [];
    private readonly Dictionary<(int Throat, bool IntoLeft), Meniscus> _menisci = [];

    public FillingFront(PoreSpace space, double angle)
    {
        (Space, _angle, Partly) = (space, angle, new double[space.Pores.Count]);
        (_isWet, _isTrapped, _into) = (new bool[space.Pores.Count], new bool[space.Pores.Count], new double[space.Pores.Count]);
    }

    public PoreSpace Space { get; }

    public IReadOnlyList<bool> IsTrapped => _isTrapped;

    /// <summary>Liquid that has come into each pore that is not full yet [m²], where that is followed.</summary>
    public double[] Partly { get; }

    /// <summary>Volume of the pores that hold liquid, and of liquid that stands in those whose air is trapped [m²].</summary>
    public double WetVolume { get; private set; }

    /// <summary>Volume of the air that has lost its way out [m²].</summary>
    public double TrappedVolume { get; private set; }

    /// <summary>Air that a meniscus can still push out.</summary>
    public bool IsOpen(int pore) => pore == PoreSpace.Below || (pore >= 0 && !_isWet[pore] && !_isTrapped[pore]);

    private bool IsLiquid(int pore) => pore == PoreSpace.Above || (pore >= 0 && _isWet[pore]);

    /// <summary>Lets liquid into pores; says which others lose their way out by it.</summary>
    /// <param name="pores">The pores.</param>
    /// <param name="curvature">κ at which it happens [1/m]: the menisci at what is trapped keep it.</param>
    public IReadOnlyList<int> Fill(IReadOnlyList<int> pores, double curvature)
    {
        foreach (int pore in pores)
        {
            _isWet[pore] = true;
            WetVolume += Space.Pores[pore].Volume;
        }
        return Trap(curvature);
    }

    /// <summary>Liquid between the lines of centres and the menisci before air that is open [m²], as far as each can go at a curvature.</summary>
    public double Bulges(double curvature)
    {
        Array.Clear(_into);
        double below = 0;
        foreach (Throat throat in Space.Throats)
        {
            bool left = IsLiquid(throat.RightPore) && IsOpen(throat.LeftPore), right = IsLiquid(throat.LeftPore) && IsOpen(throat.RightPore);
            if (!left && !right) continue;
            int into = left ? throat.LeftPore : throat.RightPore;
            double bulge = Bulge(throat, left, curvature);
            if (into >= 0) _into[into] += bulge;
            else below += bulge;
        }
        double sum = Math.Min(below, Space.VolumeBelow);
        for (int pore = 0; pore < _into.Length; pore++) sum += Math.Min(_into[pore], Space.Pores[pore].Volume);
        return sum;
    }

    /// <summary>What needs the least pressure, or null where no air is left to push out.</summary>
    public FrontEvent? Least()
    {
        FrontEvent? best = null;
        foreach (FrontEvent candidate in Events())
        {
            if (best is null || candidate.CompareTo(best) < 0) best = candidate;
        }
        return best;
    }

    /// <summary>All that can happen next.</summary>
    public IEnumerable<FrontEvent> Events()
    {
        foreach (Throat throat in Space.Throats)
        {
            if (IsLiquid(throat.RightPore) && IsOpen(throat.LeftPore)) yield return Single(throat, true);
            else if (IsLiquid(throat.LeftPore) && IsOpen(throat.RightPore)) yield return Single(throat, false);
        }
        for (int disc = 0; disc < Space.About.Length; disc++)
        {
            IReadOnlyList<(Throat Throat, double Direction)> about = Space.About[disc];
            for (int k = 0; k < about.Count; k++)
            {
                if (OverlapFrom(disc, about, k) is { } overlap && overlap.Curvature < double.PositiveInfinity) yield return overlap;
            }
        }
    }

    private double Bulge(Throat throat, bool intoLeft, double curvature)
    {
        Meniscus meniscus = MeniscusIn(throat, intoLeft);
        double at = Math.Max(meniscus.Least, Math.Min(curvature, Single(throat, intoLeft).Curvature));
        return meniscus.Bulge(at) * (throat.IsAtSide ? 0.5 : 1);
    }

    private Meniscus MeniscusIn(Throat throat, bool intoLeft)
    {
        if (_menisci.TryGetValue((throat.Index, intoLeft), out Meniscus known)) return known;
        return _menisci[(throat.Index, intoLeft)] = intoLeft ? new Meniscus(throat.A, throat.B, _angle) : new Meniscus(throat.B, throat.A, _angle);
    }

    // Where one meniscus alone goes on: it bursts, meets one of the discs about the pore before it, or comes down to the bottom.
    private FrontEvent Single(Throat throat, bool intoLeft)
    {
        if (_single.TryGetValue((throat.Index, intoLeft), out FrontEvent? known)) return known;
        int into = intoLeft ? throat.LeftPore : throat.RightPore;
        Meniscus meniscus = MeniscusIn(throat, intoLeft);
        double at = meniscus.Largest;
        FillingCause cause = FillingCause.Burst;
        if (into == PoreSpace.Below) at = First(meniscus.Least, at, curvature => meniscus.HangsTo(meniscus.At(curvature), curvature < 0, Space.Bottom));
        else
        {
            foreach (Disc disc in Space.Pores[into].Walls)
            {
                if (disc == throat.A || disc == throat.B) continue;
                double touch = First(meniscus.Least, at, curvature => meniscus.Touches(meniscus.At(curvature), curvature < 0, disc));
                if (touch < at) (at, cause) = (touch, FillingCause.Touch);
            }
        }
        return _single[(throat.Index, intoLeft)] = new FrontEvent(at, cause, into >= 0 ? [into] : [], (throat, throat.Other(into)), null);
    }

    // Menisci on both sides of a stretch of dry surface meet where their contact points do; all pores between them fill.
    private FrontEvent? OverlapFrom(int disc, IReadOnlyList<(Throat Throat, double Direction)> about, int k)
    {
        // The pore that follows a throat counter-clockwise is the one on the left of the way out along it.
        int next = PoreAfter(about[k].Throat, disc);
        if (!IsOpen(next) || !IsLiquid(about[k].Throat.Other(next))) return null;
        int end = k;
        do
        {
            int pore = PoreAfter(about[end].Throat, disc);
            if (!IsOpen(pore) || pore == PoreSpace.Below) return null;
            end = (end + 1) % about.Count;
        }
        while (end != k && !IsLiquid(PoreAfter(about[end].Throat, disc)));
        if (end == k) return null;
        if (_overlaps.TryGetValue((disc, about[k].Throat.Index, about[end].Throat.Index), out FrontEvent? known)) return known;
        var pores = new List<int>();
        for (int at = k; at != end; at = (at + 1) % about.Count)
        {
            int pore = PoreAfter(about[at].Throat, disc);
            if (!pores.Contains(pore)) pores.Add(pore);
        }
        Throat from = about[k].Throat, to = about[end].Throat;
        return _overlaps[(disc, from.Index, to.Index)] = new FrontEvent(Overlap(disc, about[k], about[end]), FillingCause.Overlap, pores, (from, from.Other(next)), (to, PoreAfter(to, disc)));
    }

    private static int PoreAfter(Throat throat, int disc) => throat.First == disc ? throat.LeftPore : throat.RightPore;

    private double Overlap(int disc, (Throat Throat, double Direction) from, (Throat Throat, double Direction) to)
    {
        double between = to.Direction - from.Direction;
        if (between <= 0) between += 2 * Math.PI;
        // The air lies counter-clockwise of the one and clockwise of the other: the disc is the first of the one's meniscus and the second of the other's.
        Meniscus first = MeniscusIn(from.Throat, from.Throat.First == disc), second = MeniscusIn(to.Throat, to.Throat.First != disc);
        double least = Math.Max(first.Least, second.Least), largest = Math.Min(first.Largest, second.Largest);
        double at = First(least, largest, curvature => first.At(curvature).First + second.At(curvature).Second >= between);
        return at < largest ? at : double.PositiveInfinity;
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

    // Air from which no chain of open gaps leads below has lost its way out.
    private List<int> Trap(double curvature)
    {
        bool[] reached = new bool[_isWet.Length];
        var open = new Stack<int>();
        foreach (Throat throat in Space.Throats)
        {
            int pore = throat.LeftPore == PoreSpace.Below ? throat.RightPore : throat.RightPore == PoreSpace.Below ? throat.LeftPore : PoreSpace.Above;
            if (pore >= 0 && !_isWet[pore] && !reached[pore]) { reached[pore] = true; open.Push(pore); }
        }
        while (open.TryPop(out int at))
        {
            foreach (Throat throat in Space.ThroatsOf[at])
            {
                int next = throat.Other(at);
                if (next >= 0 && !_isWet[next] && !reached[next]) { reached[next] = true; open.Push(next); }
            }
        }
        var trapped = new List<int>();
        double bulges = 0;
        for (int i = 0; i < reached.Length; i++)
        {
            if (_isWet[i] || _isTrapped[i] || reached[i]) continue;
            double bulge = 0;
            foreach (Throat throat in Space.ThroatsOf[i])
            {
                if (IsLiquid(throat.Other(i))) bulge += Bulge(throat, throat.LeftPore == i, curvature);
            }
            bulges += Math.Min(Math.Max(bulge, Partly[i]), Space.Pores[i].Volume);
            TrappedVolume += Space.Pores[i].Volume;
            trapped.Add(i);
        }
        foreach (int pore in trapped) _isTrapped[pore] = true;
        (WetVolume, TrappedVolume) = (WetVolume + bulges, TrappedVolume - bulges);
        return trapped;
    }
}
