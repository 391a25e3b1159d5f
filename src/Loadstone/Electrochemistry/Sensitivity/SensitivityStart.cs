namespace Loadstone.Electrochemistry.Sensitivity;

/// <summary>Consistent states and slopes of the model and of its sensitivities.</summary>
internal sealed class SensitivityStart(SensitivitySystem system, ConsistentStart start) : IConsistentStart
{
    private const int Iterations = 4;

    private readonly double[] _zero = new double[system.Size];
    private readonly double[] _residual = new double[system.Size];
    private readonly double[] _y = new double[system.Part];
    private readonly double[] _above = new double[system.Part];
    private readonly double[] _below = new double[system.Part];

    /// <inheritdoc/>
    public bool Solve(double time, Span<double> y)
    {
        if (!start.Solve(time, y[..system.Part])) return false;
        system.Frozen = true;
        // Linear in the sensitivities: the second iteration removes what the first left by round-off.
        for (int i = 0; i < Iterations; i++)
        {
            system.Residual(time, y, _zero, _residual);
            if (!system.Factor(1)) break;
            system.Solve(_residual);
            for (int k = system.Part; k < y.Length; k++) y[k] -= _residual[k];
        }
        system.Frozen = false;
        return true;
    }

    /// <inheritdoc/>
    public void Slopes(double time, ReadOnlySpan<double> y, Span<double> slope)
    {
        int n = system.Part;
        start.Slopes(time, y[..n], slope[..n]);
        for (int p = 0; p < system.Parameters.Count; p++)
        {
            Neighbours both = system.Parameters[p];
            SlopesOf(both.Above, time, y, p, _above);
            SlopesOf(both.Below, time, y, p, _below);
            Span<double> s = slope.Slice((p + 1) * n, n);
            for (int i = 0; i < n; i++) s[i] = both.Difference(_above[i], _below[i]);
        }
    }

    private void SlopesOf(Neighbour neighbour, double time, ReadOnlySpan<double> y, int parameter, Span<double> slope)
    {
        system.Move(y, parameter, neighbour.Change, _y);
        if (neighbour.Start.Solve(time, _y)) neighbour.Start.Slopes(time, _y, slope);
    }
}
