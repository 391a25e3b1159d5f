using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Peaks;

/// <summary>A range of a trace whose peaks were fitted together.</summary>
public sealed class PeakGroup
{
    private readonly PeakModel _model;
    private readonly double[] _parameters;

    internal PeakGroup(int first, PeakModel model, LeastSquaresFit fit, double[] curve, IReadOnlyList<string> names)
    {
        (First, Curve, _model) = (first, curve, model);
        _parameters = [.. fit.Parameters];
        Fit = fit;
        Peaks = [.. names.Select((name, k) => new FittedPeak(name, model, fit, k))];
    }

    /// <summary>Index of its first point in the trace.</summary>
    public int First { get; }

    /// <summary>Peaks and baseline at its points.</summary>
    public IReadOnlyList<double> Curve { get; }

    /// <summary>Its peaks, by rising position of where they were sought.</summary>
    public IReadOnlyList<FittedPeak> Peaks { get; }

    /// <summary>The fit; its residuals are over the standard deviation of their points.</summary>
    internal LeastSquaresFit Fit { get; }

    /// <summary>Correlation of each residual with the next: near 0 where noise alone is left.</summary>
    public double Following => ResidualPattern.Following(Fit.Residuals);

    /// <summary>The same group with other names.</summary>
    internal PeakGroup Named(IReadOnlyList<string> names) => new(First, _model, Fit, [.. Curve], names);

    /// <summary>The polynomial below its peaks, at an abscissa; what was taken off before is not in it.</summary>
    internal double Below(double x)
    {
        double u = (x - _model.Centre) / _model.Half, sum = 0;
        for (int k = _model.Degree; k >= 0; k--) sum = sum * u + _parameters[k];
        return sum;
    }
}
