namespace Loadstone.Numerics;

/// <summary>
/// Forward elimination of block-tridiagonal complex systems, one per lane, that gives the last block of the solution alone:
/// all that the response at one end of a chain needs. Blocks are 3 × 3; the diagonal ones are complex, those beside them
/// real and couple the first two unknowns with each other and the third with itself. Nothing is allocated after
/// construction. Not safe for concurrent use of one instance.
/// </summary>
internal sealed class ComplexBlockElimination
{
    private const int Size = 3;

    private readonly ComplexLanes[] _pivot = new ComplexLanes[Size * Size];
    private readonly ComplexLanes[] _ratio = new ComplexLanes[Size * Size];
    private readonly ComplexLanes[] _source = new ComplexLanes[Size];

    /// <summary>Begins with the first block row.</summary>
    /// <param name="diagonal">D₁, 9 entries by rows.</param>
    /// <param name="source">Right-hand side, 3 entries.</param>
    /// <param name="exchanged">What is to be added to the second of them and taken from the first.</param>
    public void Begin(ReadOnlySpan<ComplexLanes> diagonal, ReadOnlySpan<double> source, ComplexLanes exchanged)
    {
        diagonal.CopyTo(_pivot);
        for (int r = 0; r < Size; r++) _source[r] = ComplexLanes.FromReal(source[r]);
        _source[0] -= exchanged;
        _source[1] += exchanged;
    }

    /// <summary>Goes on to the next block row.</summary>
    /// <param name="upper">U of the row before, 5 entries: of the first two unknowns by rows, then of the third.</param>
    /// <param name="lower">L of this row.</param>
    /// <param name="diagonal">D of this row.</param>
    /// <param name="source">Right-hand side of this row, 3 entries.</param>
    public void Advance(ReadOnlySpan<double> upper, ReadOnlySpan<double> lower, ReadOnlySpan<ComplexLanes> diagonal, ReadOnlySpan<double> source)
    {
        Invert(_pivot);
        for (int c = 0; c < Size; c++)
        {
            ComplexLanes p0 = _pivot[c], p1 = _pivot[c + 3], p2 = _pivot[c + 6];
            _ratio[c] = lower[0] * p0 + lower[1] * p1;
            _ratio[c + 3] = lower[2] * p0 + lower[3] * p1;
            _ratio[c + 6] = lower[4] * p2;
        }
        ComplexLanes s0 = _source[0], s1 = _source[1], s2 = _source[2];
        for (int r = 0; r < Size; r++)
        {
            ComplexLanes t0 = _ratio[3 * r], t1 = _ratio[3 * r + 1], t2 = _ratio[3 * r + 2];
            _pivot[3 * r] = diagonal[3 * r] - upper[0] * t0 - upper[2] * t1;
            _pivot[3 * r + 1] = diagonal[3 * r + 1] - upper[1] * t0 - upper[3] * t1;
            _pivot[3 * r + 2] = diagonal[3 * r + 2] - upper[4] * t2;
            _source[r] = ComplexLanes.FromReal(source[r]) - t0 * s0 - t1 * s1 - t2 * s2;
        }
    }

    /// <summary>The third unknown of the last block row.</summary>
    public ComplexLanes LastUnknown()
    {
        Invert(_pivot);
        return _pivot[6] * _source[0] + _pivot[7] * _source[1] + _pivot[8] * _source[2];
    }

    // By cofactors, as in BlockTridiagonal.
    private static void Invert(ComplexLanes[] m)
    {
        ComplexLanes a = m[0], b = m[1], c = m[2], d = m[3], e = m[4], f = m[5], g = m[6], h = m[7], i = m[8];
        ComplexLanes ca = e * i - f * h, cb = f * g - d * i, cc = d * h - e * g;
        ComplexLanes s = (a * ca + b * cb + c * cc).Reciprocal();
        m[0] = ca * s;
        m[1] = (c * h - b * i) * s;
        m[2] = (b * f - c * e) * s;
        m[3] = cb * s;
        m[4] = (a * i - c * g) * s;
        m[5] = (c * d - a * f) * s;
        m[6] = cc * s;
        m[7] = (b * g - a * h) * s;
        m[8] = (a * e - b * d) * s;
    }
}
