namespace Loadstone.Quantities;

/// <summary>What reading a text gave: a value in SI, or why there is none.</summary>
internal readonly record struct QuantityReading(double Value, QuantityFailure? Failure)
{
    public static implicit operator QuantityReading(QuantityFailure failure) => new(double.NaN, failure);
}
