using Loadstone.Numerics;

namespace Loadstone.Tests.Numerics;

/// <summary>Symmetric positive definite matrices of the kinds that a sparse solver meets, and plain ways to look at them.</summary>
internal static class SparseSamples
{
    /// <summary>A sum of squares a_k² over random sets of unknowns, and a little on the diagonal.</summary>
    public static SparseSymmetric Random(int size, int seed)
    {
        var random = new Random(seed);
        int[][] sets = [.. Enumerable.Range(0, size).Select(_ => Enumerable.Range(0, 1 + random.Next(4)).Select(_ => random.Next(size)).Distinct().ToArray())];
        var builder = new SparsePatternBuilder(size);
        foreach (int[] set in sets) builder.AddAll(set);
        var matrix = new SparseSymmetric(builder.Build());
        foreach (int[] set in sets) AddSquare(matrix, set, [.. set.Select(_ => random.NextDouble() * 2 - 1)]);
        for (int i = 0; i < size; i++) matrix.Values[matrix.Pattern.Slot(i, i)] += 0.01 + random.NextDouble();
        return matrix;
    }

    /// <summary>The 5-point Laplacian on a grid, zero around it.</summary>
    public static SparseSymmetric Laplacian(int columns, int rows)
    {
        var builder = new SparsePatternBuilder(columns * rows);
        for (int i = 0; i < columns * rows; i++)
        {
            if (i % columns > 0) builder.Add(i, i - 1);
            if (i >= columns) builder.Add(i, i - columns);
        }
        var matrix = new SparseSymmetric(builder.Build());
        for (int i = 0; i < columns * rows; i++)
        {
            matrix.Values[matrix.Pattern.Slot(i, i)] = 4;
            if (i % columns > 0) matrix.Values[matrix.Pattern.Slot(i, i - 1)] = -1;
            if (i >= columns) matrix.Values[matrix.Pattern.Slot(i, i - columns)] = -1;
        }
        return matrix;
    }

    /// <summary>
    /// The square of the 5-point Laplacian, 13 points, as a sum of squares over crosses of nodes; nodes within round holes are one unknown a hole.
    /// </summary>
    public static (SparseSymmetric Matrix, double[] X, double[] Y) Biharmonic(int columns, int rows, int holes, int seed)
    {
        var random = new Random(seed);
        (double X, double Y, double R)[] hole =
            [.. Enumerable.Range(0, holes).Select(_ => (random.NextDouble() * columns, random.NextDouble() * rows, 2 + random.NextDouble() * 4))];
        var unknown = new int[columns * rows];
        List<double> x = [.. hole.Select(h => h.X)], y = [.. hole.Select(h => h.Y)];
        for (int i = 0; i < unknown.Length; i++)
        {
            (int column, int row) = (i % columns, i / columns);
            unknown[i] = Array.FindIndex(hole, h => (h.X - column) * (h.X - column) + (h.Y - row) * (h.Y - row) < h.R * h.R);
            if (unknown[i] >= 0) continue;
            unknown[i] = x.Count;
            x.Add(column);
            y.Add(row);
        }
        var builder = new SparsePatternBuilder(x.Count);
        for (int i = 0; i < unknown.Length; i++) builder.AddAll(Cross(i).Unknowns);
        var matrix = new SparseSymmetric(builder.Build());
        for (int i = 0; i < unknown.Length; i++)
        {
            (int[] unknowns, double[] weights) = Cross(i);
            AddSquare(matrix, unknowns, weights);
        }
        // A hole hidden under others stands alone.
        for (int k = 0; k < x.Count; k++)
        {
            double diagonal = matrix.Values[matrix.Pattern.Slot(k, k)];
            if (diagonal == 0) matrix.Values[matrix.Pattern.Slot(k, k)] = 1;
        }
        return (matrix, [.. x], [.. y]);

        (int[] Unknowns, double[] Weights) Cross(int i)
        {
            (int column, int row) = (i % columns, i / columns);
            Dictionary<int, double> weight = [];
            Put(column, row, 4);
            Put(column - 1, row, -1);
            Put(column + 1, row, -1);
            Put(column, row - 1, -1);
            Put(column, row + 1, -1);
            return ([.. weight.Keys], [.. weight.Values]);

            void Put(int c, int r, double value)
            {
                if (c < 0 || c >= columns || r < 0 || r >= rows) return;
                int u = unknown[r * columns + c];
                weight[u] = weight.GetValueOrDefault(u) + value;
            }
        }
    }

    /// <summary>A diagonal whose first rows are full.</summary>
    public static SparseSymmetric Arrow(int size, int dense)
    {
        var builder = new SparsePatternBuilder(size);
        for (int i = 0; i < dense; i++)
        {
            for (int j = 0; j < size; j++) builder.Add(i, j);
        }
        var matrix = new SparseSymmetric(builder.Build());
        ReadOnlySpan<int> start = matrix.Pattern.ColumnStart;
        for (int j = 0; j < size; j++)
        {
            matrix.Values[start[j]] = j < dense ? size + 1.0 : dense + 1.0;
            for (int k = start[j] + 1; k < start[j + 1]; k++) matrix.Values[k] = k % 2 == 0 ? 1 : -0.5;
        }
        return matrix;
    }

    public static double[] Vector(int size, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, size).Select(_ => random.NextDouble() * 2 - 1)];
    }

    /// <summary>The largest of |b − A x| over (|A| |x| + |b|): how far the matrix is from one that x solves exactly.</summary>
    public static double BackwardError(SparseSymmetric matrix, double[] x, double[] b)
    {
        double[] product = new double[x.Length], rowSum = new double[x.Length];
        matrix.Multiply(x, product);
        ReadOnlySpan<int> start = matrix.Pattern.ColumnStart, row = matrix.Pattern.Row;
        for (int j = 0; j < x.Length; j++)
        {
            for (int k = start[j]; k < start[j + 1]; k++)
            {
                rowSum[row[k]] += Math.Abs(matrix.Values[k]);
                if (row[k] != j) rowSum[j] += Math.Abs(matrix.Values[k]);
            }
        }
        double rest = x.Select((_, i) => Math.Abs(b[i] - product[i])).Max();
        return rest / (rowSum.Max() * x.Max(Math.Abs) + b.Max(Math.Abs));
    }

    private static void AddSquare(SparseSymmetric matrix, int[] unknowns, double[] weights)
    {
        for (int a = 0; a < unknowns.Length; a++)
        {
            for (int b = 0; b <= a; b++) matrix.Values[matrix.Pattern.Slot(unknowns[a], unknowns[b])] += weights[a] * weights[b];
        }
    }
}
