namespace Loadstone.Wetting.Areas;

/// <summary>
/// A square matrix with entries within a band about its diagonal, eliminated without pivots: enough for matrices whose columns are diagonally
/// dominant, as conservation laws in an upwind or diffusive form have them (G. H. Golub, C. F. Van Loan, Matrix Computations, 4.1 and 4.3).
/// </summary>
internal sealed class BandMatrix(int size, int halfWidth)
{
    private readonly int _width = 2 * halfWidth + 1;
    private readonly double[] _entries = new double[size * (2 * halfWidth + 1)];

    internal void Clear() => Array.Clear(_entries);

    internal void Add(int row, int column, double value) => _entries[row * _width + column - row + halfWidth] += value;

    /// <summary>Solves; the matrix is lost, b becomes x.</summary>
    /// <returns>False when a pivot is zero or not finite.</returns>
    internal bool Solve(Span<double> b)
    {
        for (int k = 0; k < size; k++)
        {
            double pivot = _entries[k * _width + halfWidth];
            if (pivot == 0 || !double.IsFinite(pivot)) return false;
            int last = Math.Min(size - 1, k + halfWidth);
            ReadOnlySpan<double> upper = _entries.AsSpan(k * _width + halfWidth + 1, last - k);
            for (int i = k + 1; i <= last; i++)
            {
                int at = i * _width + k - i + halfWidth;
                double factor = _entries[at] / pivot;
                if (factor == 0) continue;
                Span<double> row = _entries.AsSpan(at + 1, last - k);
                for (int j = 0; j < upper.Length; j++) row[j] -= factor * upper[j];
                b[i] -= factor * b[k];
            }
        }
        for (int k = size - 1; k >= 0; k--)
        {
            double sum = b[k];
            int last = Math.Min(size - 1, k + halfWidth);
            ReadOnlySpan<double> upper = _entries.AsSpan(k * _width + halfWidth + 1, last - k);
            for (int j = 0; j < upper.Length; j++) sum -= upper[j] * b[k + 1 + j];
            b[k] = sum / _entries[k * _width + halfWidth];
        }
        return true;
    }
}
