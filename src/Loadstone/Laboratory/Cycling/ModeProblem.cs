using Loadstone.Laboratory.Regression;
using MathNet.Numerics.LinearAlgebra;

namespace Loadstone.Laboratory.Cycling;

/// <summary>The voltage of a cell from two half-cell curves beside measured points, means over even steps of charge.</summary>
internal sealed class ModeProblem
{
    private readonly HalfCellCurve _positive, _negative;
    private readonly double[] _share, _voltage, _current;
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
    }

    internal int Count => _share.Length;

    internal double Sum(double[] p)
    {
        double sum = 0;
        for (int k = 0; k < _share.Length; k++)
        {
            double residual = _voltage[k] - VoltageAt(p, k);
            sum += residual * residual;
        }
        return double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }

    internal double[] Inside(double[] p)
    {
        (p[0], p[1]) = (Math.Clamp(p[0], _positive.Low, _positive.High), Math.Clamp(p[1], _positive.Low, _positive.High));
        (p[2], p[3]) = (Math.Clamp(p[2], _negative.Low, _negative.High), Math.Clamp(p[3], _negative.Low, _negative.High));
        return p;
    }

    internal (Matrix<double> Normal, Vector<double> Gradient) Normal(double[] p)
    {
        Matrix<double> normal = Matrix<double>.Build.Dense(_parameters, _parameters);
        Vector<double> gradient = Vector<double>.Build.Dense(_parameters);
        Span<double> row = stackalloc double[5];
        for (int k = 0; k < _share.Length; k++)
        {
            double s = _share[k], up = _positive.Potential.DerivativeAt(p[0] + s * (p[1] - p[0])), un = _negative.Potential.DerivativeAt(p[2] + s * (p[3] - p[2]));
            (row[0], row[1], row[2], row[3], row[4]) = (up * (1 - s), up * s, -un * (1 - s), -un * s, -_current[k]);
            double residual = _voltage[k] - VoltageAt(p, k);
            for (int a = 0; a < _parameters; a++)
            {
                gradient[a] += row[a] * residual;
                for (int b = 0; b < _parameters; b++) normal[a, b] += row[a] * row[b];
            }
        }
        return (normal, gradient);
    }

    internal ModeFit ToFit(double[] p)
    {
        int freedom = Count - _parameters;
        double variance = Sum(p) / freedom;
        Matrix<double> inverse = Matrix<double>.Build.DenseOfArray(NormalInverse.Of(Normal(p).Normal.ToRowMajorArray(), [.. p.Select(_ => true)]).Inverse);
        bool atEnd = p[0] <= _positive.Low || p[1] >= _positive.High || p[2] >= _negative.High || p[3] <= _negative.Low;
        return new ModeFit(_charge, p, inverse * variance, Math.Sqrt(variance), freedom,
            [.. _share.Select(s => s * _charge)], _voltage, [.. Enumerable.Range(0, Count).Select(k => VoltageAt(p, k))], atEnd);
    }

    private double VoltageAt(double[] p, int k)
    {
        double s = _share[k];
        double voltage = _positive.Potential.At(p[0] + s * (p[1] - p[0])) - _negative.Potential.At(p[2] + s * (p[3] - p[2]));
        return _parameters > 4 ? voltage - _current[k] * p[4] : voltage;
    }
}
