namespace Loadstone.Electrochemistry;

/// <summary>The whole state of a simulated cell between two steps: it can be kept, and gone on from exactly.</summary>
/// <param name="Time">Time since the start [s].</param>
/// <param name="Unknowns">State vector in the order of the model that made it.</param>
public sealed record CellState(double Time, IReadOnlyList<double> Unknowns);
