using Loadstone.Materials;

namespace Loadstone.Designs.Building;

/// <summary>Collects what a design takes on trust while it is built. Every value passes through here on its way into the cell.</summary>
/// <param name="leavesReference">Whether the cell ever leaves the reference temperature.</param>
internal sealed class Provenance(bool leavesReference)
{
    private readonly List<AssumedValue> _assumed = [];
    private readonly List<TakenDefault> _defaults = [];

    /// <summary>The assumed values, each once, in the order of first use.</summary>
    public IReadOnlyList<AssumedValue> Assumed => _assumed;

    /// <summary>The defaults that were taken.</summary>
    public IReadOnlyList<TakenDefault> Defaults => _defaults;

    /// <summary>The value, noted if it is assumed.</summary>
    public double Use(string of, string property, SourcedValue value)
    {
        if (value.Assumed)
            Note(new AssumedValue(of, property, value.Kind.Format(value.Value), Range(value), value.Why ?? ""));
        return value.Value;
    }

    /// <summary>A value that counts away from the reference temperature alone; noted if it is assumed and the cell goes there.</summary>
    public double UseAwayFromReference(string of, string property, SourcedValue value) => leavesReference ? Use(of, property, value) : value.Value;

    /// <summary>The function, noted if it is assumed.</summary>
    public Numerics.ScalarFunction Use(string of, string property, SourcedFunction function)
    {
        if (function.Assumed)
        {
            SourcedValue? constant = function.Constant;
            Note(new AssumedValue(of, property, constant?.Kind.Format(constant.Value) ?? "a function", constant is null ? null : Range(constant), function.Note ?? constant?.Why ?? ""));
        }
        return function.Function;
    }

    /// <summary>The value of the document, or the default, noted.</summary>
    public double Or(double? written, string path, double standard, Quantities.QuantityKind kind)
    {
        if (written is { } value) return value;
        Default(path, kind.Format(standard));
        return standard;
    }

    /// <summary>Notes a default.</summary>
    public void Default(string path, string taken)
    {
        var taking = new TakenDefault(path, taken);
        if (!_defaults.Contains(taking)) _defaults.Add(taking);
    }

    private void Note(AssumedValue value)
    {
        if (!_assumed.Contains(value)) _assumed.Add(value);
    }

    private static string? Range(SourcedValue value) =>
        value is { Low: { } low, High: { } high } && low < high ? $"{value.Kind.Format(low)} to {value.Kind.Format(high)}" : null;
}
