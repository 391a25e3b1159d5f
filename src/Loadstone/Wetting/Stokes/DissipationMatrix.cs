using Loadstone.Numerics;
using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Stokes;

/// <summary>
/// The dissipation as a quadratic form of ψ: Φ = Σ μ_s ψᵀ M_s ψ over sites s, of which each M_s couples a handful of unknowns and never changes. For new
/// viscosities the matrix is a sum over stored slots.
/// </summary>
internal sealed class DissipationMatrix
{
    // Nodes that the terms of one site can touch: those of a cell, or a node with its eight neighbours.
    private const int MostNodes = 9;

    private readonly int[] _site, _entryStart, _slot, _givenStart, _givenUnknown;
    private readonly double[] _entry, _given;

    public DissipationMatrix(CutCellGrid grid, StreamFunction unknowns, IReadOnlyList<DissipationTerm> terms)
    {
        var sites = new List<int>();
        var pairs = new List<(int Row, int Column, double Value)>();
        var given = new List<(int Row, double Value)>();
        var entryStart = new List<int> { 0 };
        var givenStart = new List<int> { 0 };
        Span<int> nodes = stackalloc int[MostNodes];
        Span<double> matrix = stackalloc double[MostNodes * MostNodes];
        for (int first = 0, end; first < terms.Count; first = end)
        {
            for (end = first + 1; end < terms.Count && terms[end].Site == terms[first].Site;) end++;
            int count = 0;
            matrix.Clear();
            for (int k = first; k < end; k++) Expand(grid, terms[k], nodes, ref count, matrix);
            Collect(unknowns, nodes[..count], matrix, pairs, pairs.Count, given, given.Count);
            sites.Add(terms[first].Site);
            entryStart.Add(pairs.Count);
            givenStart.Add(given.Count);
        }
        var builder = new SparsePatternBuilder(unknowns.Count);
        foreach ((int row, int column, _) in pairs) builder.Add(row, column);
        Pattern = builder.Build();
        (_site, _entryStart, _givenStart) = ([.. sites], [.. entryStart], [.. givenStart]);
        (_slot, _entry) = ([.. pairs.Select(p => Pattern.Slot(p.Row, p.Column))], [.. pairs.Select(p => p.Value)]);
        (_givenUnknown, _given) = ([.. given.Select(g => g.Row)], [.. given.Select(g => g.Value)]);
    }

    /// <summary>Entries that may differ from zero.</summary>
    public SparsePattern Pattern { get; }

    /// <summary>Sums the matrix and the right-hand side for viscosities of all sites [Pa s].</summary>
    public void Assemble(ReadOnlySpan<double> viscosity, SparseSymmetric matrix, Span<double> rightSide)
    {
        matrix.Clear();
        rightSide.Clear();
        Span<double> values = matrix.Values;
        for (int s = 0; s < _site.Length; s++)
        {
            double mu = viscosity[_site[s]];
            for (int k = _entryStart[s]; k < _entryStart[s + 1]; k++) values[_slot[k]] += mu * _entry[k];
            for (int k = _givenStart[s]; k < _givenStart[s + 1]; k++) rightSide[_givenUnknown[k]] -= mu * _given[k];
        }
    }

    // A term as a form of ψ at nodes.
    private static void Expand(CutCellGrid grid, in DissipationTerm term, Span<int> nodes, ref int count, Span<double> matrix)
    {
        Span<double> left = stackalloc double[MostNodes], right = stackalloc double[MostNodes];
        left.Clear();
        right.Clear();
        Add(grid, term.Left, nodes, ref count, left);
        Add(grid, term.Right, nodes, ref count, right);
        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b < count; b++) matrix[a * MostNodes + b] += term.Weight * 0.5 * (left[a] * right[b] + left[b] * right[a]);
        }
    }

    private static void Add(CutCellGrid grid, in VelocityDifference difference, Span<int> nodes, ref int count, Span<double> form)
    {
        Add(grid, difference.First, difference.FirstWeight, nodes, ref count, form);
        if (difference.Second >= 0) Add(grid, difference.Second, difference.SecondWeight, nodes, ref count, form);
    }

    private static void Add(CutCellGrid grid, int face, double weight, Span<int> nodes, ref int count, Span<double> form)
    {
        if (weight == 0) return;
        FaceEnds ends = FaceEnds.Of(grid, face);
        double perFlux = weight / (ends.Opening * grid.Cell);
        form[Place(nodes, ref count, ends.Plus)] += perFlux;
        form[Place(nodes, ref count, ends.Minus)] -= perFlux;
    }

    private static int Place(Span<int> nodes, ref int count, int node)
    {
        int at = nodes[..count].IndexOf(node);
        if (at >= 0) return at;
        nodes[count] = node;
        return count++;
    }

    private static void Collect(StreamFunction unknowns, ReadOnlySpan<int> nodes, ReadOnlySpan<double> matrix, List<(int Row, int Column, double Value)> pairs, int firstPair,
        List<(int Row, double Value)> given, int firstGiven)
    {
        for (int a = 0; a < nodes.Length; a++)
        {
            int row = unknowns.Unknown(nodes[a]);
            if (row < 0) continue;
            for (int b = 0; b < nodes.Length; b++)
            {
                double value = matrix[a * MostNodes + b];
                if (value == 0) continue;
                int column = unknowns.Unknown(nodes[b]);
                if (column < 0) Merge(given, firstGiven, row, value * unknowns.Given(nodes[b]));
                else if (column <= row) Merge(pairs, firstPair, row, column, value);
            }
        }
    }

    private static void Merge(List<(int Row, int Column, double Value)> pairs, int first, int row, int column, double value)
    {
        for (int k = first; k < pairs.Count; k++)
        {
            if (pairs[k].Row != row || pairs[k].Column != column) continue;
            pairs[k] = (row, column, pairs[k].Value + value);
            return;
        }
        pairs.Add((row, column, value));
    }

    private static void Merge(List<(int Row, double Value)> given, int first, int row, double value)
    {
        for (int k = first; k < given.Count; k++)
        {
            if (given[k].Row != row) continue;
            given[k] = (row, given[k].Value + value);
            return;
        }
        if (value != 0) given.Add((row, value));
    }
}
