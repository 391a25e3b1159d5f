namespace Loadstone.Electrochemistry.Reduced;

/// <summary>LU factors of a small dense matrix with row pivoting (Golub, Van Loan, Matrix Computations, 3.4).</summary>
internal sealed class DenseFactors(int size)
{
    private readonly double[] _matrix = new double[size * size];
    private readonly int[] _pivot = new int[size];

    /// <summary>An entry; to be filled before <see cref="Factor"/>.</summary>
    public ref double this[int row, int column] => ref _matrix[row * size + column];

    /// <summary>Sets every entry to zero.</summary>
    public void Clear() => Array.Clear(_matrix);

    /// <summary>Factors in place; false when the matrix is singular or not finite.</summary>
    public bool Factor()
    {
        for (int c = 0; c < size; c++)
        {
            int best = c;
            for (int r = c + 1; r < size; r++)
            {
                if (Math.Abs(this[r, c]) > Math.Abs(this[best, c])) best = r;
            }
            _pivot[c] = best;
            double inverse = 1 / this[best, c];
            if (!double.IsFinite(inverse)) return false;
            for (int k = 0; k < size && best != c; k++) (this[c, k], this[best, k]) = (this[best, k], this[c, k]);
            for (int r = c + 1; r < size; r++)
            {
                double factor = this[r, c] *= inverse;
                for (int k = c + 1; k < size; k++) this[r, k] -= factor * this[c, k];
            }
        }
        return true;
    }

    /// <summary>Solves with the factors: right-hand side on entry, solution on return.</summary>
    public void Solve(Span<double> x)
    {
        // Whole rows were exchanged, multipliers with them: all exchanges come first.
        for (int c = 0; c < size; c++) (x[c], x[_pivot[c]]) = (x[_pivot[c]], x[c]);
        for (int r = 1; r < size; r++)
        {
            for (int c = 0; c < r; c++) x[r] -= this[r, c] * x[c];
        }
        for (int r = size - 1; r >= 0; r--)
        {
            for (int c = r + 1; c < size; c++) x[r] -= this[r, c] * x[c];
            x[r] /= this[r, r];
        }
    }
}
