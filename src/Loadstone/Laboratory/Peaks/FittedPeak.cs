using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Peaks;

/// <summary>A peak that was fitted, alone or with its neighbours. Heights and areas are of the peak itself, without the line that may follow it.</summary>
public sealed class FittedPeak
{
    private readonly PeakModel _model;
    private readonly LeastSquaresFit _fit;
    private readonly int _first;

    internal FittedPeak(string name, PeakModel model, LeastSquaresFit fit, int index)
    {
        (Name, _model, _fit, Index) = (name, model, fit, index);
        _first = model.First(index);
        double[] own = [.. fit.Parameters.Skip(_first).Take(model.PerPeak)];
        (double factor, double byMixing) = model.AreaFactor(own);
        Position = fit.Parameter(_first + PeakModel.Position);
        Height = fit.Parameter(_first + PeakModel.Height);
        Width = fit.Parameter(_first + PeakModel.Width);
        Mixing = model.PerPeak > PeakModel.Mixing ? fit.Parameter(_first + PeakModel.Mixing) : null;
        Skew = model.PerPeak > PeakModel.Skew ? fit.Parameter(_first + PeakModel.Skew) : null;
        Area = fit.Function(own[PeakModel.Height] * own[PeakModel.Width] * factor, Gradient(own, factor, byMixing));
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Where its top is [unit of the abscissa].</summary>
    public Estimate Position { get; }

    /// <summary>Height above the baseline [unit of the signal].</summary>
    public Estimate Height { get; }

    /// <summary>Full width at half of the height [unit of the abscissa].</summary>
    public Estimate Width { get; }

    /// <summary>Area above the baseline [unit of the signal times that of the abscissa].</summary>
    public Estimate Area { get; }

    /// <summary>Lorentz part η, 0 to 1; null for shapes without.</summary>
    public Estimate? Mixing { get; }

    /// <summary>Left less right half-width, over the full width; null for shapes that are even.</summary>
    public Estimate? Skew { get; }

    /// <summary>Height over its standard error.</summary>
    public double Significance => Math.Abs(Height.Value) / Height.StandardError;

    /// <summary>Which of the peaks of its fit it is.</summary>
    internal int Index { get; }

    /// <summary>Whether position or width stand at a bound, so that it is not the peak that was sought.</summary>
    internal bool IsHeld => _fit.AtBound[_first + PeakModel.Position] || _fit.AtBound[_first + PeakModel.Width];

    /// <summary>The peak at an abscissa, above its baseline.</summary>
    public double At(double x) => _model.Peak([.. _fit.Parameters], Index, x);

    /// <summary>Height or area over that of another; of peaks fitted together what their errors share is counted.</summary>
    /// <param name="other">The other peak.</param>
    /// <param name="byHeight">By height, not area.</param>
    public Estimate Over(FittedPeak other, bool byHeight = false)
    {
        ArgumentNullException.ThrowIfNull(other);
        (Estimate above, Estimate below) = byHeight ? (Height, other.Height) : (Area, other.Area);
        if (!ReferenceEquals(_fit, other._fit)) return ErrorPropagation.Quotient(above, below);
        double[] a = Gradient(byHeight), b = other.Gradient(byHeight);
        return _fit.Function(above.Value / below.Value, [.. a.Select((v, k) => v / below.Value - b[k] * above.Value / (below.Value * below.Value))]);
    }

    /// <summary>Position less that of another.</summary>
    /// <param name="other">The other peak.</param>
    public Estimate DistanceFrom(FittedPeak other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!ReferenceEquals(_fit, other._fit)) return ErrorPropagation.Carry(Position.Value - other.Position.Value, (Position, 1), (other.Position, -1));
        var gradient = new double[_fit.Parameters.Count];
        gradient[_first + PeakModel.Position] += 1;
        gradient[other._first + PeakModel.Position] -= 1;
        return _fit.Function(Position.Value - other.Position.Value, gradient);
    }

    private double[] Gradient(bool byHeight)
    {
        double[] own = [.. _fit.Parameters.Skip(_first).Take(_model.PerPeak)];
        if (!byHeight)
        {
            (double factor, double byMixing) = _model.AreaFactor(own);
            return Gradient(own, factor, byMixing);
        }
        var gradient = new double[_fit.Parameters.Count];
        gradient[_first + PeakModel.Height] = 1;
        return gradient;
    }

    private double[] Gradient(double[] own, double factor, double byMixing)
    {
        var gradient = new double[_fit.Parameters.Count];
        gradient[_first + PeakModel.Height] = own[PeakModel.Width] * factor;
        gradient[_first + PeakModel.Width] = own[PeakModel.Height] * factor;
        if (_model.PerPeak > PeakModel.Mixing) gradient[_first + PeakModel.Mixing] = own[PeakModel.Height] * own[PeakModel.Width] * byMixing;
        return gradient;
    }
}
