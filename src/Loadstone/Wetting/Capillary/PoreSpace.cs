namespace Loadstone.Wetting.Capillary;

/// <summary>A gap between two discs, or between a disc and its image behind a side; each has a pore on either side.</summary>
/// <param name="Index">Its place in <see cref="PoreSpace.Throats"/>.</param>
/// <param name="First">Index of the first disc.</param>
/// <param name="Second">Index of the second disc; that of the first again where it is an image.</param>
/// <param name="A">The first disc.</param>
/// <param name="B">The second disc or the image.</param>
/// <param name="LeftPore">Pore on the left of the line from the first to the second.</param>
/// <param name="RightPore">Pore on the right.</param>
/// <param name="IsAtSide">Whether the second disc is an image: half of the gap lies in the box.</param>
internal sealed record Throat(int Index, int First, int Second, Disc A, Disc B, int LeftPore, int RightPore, bool IsAtSide)
{
    /// <summary>Narrowest width [m].</summary>
    public double Width => Math.Sqrt((B.X - A.X) * (B.X - A.X) + (B.Y - A.Y) * (B.Y - A.Y)) - A.Radius - B.Radius;

    /// <summary>The pore on the other side.</summary>
    public int Other(int pore) => pore == LeftPore ? RightPore : LeftPore;
}

/// <summary>A pore: what discs that neighbour each other enclose.</summary>
/// <param name="Volume">Its area that is no disc [m²].</param>
/// <param name="Outline">Its corners: centres of discs, and the side where it lies at one [m].</param>
/// <param name="Walls">Discs that a meniscus in it may meet: its corners, and images of them where it lies at a side.</param>
internal sealed record Pore(double Volume, IReadOnlyList<(double X, double Y)> Outline, IReadOnlyList<Disc> Walls);

/// <summary>
/// Pores and throats of a bed, by its regular triangulation. The sides are planes of symmetry: discs beside them neighbour their own images, and
/// the pore between two such discs and the side is half of a trapezoid.
/// </summary>
internal sealed class PoreSpace
{
    /// <summary>The space above the bed, from which the liquid comes.</summary>
    public const int Above = -1;

    /// <summary>The space below the bed, into which the air goes.</summary>
    public const int Below = -2;

    private const int Passes = 4;

    private readonly List<Pore> _pores = [];
    private readonly List<Throat> _throats = [];

    /// <summary>Finds the pores of a bed.</summary>
    public PoreSpace(DiscBed bed)
    {
        Bed = bed;
        int n = bed.Discs.Count;
        Disc[] all = [.. bed.Discs, .. bed.Discs.Select(d => d with { X = -d.X }), .. bed.Discs.Select(d => d with { X = 2 * bed.Width - d.X })];
        List<TriangulationFace> faces = RegularTriangulation.Of(all);
        var pores = new Dictionary<TriangulationFace, int>();
        foreach (TriangulationFace face in faces.Where(face => face.Corners.All(corner => corner < n)))
        {
            pores[face] = _pores.Count;
            _pores.Add(Triangle(face.Corners));
        }
        // Sides of triangles by their ends: what lies on the left of each.
        var left = new Dictionary<(int From, int To), TriangulationFace>();
        foreach (TriangulationFace face in faces)
        {
            for (int side = 0; side < 3; side++) left[(face.Corners[side], face.Corners[(side + 1) % 3])] = face;
        }
        var chains = new List<(int Upper, int Lower, int Pore)>[] { [], [] };
        var atSide = new Dictionary<(int, int), int>();
        foreach ((int from, int to) in left.Keys.Where(key => key.From < n && key.To < n))
        {
            TriangulationFace face = left[(from, to)];
            if (pores.ContainsKey(face)) continue;
            int image = face.Corners.First(corner => corner >= n), which = image < 2 * n ? 0 : 1;
            bool isFromUpper = bed.Discs[from].Y > bed.Discs[to].Y;
            (int upper, int lower) = isFromUpper ? (from, to) : (to, from);
            chains[which].Add((upper, lower, _pores.Count));
            atSide[(from, to)] = _pores.Count;
            _pores.Add(Trapezoid(upper, lower, which == 0 ? 0 : bed.Width));
        }
        foreach ((int from, int to) in left.Keys.Where(key => key.From < n && key.To < n && (key.From < key.To || !left.ContainsKey((key.To, key.From)))))
            Join(from, to, bed.Discs[to], PoreOf(from, to), PoreOf(to, from), isAtSide: false);
        for (int which = 0; which < 2; which++) JoinSide(chains[which], which == 0 ? 0 : bed.Width);
        if (_throats.Count == 0) JoinRow();
        double top = bed.Discs.Max(disc => disc.Y + disc.Radius);
        Bottom = bed.Discs.Min(disc => disc.Y - disc.Radius);
        Volume = bed.Width * (top - Bottom) - bed.Discs.Sum(disc => Math.PI * disc.Radius * disc.Radius);
        VolumeAbove = _throats.Where(t => t.LeftPore == Above || t.RightPore == Above).Sum(t => Over(t, top));
        Settle();

        int PoreOf(int from, int to)
        {
            if (atSide.TryGetValue((from, to), out int pore)) return pore;
            if (left.TryGetValue((from, to), out TriangulationFace? face) && pores.TryGetValue(face, out pore)) return pore;
            // On the left of this side lies no triangle: it is the rim, and its left normal tells which.
            return bed.Discs[to].X - bed.Discs[from].X > 0 ? Above : Below;
        }
    }

    /// <summary>The bed.</summary>
    public DiscBed Bed { get; }

    /// <summary>The pores.</summary>
    public IReadOnlyList<Pore> Pores => _pores;

    /// <summary>The throats.</summary>
    public IReadOnlyList<Throat> Throats => _throats;

    /// <summary>Throats of each pore.</summary>
    public IReadOnlyList<Throat>[] ThroatsOf => field ??= [.. Enumerable.Range(0, _pores.Count).Select(pore => (IReadOnlyList<Throat>)[.. _throats.Where(t => t.LeftPore == pore || t.RightPore == pore)])];

    /// <summary>Throats about each disc, counter-clockwise by the direction in which they lie.</summary>
    public IReadOnlyList<(Throat Throat, double Direction)>[] About => field ??= [.. Enumerable.Range(0, Bed.Discs.Count).Select(Around)];

    /// <summary>Height of the lowest point of the discs [m]: liquid that gets there has come through.</summary>
    public double Bottom { get; }

    /// <summary>Pore volume of the bed, from the highest to the lowest point of its discs [m²].</summary>
    public double Volume { get; }

    /// <summary>Part of it that lies above the topmost gaps, which the liquid has taken before any meniscus stands [m²].</summary>
    public double VolumeAbove { get; private set; }

    /// <summary>Part of it that lies below the lowest gaps [m²].</summary>
    public double VolumeBelow => Volume - VolumeAbove - _pores.Sum(pore => pore.Volume);

    /// <summary>Whether a point lies inside an outline.</summary>
    public static bool IsInside(IReadOnlyList<(double X, double Y)> outline, double x, double y)
    {
        bool isInside = false;
        for (int i = 0, before = outline.Count - 1; i < outline.Count; before = i++)
        {
            (double X, double Y) a = outline[i], b = outline[before];
            if (a.Y > y != b.Y > y && x < a.X + (y - a.Y) * (b.X - a.X) / (b.Y - a.Y)) isInside = !isInside;
        }
        return isInside;
    }

    // The sector of a disc that reaches beyond a flat pore's far side is the neighbour's to lose.
    private void Settle()
    {
        for (int pass = 0; pass < Passes; pass++)
        {
            for (int i = 0; i < _pores.Count; i++)
            {
                double volume = _pores[i].Volume;
                if (volume >= 0) continue;
                int other = ThroatsOf[i].MaxBy(throat => throat.Width)!.Other(i);
                _pores[i] = _pores[i] with { Volume = 0 };
                if (other >= 0) _pores[other] = _pores[other] with { Volume = _pores[other].Volume + volume };
                else if (other == Above) VolumeAbove += volume;
            }
        }
    }

    private IReadOnlyList<(Throat, double)> Around(int disc) =>
        [.. _throats.Where(t => t.First == disc || t.Second == disc).Select(t => (t, Direction(t, disc))).OrderBy(pair => pair.Item2)];

    private static double Direction(Throat throat, int disc) => throat.First == disc
        ? Math.Atan2(throat.B.Y - throat.A.Y, throat.B.X - throat.A.X) : Math.Atan2(throat.A.Y - throat.B.Y, throat.A.X - throat.B.X);

    private void Join(int first, int second, Disc b, int leftPore, int rightPore, bool isAtSide) =>
        _throats.Add(new Throat(_throats.Count, first, second, Bed.Discs[first], b, leftPore, rightPore, isAtSide));

    // From the top to the bottom each disc of a chain has a gap to its own image, with the half pores above and below it on its sides.
    private void JoinSide(List<(int Upper, int Lower, int Pore)> chain, double side)
    {
        if (chain.Count == 0) return;
        chain.Sort((a, b) => Bed.Discs[b.Upper].Y.CompareTo(Bed.Discs[a.Upper].Y));
        for (int k = 0; k <= chain.Count; k++)
        {
            int disc = k < chain.Count ? chain[k].Upper : chain[^1].Lower, above = k == 0 ? Above : chain[k - 1].Pore, below = k < chain.Count ? chain[k].Pore : Below;
            Disc image = Bed.Discs[disc] with { X = 2 * side - Bed.Discs[disc].X };
            bool isLeftSide = side == 0;
            // Seen from the disc towards the left side, what is below lies on the left.
            Join(disc, disc, image, isLeftSide ? below : above, isLeftSide ? above : below, isAtSide: true);
        }
    }

    // Discs whose centres stand on one level enclose no pore: the gaps between them and to the images at both ends lead from above to below.
    private void JoinRow()
    {
        int[] order = [.. Enumerable.Range(0, Bed.Discs.Count).OrderBy(i => Bed.Discs[i].X)];
        Disc first = Bed.Discs[order[0]], last = Bed.Discs[order[^1]];
        Join(order[0], order[0], first with { X = -first.X }, Below, Above, isAtSide: true);
        for (int k = 1; k < order.Length; k++) Join(order[k - 1], order[k], Bed.Discs[order[k]], Above, Below, isAtSide: false);
        Join(order[^1], order[^1], last with { X = 2 * Bed.Width - last.X }, Above, Below, isAtSide: true);
    }

    private Pore Triangle(int[] corners)
    {
        Disc a = Bed.Discs[corners[0]], b = Bed.Discs[corners[1]], c = Bed.Discs[corners[2]];
        (double X, double Y)[] outline = [(a.X, a.Y), (b.X, b.Y), (c.X, c.Y)];
        double volume = Area(outline) - Sector(a, b.X, b.Y, c.X, c.Y) - Sector(b, c.X, c.Y, a.X, a.Y) - Sector(c, a.X, a.Y, b.X, b.Y);
        return new Pore(volume, outline, [a, b, c]);
    }

    private Pore Trapezoid(int upper, int lower, double side)
    {
        Disc a = Bed.Discs[upper], b = Bed.Discs[lower];
        (double X, double Y)[] outline = [(a.X, a.Y), (b.X, b.Y), (side, b.Y), (side, a.Y)];
        double volume = Area(outline) - Sector(a, b.X, b.Y, side, a.Y) - Sector(b, a.X, a.Y, side, b.Y);
        return new Pore(volume, outline, [a, b, a with { X = 2 * side - a.X }, b with { X = 2 * side - b.X }]);
    }

    // What is no disc between a gap and a height above it, half of it where the gap is to an image.
    private static double Over(Throat throat, double height)
    {
        (Disc a, Disc b) = (throat.A, throat.B);
        (double X, double Y)[] outline = [(a.X, a.Y), (b.X, b.Y), (b.X, height), (a.X, height)];
        double whole = Area(outline) - Sector(a, b.X, b.Y, a.X, height) - Sector(b, a.X, a.Y, b.X, height);
        return throat.IsAtSide ? whole / 2 : whole;
    }

    private static double Area(ReadOnlySpan<(double X, double Y)> polygon)
    {
        double sum = 0;
        for (int i = 0; i < polygon.Length; i++)
        {
            (double x, double y) = polygon[i];
            (double nextX, double nextY) = polygon[(i + 1) % polygon.Length];
            sum += x * nextY - nextX * y;
        }
        return Math.Abs(sum) / 2;
    }

    private static double Sector(Disc disc, double x1, double y1, double x2, double y2)
    {
        double ax = x1 - disc.X, ay = y1 - disc.Y, bx = x2 - disc.X, by = y2 - disc.Y;
        return disc.Radius * disc.Radius / 2 * Math.Abs(Math.Atan2(ax * by - ay * bx, ax * bx + ay * by));
    }
}
