using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>A number and where it comes from: a public source, or an assumption that says how far it may be off.</summary>
/// <param name="Value">The value in SI units.</param>
/// <param name="Kind">What is measured.</param>
/// <param name="Source">Author, journal and year, or handbook; null for an assumption.</param>
/// <param name="Assumed">True when no public source stands behind the value.</param>
/// <param name="Low">Lower end of the range of an assumption, SI; otherwise null.</param>
/// <param name="High">Upper end of the range of an assumption, SI; otherwise null.</param>
/// <param name="Why">The reason for an assumption; otherwise null.</param>
public sealed record SourcedValue(double Value, QuantityKind Kind, string? Source, bool Assumed, double? Low, double? High, string? Why)
{
    /// <summary>A value with a public source.</summary>
    public static SourcedValue Of(double value, QuantityKind kind, string source) => new(value, kind, source, false, null, null, null);

    /// <summary>A value without a public source.</summary>
    public static SourcedValue Assume(double value, QuantityKind kind, double low, double high, string why) =>
        new(value, kind, null, true, low, high, why);

    /// <summary>The value with its unit, and its range if it is assumed.</summary>
    public override string ToString() => Assumed
        ? $"{Kind.Format(Value)} (assumed, {Kind.Format(Low!.Value)} to {Kind.Format(High!.Value)})"
        : Kind.Format(Value);
}
