using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Loadstone.Laboratory.Regression;

/// <summary>
/// The inverse of JᵀJ: over the variance of a residual, the covariance of the parameters. The matrix is scaled to a unit diagonal first, so
/// that units do not matter.
/// </summary>
/// <param name="Inverse">Square; 0 beside parameters that are not free, NaN beside those that the data do not fix.</param>
/// <param name="Conditioning">Smallest over largest eigenvalue of the scaled matrix of the free parameters; 1 where there are none.</param>
internal readonly record struct NormalInverse(double[,] Inverse, double Conditioning)
{
    private const double Singular = 1e-13, Part = 1e-6;

    /// <summary>Inverts.</summary>
    /// <param name="normal">JᵀJ, its lower triangle row by row.</param>
    /// <param name="free">Whether each parameter is free.</param>
    internal static NormalInverse Of(double[] normal, bool[] free)
    {
        int n = free.Length;
        double[,] inverse = new double[n, n];
        double[] scale = new double[n];
        for (int i = 0; i < n; i++)
        {
            scale[i] = Math.Sqrt(normal[i * n + i]);
            if (!(scale[i] > 0)) inverse[i, i] = double.NaN;
        }
        int[] index = [.. Enumerable.Range(0, n).Where(i => free[i] && scale[i] > 0)];
        if (index.Length == 0) return new NormalInverse(inverse, 1);
        Evd<double> parts = Matrix<double>.Build.Dense(index.Length, index.Length, (a, b) =>
        {
            (int i, int j) = (Math.Max(index[a], index[b]), Math.Min(index[a], index[b]));
            return i == j ? 1 : normal[i * n + j] / (scale[i] * scale[j]);
        }).Evd(Symmetricity.Symmetric);
        double[] values = [.. parts.EigenValues.Select(v => v.Real)];
        double largest = values.Max();
        for (int a = 0; a < index.Length; a++)
        {
            for (int b = 0; b < index.Length; b++)
            {
                double sum = 0;
                for (int k = 0; k < values.Length; k++)
                {
                    (double u, double v) = (parts.EigenVectors[a, k], parts.EigenVectors[b, k]);
                    if (values[k] > Singular * largest) sum += u * v / values[k];
                    else if (Math.Abs(u) > Part || Math.Abs(v) > Part) sum = double.NaN;
                }
                inverse[index[a], index[b]] = sum / (scale[index[a]] * scale[index[b]]);
            }
        }
        return new NormalInverse(inverse, Math.Max(values.Min(), 0) / largest);
    }
}
