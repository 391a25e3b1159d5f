namespace Loadstone.Electrochemistry;

/// <summary>Newton's method for the algebraic unknowns of a model while its concentrations stand still.</summary>
internal sealed class FrozenNewton(ICellSystem system)
{
    private const int MaximumIterations = 200;

    // In units of the accepted error per time step: far below what the stepping itself leaves.
    private const double Convergence = 1e-6;

    private readonly double[] _update = new double[system.Size];
    private readonly double[] _zero = new double[system.Size];
    private readonly double[] _weights = new double[system.Size];

    /// <summary>Solves in place.</summary>
    /// <returns>False when it does not converge.</returns>
    public bool Solve(double time, Span<double> y)
    {
        system.Frozen = true;
        try
        {
            for (int iteration = 0; iteration < MaximumIterations; iteration++)
            {
                system.Residual(time, y, _zero, _update);
                if (!system.Factor(1)) return false;
                system.Solve(_update);
                system.ErrorWeights(y, _weights);
                double norm = system.Norm(_update, _weights);
                if (!double.IsFinite(norm)) return false;
                double share = system.AdmissibleShare(y, _update);
                for (int i = 0; i < y.Length; i++) y[i] -= share * _update[i];
                if (share == 1 && norm < Convergence) return true;
            }
            return false;
        }
        finally
        {
            system.Frozen = false;
        }
    }
}
