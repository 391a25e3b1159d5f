namespace Loadstone.Quantities;

/// <summary>Kinds of quantities that stay in the unit in which an instrument writes them: a.u., counts, cm⁻¹ of a Raman shift.</summary>
internal static class WrittenUnit
{
    /// <summary>A kind of one unit that is converted to nothing.</summary>
    /// <param name="name">What it is called in a sentence.</param>
    /// <param name="unit">The unit as written; empty for none.</param>
    internal static QuantityKind Kind(string name, string unit) => unit.Length == 0 ? QuantityKinds.Ratio : new QuantityKind(name, unit, $"1 {unit}", new Grammar(unit), unit);

    private sealed class Grammar(string unit) : QuantityGrammar
    {
        public override Unit? FindUnit(string symbol) => symbol == unit ? new Unit(unit, Rational.One, Rational.Zero) : null;

        protected override QuantityReading ReadPlain(string text)
        {
            if (ReadNumber(text, out Rational number, out string rest) is { } failure) return failure;
            return rest.Trim() == QuantityText.Normalize(unit) ? Round(number) : new QuantityFailure("has another unit") { Cause = FailureCause.OtherUnit, UnitText = rest };
        }
    }
}
