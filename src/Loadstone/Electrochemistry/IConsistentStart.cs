namespace Loadstone.Electrochemistry;

/// <summary>States and slopes that satisfy the algebraic equations of a model when a step begins.</summary>
internal interface IConsistentStart
{
    /// <summary>Solves for the algebraic unknowns of a new step while the others stand still; false when that fails.</summary>
    bool Solve(double time, Span<double> y);

    /// <summary>Slopes at a consistent state.</summary>
    void Slopes(double time, ReadOnlySpan<double> y, Span<double> slope);
}
