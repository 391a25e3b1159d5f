using Loadstone.Laboratory.Regression;
using MathNet.Numerics.LinearAlgebra;

namespace Loadstone.Laboratory.Cycling;

/// <summary>The voltage of a cell from two half-cell curves beside measured points, means over even steps of charge.</summary>
internal sealed class ModeProblem : ISumOfSquares
{
    private readonly HalfCellCurve _positive, _negative;
    private readonly double[] _share, _voltage, _current;
    private readonly double[] _y, _x, _potentialPositive, _potentialNegative, _risePositive, _riseNegative;
    private readonly double _charge;
    private readonly int _parameters;

    internal ModeProblem(VoltageCurve curve, HalfCellCurve positive, HalfCellCurve negative, bool withResistance, int most)
    {
        (_positive, _negative, _parameters) = (positive, negative, withResistance ? 5 : 4);
        _charge = curve.Charge[^1];
        List<double> share = [], voltage = [], current = [];
        double s = 0, v = 0, i = 0;
        int inside = 0, bin = 0;
        for (int k = 0; k <= curve.Charge.Length; k++)
        {
            int next = k < curve.Charge.Length ? Math.Min(most - 1, (int)(curve.Charge[k] / _charge * most)) : -1;
            if (next != bin && inside > 0)
            {
                // Counted from the charged end, whichever way the curve runs.
                share.Add(curve.Direction == Direction.Discharge ? s / inside : 1 - s / inside);
                voltage.Add(v / inside);
                current.Add(i / inside);
                (s, v, i, inside) = (0, 0, 0, 0);
            }
            if (next < 0) break;
            bin = next;
            s += curve.Charge[k] / _charge;
            v += curve.Voltage[k];
            i += curve.Current[k];
            inside++;
        }
        (_share, _voltage, _current) = ([.. share], [.. voltage], [.. current]);
        double[] Work() => new double[_share.Length];
        (_y, _x, _potentialPositive, _potentialNegative, _risePositive, _riseNegative) = (Work(), Work(), Work(), Work(), Work(), Work());
    }

    internal int Count => _share.Length;

    internal double[] Low => Bounds(_positive.Low, _negative.Low, double.NegativeInfinity);

    internal double[] High => Bounds(_positive.High, _negative.High, double.PositiveInfinity);

    private double[] Bounds(double positive, double negative, double resistance) =>
        _parameters > 4 ? [positive, positive, negative, negative, resistance] : [positive, positive, negative, negative];

    /// <summary>Potential of the positive electrode at the points.</summary>
    internal double[] Positive(double charged, double discharged) => [.. _share.Select(s => _positive.Potential.At(charged + s * (discharged - charged)))];

    /// <summary>Potential of the negative electrode at the points.</summary>
    internal double[] Negative(double charged, double discharged) => [.. _share.Select(s => _negative.Potential.At(charged + s * (discharged - charged)))];

    /// <summary>Sum of squares with potentials of both electrodes and no resistance.</summary>
    internal double Sum(double[] positive, double[] negative)
    {
        double sum = 0;
        for (int k = 0; k < _voltage.Length; k++)
        {
            double residual = positive[k] - negative[k] - _voltage[k];
            sum += residual * residual;
        }
        return double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> p, Span<double> normal, Span<double> gradient)
    {
        Potentials(p);
        normal.Clear();
        gradient.Clear();
        Span<double> row = stackalloc double[5];
        double sum = 0;
        for (int k = 0; k < _share.Length; k++)
        {
            double s = _share[k], residual = Model(p, k) - _voltage[k];
            (row[0], row[1], row[2], row[3], row[4]) = (_risePositive[k] * (1 - s), _risePositive[k] * s, -_riseNegative[k] * (1 - s), -_riseNegative[k] * s, -_current[k]);
            sum += residual * residual;
            for (int a = 0; a < _parameters; a++)
            {
                gradient[a] += row[a] * residual;
                for (int b = 0; b <= a; b++) normal[a * _parameters + b] += row[a] * row[b];
            }
        }
        return double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }

    internal ModeFit ToFit(double[] p)
    {
        int freedom = Count - _parameters;
        double[] normal = new double[_parameters * _parameters];
        double variance = Evaluate(p, normal, new double[_parameters]) / freedom;
        Matrix<double> inverse = Matrix<double>.Build.DenseOfArray(NormalInverse.Of(normal, [.. p.Select(_ => true)]).Inverse);
        bool reachesEnd = p[0] <= _positive.Low || p[1] >= _positive.High || p[2] >= _negative.High || p[3] <= _negative.Low;
        return new ModeFit(_charge, p, inverse * variance, Math.Sqrt(variance), freedom,
            [.. _share.Select(s => s * _charge)], _voltage, [.. Enumerable.Range(0, Count).Select(k => Model(p, k))], reachesEnd);
    }

    // Potentials and their slopes at every point, into the arrays that one fit uses again and again.
    private void Potentials(ReadOnlySpan<double> p)
    {
        for (int k = 0; k < _share.Length; k++)
        {
            double s = _share[k];
            (_y[k], _x[k]) = (p[0] + s * (p[1] - p[0]), p[2] + s * (p[3] - p[2]));
        }
        _positive.Potential.Evaluate(_y, _potentialPositive, _risePositive);
        _negative.Potential.Evaluate(_x, _potentialNegative, _riseNegative);
    }

    // The voltage at a point whose potentials are in the arrays.
    private double Model(ReadOnlySpan<double> p, int k)
    {
        double voltage = _potentialPositive[k] - _potentialNegative[k];
        return _parameters > 4 ? voltage - _current[k] * p[4] : voltage;
    }
}
