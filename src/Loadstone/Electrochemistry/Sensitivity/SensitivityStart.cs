namespace Loadstone.Electrochemistry.Sensitivity;

/// <summary>Consistent states and slopes of the model and of its sensitivities.</summary>
internal sealed class SensitivityStart(SensitivitySystem system, ConsistentStart start, ConsistentStart[] plus, ConsistentStart[] minus) : IConsistentStart
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
        for (int p = 0; p < system.ParameterCount; p++)
        {
            Span<double> s = slope.Slice((p + 1) * n, n);
            for (int i = 0; i < n; i++) _y[i] = y[i] + SensitivitySystem.Change * y[(p + 1) * n + i];
            if (plus[p].Solve(time, _y)) plus[p].Slopes(time, _y, _above);
            for (int i = 0; i < n; i++) _y[i] = y[i] - SensitivitySystem.Change * y[(p + 1) * n + i];
            if (minus[p].Solve(time, _y)) minus[p].Slopes(time, _y, _below);
            for (int i = 0; i < n; i++) s[i] = (_above[i] - _below[i]) / (2 * SensitivitySystem.Change);
        }
    }
}
