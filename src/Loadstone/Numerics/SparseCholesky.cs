namespace Loadstone.Numerics;

/// <summary>
/// The Cholesky factor A = L Lᵀ of sparse symmetric positive definite matrices that share a pattern: analysed once, factored for new values as
/// often as they change. Multifrontal (Duff, Reid, ACM Trans. Math. Softw. 9, 302 (1983)) over supernodes. Factoring and solving allocate
/// nothing. Not safe for concurrent use of one instance.
/// </summary>
public sealed class SparseCholesky
{
    private readonly FactorLayout _layout;
    private readonly double[] _factor, _even, _odd, _permuted, _front;

    private SparseCholesky(SparsePattern pattern, FactorLayout layout)
    {
        _layout = layout;
        Pattern = pattern;
        _factor = new double[layout.BlockStart[layout.Count]];
        (_even, _odd) = (new double[layout.UpdateMemory.Even], new double[layout.UpdateMemory.Odd]);
        _permuted = new double[pattern.Size];
        _front = new double[layout.TallestBlock];
    }

    /// <summary>Pattern of the matrices.</summary>
    public SparsePattern Pattern { get; }

    /// <summary>Entries of the factor's lower triangle with the diagonal, those that are kept as explicit zeros among them.</summary>
    public long FactorEntries => _layout.FactorEntries;

    /// <summary>Bytes that the factor takes, with the memory to make it in and all indices; known after the analysis.</summary>
    public long Bytes =>
        sizeof(double) * ((long)_factor.Length + _even.Length + _odd.Length + _permuted.Length + _front.Length) + _layout.IndexBytes;

    /// <summary>
    /// Bytes that a matrix and its factor will take, before anything is built: for stencils of up to 13 points on a plane grid, with a few unknowns
    /// of many neighbours. 96 n log₂ n, fitted: open grids of 900 to 116,800 unknowns take 62 to 85 % of it, grids half filled by discs about 40 %. The
    /// analysis itself needs memory for a moment, less than that.
    /// </summary>
    /// <param name="unknowns">Number of unknowns n.</param>
    public static long PlanarStencilBytes(long unknowns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(unknowns, 1);
        return (long)(96.0 * unknowns * Math.Log2(unknowns + 1));
    }

    /// <summary>Analyses a pattern and makes room for its factor; the order of elimination is that of <see cref="NestedDissection"/>.</summary>
    /// <param name="pattern">The pattern, n rows.</param>
    /// <param name="x">A coordinate of each unknown, which helps to find a good order, or nothing.</param>
    /// <param name="y">The other coordinate of each unknown, or nothing.</param>
    public static SparseCholesky Analyse(SparsePattern pattern, ReadOnlySpan<double> x = default, ReadOnlySpan<double> y = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var graph = new SparseGraph(pattern);
        return new SparseCholesky(pattern, FactorLayout.Of(pattern, graph, NestedDissection.Order(graph, x, y)));
    }

    /// <summary>Analyses a pattern with an order of elimination.</summary>
    /// <param name="pattern">The pattern, n rows.</param>
    /// <param name="order">The unknowns in the order of their elimination.</param>
    /// <exception cref="ArgumentException">The order is not a permutation of 0 … n − 1.</exception>
    public static SparseCholesky AnalyseInOrder(SparsePattern pattern, ReadOnlySpan<int> order)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var seen = new bool[pattern.Size];
        foreach (int v in order)
        {
            if (v < 0 || v >= seen.Length || seen[v]) throw new ArgumentException($"The order holds {v} twice, or there is no such unknown.", nameof(order));
            seen[v] = true;
        }
        if (order.Length != seen.Length) throw new ArgumentException($"The order holds {order.Length} of {seen.Length} unknowns.", nameof(order));
        return new SparseCholesky(pattern, FactorLayout.Of(pattern, new SparseGraph(pattern), order));
    }

    /// <summary>Factors a matrix.</summary>
    /// <param name="values">Value of each slot of the pattern.</param>
    /// <exception cref="NotPositiveDefiniteException">A pivot is not a number above zero. There is no factor then.</exception>
    public void Factor(ReadOnlySpan<double> values)
    {
        FactorLayout layout = _layout;
        for (int s = 0; s < layout.Count; s++)
        {
            int width = layout.Width(s), own = layout.OwnPlaces(s), height = layout.Height(s), below = height - own;
            Span<double> block = _factor.AsSpan(layout.BlockStart[s], height * width);
            block.Clear();
            for (int k = layout.EntryStart[s]; k < layout.EntryStart[s + 1]; k++) block[layout.EntryTarget[k]] = values[layout.EntrySlot[k]];
            Span<double> update = UpdateOf(s, below);
            update.Clear();
            for (int k = layout.ChildStart[s]; k < layout.ChildStart[s + 1]; k++)
            {
                int child = layout.Child[k], places = layout.BelowPlaces(child);
                ReadOnlySpan<int> relative = layout.Relative.AsSpan(layout.RowStart[child], layout.Below(child));
                Assemble(UpdateOf(child, places), places, relative, block, height, width, own, update);
            }
            int failed = FrontKernels.Factor(block, height, width);
            if (failed >= 0)
            {
                int place = own - width + failed;
                throw new NotPositiveDefiniteException(layout.Order[layout.First[s] + failed], block[height * failed + place]);
            }
            if (below > 0) FrontKernels.Update(block, height, width, own, update);
        }
    }

    /// <summary>Solves A x = b with the last factor.</summary>
    /// <param name="x">Right-hand side on entry, solution on return; n numbers.</param>
    public void Solve(Span<double> x)
    {
        int[] order = _layout.Order;
        Span<double> b = _permuted;
        for (int j = 0; j < b.Length; j++) b[j] = x[order[j]];
        for (int s = 0; s < _layout.Count; s++) SolveForward(s, b);
        for (int s = _layout.Count - 1; s >= 0; s--) SolveBackward(s, b);
        for (int j = 0; j < b.Length; j++) x[order[j]] = b[j];
    }

    private Span<double> UpdateOf(int s, int places) => (_layout.IsOdd(s) ? _odd : _even).AsSpan(_layout.Offset[s], places * places);

    // Adds a child's update to its parent's block and update.
    private static void Assemble(ReadOnlySpan<double> child, int places, ReadOnlySpan<int> relative,
        Span<double> block, int height, int width, int own, Span<double> update)
    {
        int shift = own - width, below = height - own;
        for (int j = 0; j < relative.Length; j++)
        {
            ReadOnlySpan<double> from = child.Slice(j * places, relative.Length);
            int column = relative[j];
            if (column < own)
            {
                Span<double> into = block.Slice((column - shift) * height, height);
                for (int i = j; i < from.Length; i++) into[relative[i]] += from[i];
            }
            else
            {
                Span<double> into = update.Slice((column - own) * below, below);
                for (int i = j; i < from.Length; i++) into[relative[i] - own] += from[i];
            }
        }
    }

    private void SolveForward(int s, Span<double> b)
    {
        int width = _layout.Width(s), own = _layout.OwnPlaces(s), height = _layout.Height(s), shift = own - width;
        ReadOnlySpan<double> block = _factor.AsSpan(_layout.BlockStart[s], height * width);
        ReadOnlySpan<int> rows = _layout.Row.AsSpan(_layout.RowStart[s], _layout.Below(s));
        Span<double> x = b.Slice(_layout.First[s], width), rest = _front.AsSpan(0, height - own);
        rest.Clear();
        for (int j = 0; j < width; j++)
        {
            ReadOnlySpan<double> column = block.Slice(j * height, height);
            double xj = x[j] /= column[shift + j];
            for (int i = j + 1; i < width; i++) x[i] -= xj * column[shift + i];
            VectorMath.AddScaled(rest, xj, column[own..]);
        }
        for (int i = 0; i < rows.Length; i++) b[rows[i]] -= rest[i];
    }

    private void SolveBackward(int s, Span<double> b)
    {
        int width = _layout.Width(s), own = _layout.OwnPlaces(s), height = _layout.Height(s), shift = own - width;
        ReadOnlySpan<double> block = _factor.AsSpan(_layout.BlockStart[s], height * width);
        ReadOnlySpan<int> rows = _layout.Row.AsSpan(_layout.RowStart[s], _layout.Below(s));
        Span<double> x = b.Slice(_layout.First[s], width), rest = _front.AsSpan(0, height - own);
        rest.Clear();
        for (int i = 0; i < rows.Length; i++) rest[i] = b[rows[i]];
        for (int j = width - 1; j >= 0; j--)
        {
            ReadOnlySpan<double> column = block.Slice(j * height, height);
            double sum = x[j] - VectorMath.Dot(rest, column[own..]);
            for (int i = j + 1; i < width; i++) sum -= x[i] * column[shift + i];
            x[j] = sum / column[shift + j];
        }
    }
}
