using BenchmarkDotNet.Attributes;
using Loadstone.Numerics;

namespace Loadstone.Benchmarks;

/// <summary>
/// Factor, solution and product of the square of the Laplacian (13 points) on grids of 1 : 2.92 that 150 discs fill by half, each disc one unknown;
/// open grids without discs for comparison.
/// </summary>
[MemoryDiagnoser]
public class SparseCholeskyBenchmarks
{
    private SparseSymmetric _matrix = null!;
    private SparseCholesky _factor = null!;
    private double[] _x = [], _y = [];

    [Params(100, 200)]
    public int Columns { get; set; }

    [Params(0, 150)]
    public int Discs { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        int rows = (int)(2.92 * Columns);
        int[] unknown = Unknowns(rows, out int count);
        var builder = new SparsePatternBuilder(count);
        for (int i = 0; i < unknown.Length; i++) builder.AddAll(Cross(unknown, i));
        _matrix = new SparseSymmetric(builder.Build());
        for (int i = 0; i < unknown.Length; i++)
        {
            int[] cross = Cross(unknown, i);
            for (int a = 0; a < cross.Length; a++)
            {
                for (int b = 0; b < cross.Length; b++)
                {
                    if (cross[a] >= cross[b]) _matrix.Values[_matrix.Pattern.Slot(cross[a], cross[b])] += (a == 0 ? 4 : -1) * (b == 0 ? 4 : -1);
                }
            }
        }
        for (int j = 0; j < count; j++) _matrix.Values[_matrix.Pattern.Slot(j, j)] += 1e-3;
        _factor = SparseCholesky.Analyse(_matrix.Pattern);
        _factor.Factor(_matrix.Values);
        (_x, _y) = (new double[count], new double[count]);
        Array.Fill(_x, 1);
        Console.WriteLine(FormattableString.Invariant($"{count} unknowns, {_factor.FactorEntries} entries, {_factor.Bytes / 1e6:f1} MB"));
    }

    [Benchmark]
    public SparseCholesky Analyse() => SparseCholesky.Analyse(_matrix.Pattern);

    [Benchmark]
    public void Factor() => _factor.Factor(_matrix.Values);

    [Benchmark]
    public void Solve()
    {
        Array.Fill(_x, 1);
        _factor.Solve(_x);
    }

    [Benchmark]
    public void Product() => _matrix.Multiply(_x, _y);

    private int[] Cross(int[] unknown, int i)
    {
        int column = i % Columns;
        return [.. new[] { i, column > 0 ? i - 1 : i, column < Columns - 1 ? i + 1 : i, Math.Max(i - Columns, i % Columns), i + Columns < unknown.Length ? i + Columns : i }
            .Select(node => unknown[node]).Distinct()];
    }

    // Discs strewn without overlap come first, one unknown each.
    private int[] Unknowns(int rows, out int count)
    {
        var random = new Random(7);
        double mean = Math.Sqrt(0.5 * Columns * rows / (Math.PI * Math.Max(Discs, 1)));
        List<(double X, double Y, double R)> discs = [];
        for (int trial = 0; trial < 200_000 && discs.Count < Discs; trial++)
        {
            (double x, double y, double r) = (random.NextDouble() * Columns, random.NextDouble() * rows, mean * (0.75 + 0.4 * random.NextDouble()));
            if (discs.TrueForAll(d => Math.Pow(d.X - x, 2) + Math.Pow(d.Y - y, 2) > (d.R + r) * (d.R + r))) discs.Add((x, y, r));
        }
        count = discs.Count;
        var unknown = new int[Columns * rows];
        for (int i = 0; i < unknown.Length; i++)
        {
            (int column, int row) = (i % Columns, i / Columns);
            int disc = discs.FindIndex(d => Math.Pow(d.X - column, 2) + Math.Pow(d.Y - row, 2) < d.R * d.R);
            unknown[i] = disc >= 0 ? disc : count++;
        }
        return unknown;
    }
}
