namespace Loadstone.Reports;

/// <summary>One axis of a <see cref="Plot"/>.</summary>
/// <param name="Label">Quantity and unit: <c>Capacity / mAh/g</c>.</param>
/// <param name="Min">Lower end in the label's unit, or null to follow the data.</param>
/// <param name="Max">Upper end in the label's unit, or null to follow the data.</param>
/// <param name="Logarithmic">Whether the axis is logarithmic; values of zero or less are then not drawn.</param>
public sealed record Axis(string Label, double? Min = null, double? Max = null, bool Logarithmic = false)
{
    /// <summary>Upper end in the label's unit, or null to follow the data.</summary>
    /// <exception cref="ArgumentException">An end is not finite (or beyond 1e100), the ends are not in order, or an end of a logarithmic axis is not positive.</exception>
    public double? Max { get; } = CheckedMax(Label, Min, Max, Logarithmic);

    /// <summary>Lower end in the label's unit, or null to follow the data.</summary>
    public double? Min { get; } = Min;

    /// <summary>Whether the axis is logarithmic.</summary>
    public bool Logarithmic { get; } = Logarithmic;

    private static double? CheckedMax(string label, double? min, double? max, bool logarithmic)
    {
        bool usable = Usable(min, logarithmic) && Usable(max, logarithmic) && !(min >= max);
        return usable ? max : throw new ArgumentException(
            FormattableString.Invariant($"Axis \"{label}\" cannot run from {min} to {max}{(logarithmic ? " on a logarithmic scale" : "")}."));
    }

    private static bool Usable(double? end, bool logarithmic) =>
        end is not { } value || (Math.Abs(value) <= AxisScale.Largest && (!logarithmic || value >= AxisScale.SmallestPositive));
}
