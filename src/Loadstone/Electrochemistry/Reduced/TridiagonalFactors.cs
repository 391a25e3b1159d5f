namespace Loadstone.Electrochemistry.Reduced;

/// <summary>A tridiagonal matrix whose diagonal dominates, factored without pivoting.</summary>
internal sealed class TridiagonalFactors(int size)
{
    /// <summary>Entries (i, i − 1); to be filled before <see cref="Factor"/>.</summary>
    public double[] Lower { get; } = new double[size];

    /// <summary>Entries (i, i).</summary>
    public double[] Diagonal { get; } = new double[size];

    /// <summary>Entries (i, i + 1).</summary>
    public double[] Upper { get; } = new double[size];

    /// <summary>Factors in place.</summary>
    public void Factor()
    {
        for (int i = 0; i < size; i++)
        {
            if (i > 0)
            {
                Lower[i] *= Diagonal[i - 1];
                Diagonal[i] -= Lower[i] * Upper[i - 1];
            }
            Diagonal[i] = 1 / Diagonal[i];
        }
    }

    /// <summary>Solves for every <paramref name="stride"/>-th entry of <paramref name="x"/>, from the first.</summary>
    public void Solve(Span<double> x, int stride = 1)
    {
        for (int i = 1; i < size; i++) x[i * stride] -= Lower[i] * x[(i - 1) * stride];
        for (int i = size - 1; i >= 0; i--)
        {
            double next = i < size - 1 ? Upper[i] * x[(i + 1) * stride] : 0;
            x[i * stride] = (x[i * stride] - next) * Diagonal[i];
        }
    }
}
