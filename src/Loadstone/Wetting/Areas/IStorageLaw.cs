namespace Loadstone.Wetting.Areas;

/// <summary>What is stored and flows in an area: an amount and a flux as functions of one unknown a cell, both rising in it.</summary>
internal interface IStorageLaw
{
    /// <summary>Amount in a cell when it is full.</summary>
    double Capacity(int cell);

    /// <summary>Amount in a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="u">Its unknown.</param>
    /// <param name="slope">Derivative.</param>
    double Storage(int cell, double u, out double slope);

    /// <summary>Where the laws have a kink, the same for all cells; a step of Newton's method does not pass it at once.</summary>
    double Kink { get; }

    /// <summary>Flux from the first to the second cell of a face.</summary>
    double Flux(int face, double first, double second, out double byFirst, out double bySecond);

    /// <summary>Faces at the boundary that are open.</summary>
    ReadOnlySpan<AreaBoundary> Open { get; }

    /// <summary>Flux into the cell at an open face of the boundary.</summary>
    double Inflow(int open, double u, out double slope);
}
