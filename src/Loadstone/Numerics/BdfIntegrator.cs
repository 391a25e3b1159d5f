namespace Loadstone.Numerics;

/// <summary>What a call of <see cref="BdfIntegrator.Step"/> came to.</summary>
public enum BdfStatus
{
    /// <summary>One step was taken.</summary>
    Accepted,

    /// <summary>No step longer than the smallest one allowed meets the error bound or lets Newton's method converge.</summary>
    StepTooSmall,
}

/// <summary>
/// Variable-step, variable-order (1 to 5) backward differentiation for <see cref="IDaeSystem"/> in fixed-leading-coefficient
/// form with modified divided differences, after Brenan, Campbell, Petzold, "Numerical Solution of Initial-Value Problems in
/// Differential-Algebraic Equations" (SIAM 1996), chapter 5, with step and order rules as described there.
/// Every linear invariant of the equations is kept to round-off, because each Newton update solves the linear rows exactly.
/// Nothing is allocated after construction. Not safe for concurrent use.
/// </summary>
public sealed partial class BdfIntegrator
{
    private const int MaximumOrder = 5;
    private const int MaximumNewtonIterations = 5;

    // Newton stops when the estimated remaining error is this share of the accepted one: small against the step's own error.
    private const double NewtonTolerance = 0.02;

    private readonly IDaeSystem _system;
    private readonly int _size;

    // φ_0 … φ_6 of the divided differences; ψ, α, β, σ, γ as in the book.
    private readonly double[][] _phi;
    private readonly double[] _psi = new double[MaximumOrder + 2];
    private readonly double[] _alpha = new double[MaximumOrder + 2];
    private readonly double[] _beta = new double[MaximumOrder + 2];
    private readonly double[] _sigma = new double[MaximumOrder + 2];
    private readonly double[] _gamma = new double[MaximumOrder + 2];

    private readonly double[] _predicted;
    private readonly double[] _predictedSlope;
    private readonly double[] _y;
    private readonly double[] _slope;
    private double[] _correction;
    private readonly double[] _update;
    private readonly double[] _work;
    private readonly double[] _weights;

    private double _h;
    private int _order;
    private int _usedOrder;
    private double _usedStep;
    private int _equalSteps;
    private bool _startPhase;

    // Error left after a Newton iteration over its update, as last seen: the matrix is fresh in every step, so it changes little.
    private double _contraction;

    /// <summary>Prepares the memory for a system.</summary>
    public BdfIntegrator(IDaeSystem system)
    {
        _system = system;
        _size = system.Size;
        _phi = new double[MaximumOrder + 2][];
        for (int i = 0; i < _phi.Length; i++) _phi[i] = new double[_size];
        _predicted = new double[_size];
        _predictedSlope = new double[_size];
        _y = new double[_size];
        _slope = new double[_size];
        _correction = new double[_size];
        _update = new double[_size];
        _work = new double[_size];
        _weights = new double[_size];
    }

    /// <summary>Time reached [s].</summary>
    public double Time { get; private set; }

    /// <summary>Time before the latest step [s].</summary>
    public double PreviousTime { get; private set; }

    /// <summary>Unknowns at <see cref="Time"/>.</summary>
    public ReadOnlySpan<double> State => _phi[0];

    /// <summary>Steps taken since construction.</summary>
    public int StepCount { get; private set; }

    /// <summary>Newton iterations since construction.</summary>
    public int IterationCount { get; private set; }

    /// <summary>Factorisations since construction.</summary>
    public int FactorCount { get; private set; }

    /// <summary>Steps that failed the error test since construction.</summary>
    public int ErrorFailureCount { get; private set; }

    /// <summary>Steps in which Newton's method failed since construction.</summary>
    public int NewtonFailureCount { get; private set; }

    /// <summary>Smallest step allowed [s].</summary>
    public double SmallestStep { get; init; } = 1e-9;

    /// <summary>Starts (again) from consistent values.</summary>
    /// <param name="time">Start time [s].</param>
    /// <param name="y">Unknowns that satisfy the algebraic equations, length N.</param>
    /// <param name="slope">Their derivatives, length N.</param>
    /// <param name="longestFirstStep">Bound on the first step [s].</param>
    public void Start(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> slope, double longestFirstStep)
    {
        Time = PreviousTime = time;
        y.CopyTo(_phi[0]);
        _system.ErrorWeights(y, _weights);
        double speed = _system.Norm(slope, _weights);
        _h = speed > 0 ? Math.Min(longestFirstStep, 0.5 / speed) : longestFirstStep;
        slope.CopyTo(_phi[1]);
        VectorMath.Scale(_phi[1], _h);
        _psi[0] = _h;
        _order = 1;
        _usedOrder = 0;
        _usedStep = 0;
        _equalSteps = 0;
        _startPhase = true;
        _contraction = 1;
    }

    /// <summary>One step, no further than a time and no longer than a length.</summary>
    /// <param name="stopTime">Time not to be passed [s].</param>
    /// <param name="longestStep">Longest step [s].</param>
    public BdfStatus Step(double stopTime, double longestStep = double.PositiveInfinity)
    {
        double startTime = Time;
        int failures = 0;
        _system.ErrorWeights(_phi[0], _weights);
        while (true)
        {
            double remaining = stopTime - startTime;
            bool last = false;
            double wanted = Math.Min(_h, longestStep);
            // A last short step would throw the step size away: split what remains in two instead.
            if (wanted >= remaining * (1 - 1e-12)) (wanted, last) = (remaining, true);
            else if (2 * wanted > remaining) wanted = remaining / 2;
            if (wanted != _h) Rescale(wanted);
            if (_h < SmallestStep && !last) return BdfStatus.StepTooSmall;

            double ck = SetCoefficients(out double leading);
            Predict();
            double time = last ? stopTime : startTime + _h;
            bool converged = Newton(time, leading);
            double errorAtOrder = 0, errorBelow = 0, estimate = 0, correctionNorm = 0;
            int newOrder = _order;
            if (converged)
            {
                correctionNorm = _system.Norm(_correction, _weights);
                EstimateErrors(correctionNorm, ref newOrder, out errorAtOrder, out errorBelow, out estimate);
            }
            if (converged && ck * correctionNorm <= 1)
            {
                PreviousTime = startTime;
                Time = time;
                StepCount++;
                Complete(newOrder, errorAtOrder, errorBelow);
                return BdfStatus.Accepted;
            }

            failures++;
            Restore();
            double factor;
            if (!converged)
            {
                NewtonFailureCount++;
                _contraction = 1;
                factor = 0.25;
            }
            else
            {
                ErrorFailureCount++;
                _order = failures > 2 ? 1 : newOrder;
                factor = failures == 1
                    ? Math.Clamp(0.9 * Math.Pow(2 * estimate + 1e-4, -1.0 / (_order + 1)), 0.25, 0.9)
                    : 0.25;
            }
            _startPhase = false;
            if (_h * factor < SmallestStep || failures > 60) return BdfStatus.StepTooSmall;
            _h *= factor;
            if (_usedOrder == 0) ScaleFirstDifference(factor);
        }
    }

    /// <summary>The state at a time within the latest step, from the polynomial of the step.</summary>
    /// <param name="time">Between <see cref="PreviousTime"/> and <see cref="Time"/> [s].</param>
    /// <param name="y">Result, length N.</param>
    public void Interpolate(double time, Span<double> y)
    {
        Span<double> c = stackalloc double[MaximumOrder + 1];
        int order = InterpolationCoefficients(time, c);
        _phi[0].CopyTo(y);
        for (int j = 1; j <= order; j++) VectorMath.AddScaled(y[.._size], c[j], _phi[j]);
    }

    /// <summary>One unknown at a time within the latest step.</summary>
    public double Interpolate(double time, int index) => Polynomial(index).At(time);

    /// <summary>An unknown over the latest step, to be evaluated often. It holds until the next step.</summary>
    public StepPolynomial Polynomial(int index) => Polynomial(index, 0, index);

    /// <summary>y[index] + factor · y[other] over the latest step.</summary>
    public StepPolynomial Polynomial(int index, double factor, int other)
    {
        int order = Math.Max(1, _usedOrder);
        var polynomial = new StepPolynomial(Time, order);
        for (int j = 0; j <= order; j++) polynomial.Set(j, _phi[j][index] + factor * _phi[j][other], _psi[j]);
        return polynomial;
    }

    private void Rescale(double step)
    {
        double factor = step / _h;
        _h = step;
        if (_usedOrder == 0) ScaleFirstDifference(factor);
    }

    // Before the first step φ_1 = h y′; later the differences carry their own spacing.
    private void ScaleFirstDifference(double factor)
    {
        VectorMath.Scale(_phi[1], factor);
        _psi[0] = _h;
    }

    private bool Newton(double time, double leading)
    {
        _predicted.CopyTo(_y, 0);
        _predictedSlope.CopyTo(_slope, 0);
        Array.Clear(_correction);
        double previous = 0;
        for (int iteration = 0; iteration < MaximumNewtonIterations; iteration++)
        {
            _system.Residual(time, _y, _slope, _update);
            if (iteration == 0)
            {
                if (!_system.Factor(leading)) return false;
                FactorCount++;
            }
            IterationCount++;
            _system.Solve(_update);
            double norm = _system.Norm(_update, _weights);
            if (!double.IsFinite(norm)) return false;
            double share = _system.AdmissibleShare(_y, _update);
            if (share < 1 && iteration > 2) return false;
            VectorMath.AddScaled(_correction, -share, _update);
            VectorMath.Combine(_y, _predicted, 1, _correction);
            VectorMath.Combine(_slope, _predictedSlope, leading, _correction);
            if (share < 1)
            {
                previous = 0;
                continue;
            }
            if (previous > 0)
            {
                double rate = norm / previous;
                if (rate > 0.9) return false;
                _contraction = Math.Max(0.02, rate / (1 - rate));
            }
            if (norm * _contraction <= NewtonTolerance) return true;
            previous = norm;
        }
        return false;
    }
}
