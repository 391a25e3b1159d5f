namespace Loadstone.Electrochemistry;

/// <summary>Reaches a given current in steps from nothing, each solved from the one before; a step that fails is made shorter.</summary>
internal static class CurrentApproach
{
    private const double FirstShare = 0.05;
    private const double LeastShare = 1e-4;

    /// <summary>Solves for the algebraic unknowns, from reactions that are zero.</summary>
    /// <param name="system">The model; its control gives the current.</param>
    /// <param name="newton">Newton's method for the model.</param>
    /// <param name="time">Time [s].</param>
    /// <param name="y">The state.</param>
    /// <returns>False when some current cannot be reached.</returns>
    public static bool Solve(ICellSystem system, FrozenNewton newton, double time, Span<double> y)
    {
        int current = system.Terminal.Current;
        double[] good = new double[y.Length];
        double reached = 0, step = FirstShare;
        try
        {
            system.Control.CurrentShare = 0;
            y[current] = 0;
            if (!newton.Solve(time, y)) return false;
            y.CopyTo(good);
            while (reached < 1)
            {
                system.Control.CurrentShare = Math.Min(1, reached + step);
                y[current] = system.Control.CurrentAt(time);
                if (newton.Solve(time, y))
                {
                    reached = system.Control.CurrentShare;
                    step *= 2;
                    y.CopyTo(good);
                    continue;
                }
                good.CopyTo(y);
                step /= 4;
                if (step < LeastShare) return false;
            }
            return true;
        }
        finally
        {
            system.Control.CurrentShare = 1;
        }
    }
}
