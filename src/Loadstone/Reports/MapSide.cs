namespace Loadstone.Reports;

/// <summary>One side of a <see cref="HeatMap"/> or a <see cref="Picture"/>, or the ends of its scale of colours.</summary>
/// <param name="Label">Quantity and unit: <c>Depth / µm</c>.</param>
/// <param name="From">Value at the outer edge of the first cell.</param>
/// <param name="To">Value at the outer edge of the last cell, greater than <paramref name="From"/>.</param>
public sealed record MapSide(string Label, double From, double To)
{
    /// <summary>The range of values.</summary>
    /// <exception cref="ArgumentException">It does not rise.</exception>
    internal AxisScale Range() => AxisScale.Of(new Axis(Label, From, To), From, To);
}
