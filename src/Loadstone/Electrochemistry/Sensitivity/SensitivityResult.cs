namespace Loadstone.Electrochemistry.Sensitivity;

/// <summary>
/// How a step answers to a parameter p; all values are normalised, p ∂/∂p. What earlier steps have changed is in them: the state at the
/// step's start, but not the clock, which each step starts anew.
/// </summary>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="EndTime">p ∂t/∂p of the step's length [s].</param>
/// <param name="Voltage">p ∂V/∂p at the step's own end, at constant time since its start [V].</param>
/// <param name="Charge">p ∂Q/∂p of the charge passed in the step [C].</param>
/// <param name="RelativeCharge">(p/Q) ∂Q/∂p; 0 where nothing passed.</param>
/// <param name="Energy">p ∂E/∂p of the energy delivered in the step [J].</param>
public sealed record StepSensitivity(string Parameter, double EndTime, double Voltage, double Charge, double RelativeCharge, double Energy)
{
    /// <summary>p ∂V/∂p along the step at constant time since its start, one for each row of its time series [V].</summary>
    public required IReadOnlyList<double> VoltageCurve { get; init; }

    /// <summary>p ∂I/∂p along the step at constant time since its start, one for each row of its time series [A].</summary>
    public required IReadOnlyList<double> CurrentCurve { get; init; }
}

/// <summary>A step and its sensitivities.</summary>
/// <param name="Result">The step.</param>
/// <param name="Parameters">One for each parameter, in their order.</param>
public sealed record SensitivityStep(StepResult Result, IReadOnlyList<StepSensitivity> Parameters);
