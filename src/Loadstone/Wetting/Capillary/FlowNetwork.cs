using Loadstone.Numerics;

namespace Loadstone.Wetting.Capillary;

/// <summary>
/// Resistances between the liquid above and the filled pores at the front, through filled gaps: entry (i, j) is the pressure that viscosity takes
/// on the way to pore i per flow into pore j, over the viscosity. Pores are added gap by gap, as impedance matrices of power grids are built, and
/// those that the front has left behind are taken out again, which changes nothing for the others; a step costs the square of the front, not of the bed.
/// </summary>
internal sealed class FlowNetwork(PoreSpace space)
{
    // Discs that touch still let something through, or a pore behind them would have no pressure at all.
    private const double LeastGap = 1e-9;

    private readonly List<int> _pores = [];
    private readonly Dictionary<int, int> _place = [];
    private readonly List<double[]> _rows = [];
    private double[] _column = [];

    /// <summary>
    /// Flow through a gap per pressure, per depth, times the viscosity [m²]: 2 b^(5/2)/(9π √(2r)) with 1/r = 1/r₁ + 1/r₂, from Δp = 12 μ q ∫ dx/h³ with h = b + x²/(2r)
    /// (B. R. Gebart, J. Compos. Mater. 26, 1100 (1992)); half of it where the gap is to an image.
    /// </summary>
    public static double Conductance(Throat throat)
    {
        double b = Math.Max(throat.Width, LeastGap), r = throat.A.Radius * throat.B.Radius / (throat.A.Radius + throat.B.Radius);
        return 2 * b * b * Math.Sqrt(b) / (9 * Math.PI * Math.Sqrt(2 * r)) * (throat.IsAtSide ? 0.5 : 1);
    }

    /// <summary>Resistance between two pores that hold liquid [1/m²]; none to the space above.</summary>
    public double Between(int first, int second) => first == PoreSpace.Above || second == PoreSpace.Above ? 0 : _rows[_place[first]][_place[second]];

    /// <summary>Adds pores that have filled; each must hang together with what holds liquid, or with another of them.</summary>
    public void Add(IReadOnlyList<int> pores)
    {
        var left = new List<int>(pores);
        while (left.Count > 0)
        {
            int next = left.FindIndex(HasLink);
            if (next < 0) throw new InvalidOperationException("A pore filled to which no liquid leads.");
            Add(left[next]);
            left.RemoveAt(next);
        }
    }

    /// <summary>Takes out pores that no open air neighbours any more.</summary>
    public void Forget(Func<int, bool> isOpen)
    {
        for (int i = _pores.Count - 1; i >= 0; i--)
        {
            bool isFront = false;
            foreach (Throat throat in space.ThroatsOf[_pores[i]]) isFront |= isOpen(throat.Other(_pores[i]));
            if (!isFront) Remove(i);
        }
    }

    private bool HasLink(int pore)
    {
        foreach (Throat throat in space.ThroatsOf[pore])
        {
            if (IsKnown(throat.Other(pore))) return true;
        }
        return false;
    }

    private bool IsKnown(int pore) => pore == PoreSpace.Above || _place.ContainsKey(pore);

    private void Add(int pore)
    {
        int place = _pores.Count;
        bool isFirst = true;
        foreach (Throat throat in space.ThroatsOf[pore])
        {
            int other = throat.Other(pore);
            if (other == pore || !IsKnown(other)) continue;
            double resistance = 1 / Conductance(throat);
            if (isFirst) Hang(pore, other, resistance);
            else Close(place, other, resistance);
            isFirst = false;
        }
    }

    // A pore at the end of one gap has the resistances of the pore before it, and that of the gap more to itself.
    private void Hang(int pore, int other, double resistance)
    {
        int n = _pores.Count;
        if (_column.Length <= n) Array.Resize(ref _column, Math.Max(16, 2 * (n + 1)));
        double[] row = new double[_column.Length];
        if (other != PoreSpace.Above) _rows[_place[other]].AsSpan(0, n).CopyTo(row);
        row[n] = Between(other, other) + resistance;
        for (int i = 0; i < n; i++)
        {
            double[] before = _rows[i];
            if (before.Length <= n)
            {
                Array.Resize(ref before, _column.Length);
                _rows[i] = before;
            }
            before[n] = row[i];
        }
        _rows.Add(row);
        _place[pore] = n;
        _pores.Add(pore);
    }

    // A further gap between two pores: a change of rank one.
    private void Close(int place, int other, double resistance)
    {
        int n = _pores.Count;
        Span<double> difference = _column.AsSpan(0, n);
        _rows[place].AsSpan(0, n).CopyTo(difference);
        double across = difference[place];
        if (other != PoreSpace.Above)
        {
            VectorMath.AddScaled(difference, -1, _rows[_place[other]].AsSpan(0, n));
            across = difference[place] - difference[_place[other]];
        }
        double factor = -1 / (resistance + across);
        for (int i = 0; i < n; i++) VectorMath.AddScaled(_rows[i].AsSpan(0, n), factor * difference[i], difference);
    }

    private void Remove(int place)
    {
        int last = _pores.Count - 1;
        _place.Remove(_pores[place]);
        if (place != last)
        {
            foreach (double[] row in _rows) row[place] = row[last];
            _rows[place] = _rows[last];
            _pores[place] = _pores[last];
            _place[_pores[place]] = place;
        }
        _rows.RemoveAt(last);
        _pores.RemoveAt(last);
    }
}
