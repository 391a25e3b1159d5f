using FsCheck;
using FsCheck.Fluent;
using Loadstone.Quantities;

namespace Loadstone.Tests.Quantities;

/// <summary>Nothing but the quantity that was asked for gets through, and what does not is told, not thrown about.</summary>
public class RejectionTests
{
    // Pieces from which plausible but mostly wrong texts are made.
    private static readonly string[] Pieces =
    [
        "1", "22", "4.5", "0", "e-3", "E", "+", "-", "−", ".", ",", "/", "·", "*", "^", "²", "⁻¹", "(", ")", "{", "}", " ", "mg", "cm",
        "µ", "Ah", "C", "Ω", "%", "wt", "°C", "K", "mol", "10^", "x", "99999999999", "NaN", "\0", "\uD800", "\n", "é", "∞",
    ];

    private static readonly Arbitrary<string> Assembled =
        (from pieces in Gen.Elements(Pieces).ArrayOf() select string.Concat(pieces)).ToArbitrary();

    private static readonly Arbitrary<string> Random =
        (from characters in ArbMap.Default.GeneratorFor<char>().ArrayOf() select new string(characters)).ToArbitrary();

    [Fact]
    public void Junk_is_rejected_with_a_problem_or_is_a_finite_number()
    {
        var thorough = Config.QuickThrowOnFailure.WithMaxTest(500);
        Prop.ForAll(Assembled, OnlyInputExceptions).Check(thorough);
        Prop.ForAll(Random, OnlyInputExceptions).Check(thorough);
    }

    private static void OnlyInputExceptions(string text)
    {
        foreach (QuantityKind kind in (QuantityKind[])[QuantityKinds.Loading, QuantityKinds.CRate, QuantityKinds.Ratio, QuantityKinds.Temperature])
        {
            if (kind.TryParse(text, out double value, out string? problem))
            {
                double.IsFinite(value).ShouldBeTrue(text);
                kind.Parse(text).ShouldBe(value);
                continue;
            }
            value.ShouldBe(double.NaN);
            problem.ShouldEndWith(problem.EndsWith('?') ? "?" : ".");
            Should.Throw<InputException>(() => kind.Parse(text)).Problem.ShouldBe(problem);
        }
    }

    [Fact]
    public void A_quantity_of_another_dimension_is_rejected_for_every_pair_of_kinds()
    {
        int pairs = 0;
        foreach (QuantityKind written in QuantityKinds.All)
        {
            foreach (QuantityKind asked in QuantityKinds.All)
            {
                if (SameMeasure(written, asked)) continue;
                foreach (Unit unit in written.Units)
                {
                    string text = written.Format(2, unit: unit.Symbol);
                    // "2C" is a rate and two coulombs; only what is asked for can tell.
                    if (unit.Symbol == "C" && (asked == QuantityKinds.Charge || asked == QuantityKinds.CRate)) continue;
                    asked.TryParse(text, out _, out _).ShouldBeFalse($"{text} as {asked}");
                    pairs++;
                }
            }
        }
        pairs.ShouldBeGreaterThan(10_000);
    }

    private static bool SameMeasure(QuantityKind a, QuantityKind b) =>
        a == b || (a.Grammar is UnitGrammar unitsOfA && b.Grammar is UnitGrammar unitsOfB && unitsOfA.Dimension == unitsOfB.Dimension);

    [Theory]
    [InlineData("22 mg//cm²")]
    [InlineData("22 mg/")]
    [InlineData("22 mg/cm²·")]
    [InlineData("22 mg/cm²)")]
    [InlineData("22 mg/(cm²")]
    [InlineData("22 mg/cm^")]
    [InlineData("22 mg/cm^0")]
    [InlineData("22 mg/cm² coated")]
    [InlineData("22 mg/cm²;")]
    [InlineData("22 20 mg/cm²")]
    [InlineData("22 mg/0 cm²")]
    [InlineData("22 mg/cm²/20")]
    [InlineData("±22 mg/cm²")]
    [InlineData("22..5 mg/cm²")]
    [InlineData("22 mgcm²")]
    [InlineData("22 mg/cm99999999999999999999")]
    [InlineData("22 mg/cm2.7")]
    public void A_malformed_loading_is_rejected(string text) =>
        QuantityKinds.Loading.TryParse(text, out double value, out _).ShouldBeFalse($"read as {value}");

    [Fact]
    public void A_missing_text_is_a_problem_not_a_crash()
    {
        QuantityKinds.Loading.TryParse(null, out _, out string? problem).ShouldBeFalse();
        problem.ShouldBe("The text is empty; a loading is expected, such as \"22 mg/cm²\".");
    }
}
