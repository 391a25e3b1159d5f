namespace Loadstone.Wetting.Capillary;

/// <summary>Flows through the gaps of a front that share their way: A q = drive where q &gt; 0, and no meniscus goes back where the drive is spent on others' flows.</summary>
/// <param name="count">How many gaps.</param>
internal sealed class FrontFlow(int count)
{
    private const int Exchanges = 20;

    private readonly double[] _matrix = new double[count * count];
    private readonly double[] _factor = new double[count * count];

    /// <summary>Curvature that drives each gap [1/m], above 0.</summary>
    public double[] Drive { get; } = new double[count];

    /// <summary>Symmetrical positive definite resistances [1/m²].</summary>
    public double this[int row, int column]
    {
        get => _matrix[row * count + column];
        set => _matrix[row * count + column] = value;
    }

    /// <summary>The flows [m], none below 0.</summary>
    public double[] Solve()
    {
        double[] flows = new double[count];
        var moving = new List<int>(Enumerable.Range(0, count));
        // Gaps change sides by the sign of their flow or their drive; should that go in circles, they only leave, which always ends.
        for (int round = 0; ; round++)
        {
            SolveFor(moving, flows);
            var next = new List<int>();
            for (int i = 0; i < count; i++)
            {
                bool isMoving = moving.Contains(i);
                if (isMoving ? flows[i] > 0 : round < Exchanges && LeftFor(i, flows) > 0) next.Add(i);
            }
            if (next.SequenceEqual(moving)) return flows;
            moving = next;
        }
    }

    private double LeftFor(int row, double[] flows)
    {
        double left = Drive[row];
        for (int j = 0; j < count; j++) left -= _matrix[row * count + j] * flows[j];
        return left;
    }

    // Cholesky over the gaps that move.
    private void SolveFor(List<int> moving, double[] flows)
    {
        Array.Clear(flows);
        int n = moving.Count;
        Span<double> y = n <= 256 ? stackalloc double[n] : new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = _matrix[moving[i] * count + moving[j]];
                for (int k = 0; k < j; k++) sum -= _factor[i * count + k] * _factor[j * count + k];
                _factor[i * count + j] = i == j ? Math.Sqrt(sum) : sum / _factor[j * count + j];
            }
            double right = Drive[moving[i]];
            for (int k = 0; k < i; k++) right -= _factor[i * count + k] * y[k];
            y[i] = right / _factor[i * count + i];
        }
        for (int i = n - 1; i >= 0; i--)
        {
            double sum = y[i];
            for (int k = i + 1; k < n; k++) sum -= _factor[k * count + i] * flows[moving[k]];
            flows[moving[i]] = sum / _factor[i * count + i];
        }
    }
}
