using Loadstone.Laboratory;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Designs.Fitting;

/// <summary>A measurement beside its simulation.</summary>
/// <param name="Run">The measurement.</param>
/// <param name="Voltage">Simulated voltages at its times [V]; infinite after the end of a run that stopped early.</param>
/// <param name="End">Why the simulation stopped early, in words, or null.</param>
public sealed record ModelComparison(MeasuredRun Run, IReadOnlyList<double> Voltage, string? End)
{
    /// <summary>Root of the mean squared difference over the points that were simulated [V].</summary>
    public double RootMeanSquare
    {
        get
        {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < Voltage.Count; i++)
            {
                if (!double.IsFinite(Voltage[i])) continue;
                sum += (Voltage[i] - Run.Voltage[i]) * (Voltage[i] - Run.Voltage[i]);
                count++;
            }
            return count > 0 ? Math.Sqrt(sum / count) : double.NaN;
        }
    }
}

/// <summary>A parameter as it was found.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Estimate">Its value and error [SI]; a factor for parameters of the cell.</param>
/// <param name="IsAtBound">Whether it stands at one of its bounds.</param>
/// <param name="Text">Its value with unit; of a parameter of the cell, what the factor makes of it.</param>
public sealed record FittedParameter(FitParameter Parameter, Estimate Estimate, bool IsAtBound, string Text);

/// <summary>A design fitted to a measurement.</summary>
public sealed record FitOutcome
{
    /// <summary>Name of the design.</summary>
    public required string Design { get; init; }

    /// <summary>The parameters, in the order in which they were asked for.</summary>
    public required IReadOnlyList<FittedParameter> Parameters { get; init; }

    /// <summary>The design as it was, beside the measurement.</summary>
    public required ModelComparison Before { get; init; }

    /// <summary>The fitted design beside the measurement, without the error of its mesh.</summary>
    public required ModelComparison After { get; init; }

    /// <summary>Largest error of the mesh that was taken out [V]; NaN where it could not be told.</summary>
    public required double MeshError { get; init; }

    /// <summary>The least-squares fit, in the parameters or their logarithms; its errors are widened where residuals follow each other.</summary>
    public required LeastSquaresFit Fit { get; init; }

    /// <summary>What makes the numbers less sure than their errors say.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
