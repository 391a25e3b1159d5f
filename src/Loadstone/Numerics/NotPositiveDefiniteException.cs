namespace Loadstone.Numerics;

/// <summary>A matrix that should be symmetric positive definite is not: elimination met a pivot that is not a number above zero.</summary>
public sealed class NotPositiveDefiniteException : Exception
{
    /// <summary>Where elimination stopped.</summary>
    /// <param name="unknown">Index of the unknown, in the numbering of the matrix.</param>
    /// <param name="pivot">What was left of its diagonal entry.</param>
    public NotPositiveDefiniteException(int unknown, double pivot)
        : base(FormattableString.Invariant($"The matrix is not positive definite: the pivot of unknown {unknown} is {pivot:g6}; expected a finite number above 0."))
    {
        Unknown = unknown;
        Pivot = pivot;
    }

    /// <summary>Index of the unknown, in the numbering of the matrix.</summary>
    public int Unknown { get; }

    /// <summary>What was left of its diagonal entry.</summary>
    public double Pivot { get; }
}
