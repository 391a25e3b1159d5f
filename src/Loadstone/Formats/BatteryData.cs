using Loadstone.Electrochemistry;

namespace Loadstone.Formats;

/// <summary>What a Battery Data Format file holds, with discharge positive as everywhere inside; all lists of one length.</summary>
/// <param name="Series">Time, voltage, current, charge and energy.</param>
/// <param name="StepNumber">Number of the step of each row, from 1.</param>
/// <param name="StepTime">Time since the start of the step of each row [s].</param>
public sealed record BatteryData(TimeSeries Series, IReadOnlyList<int> StepNumber, IReadOnlyList<double> StepTime);
