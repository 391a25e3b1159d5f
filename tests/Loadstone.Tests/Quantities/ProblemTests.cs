using Loadstone.Quantities;

namespace Loadstone.Tests.Quantities;

/// <summary>Each mistake gets the sentence that helps to mend it.</summary>
public class ProblemTests
{
    private static string ProblemOf(QuantityKind kind, string text)
    {
        kind.TryParse(text, out _, out string? problem).ShouldBeFalse();
        return problem;
    }

    [Theory]
    [InlineData("22 mg", "\"22 mg\" is a mass; a loading is expected, such as \"22 mg/cm²\".")]
    [InlineData("22", "\"22\" has no unit; a loading needs one, such as \"22 mg/cm²\".")]
    [InlineData("", "The text is empty; a loading is expected, such as \"22 mg/cm²\".")]
    [InlineData("  ", "The text is empty; a loading is expected, such as \"22 mg/cm²\".")]
    [InlineData("mg/cm²", "\"mg/cm²\" does not begin with a number; a loading is expected, such as \"22 mg/cm²\".")]
    [InlineData("NaN mg/cm²", "\"NaN mg/cm²\" is not a finite number; a loading is expected, such as \"22 mg/cm²\".")]
    [InlineData("-Infinity", "\"-Infinity\" is not a finite number; a loading is expected, such as \"22 mg/cm²\".")]
    [InlineData("1e400 mg/cm²", "\"1e400 mg/cm²\" is too large for a number; a loading is expected, such as \"22 mg/cm²\".")]
    [InlineData("1e-999999999999 mg/cm²", "\"1e-999999999999 mg/cm²\" is too small for a number; a loading is expected, such as \"22 mg/cm²\".")]
    [InlineData("22 mg/cn²", "\"22 mg/cn²\" has an unknown unit, \"cn\"; did you mean \"mg/cm²\"?")]
    [InlineData("22 MG/CM²", "\"22 MG/CM²\" has an unknown unit, \"MG\"; did you mean \"mg/cm²\"?")]
    [InlineData("22 apples", "\"22 apples\" has an unknown unit; a loading is expected, such as \"22 mg/cm²\".")]
    [InlineData("22,5 mg/cm²", "\"22,5 mg/cm²\" has a decimal comma: write 22.5; a loading is expected, such as \"22 mg/cm²\".")]
    [InlineData("1,000 mg/cm²", "\"1,000 mg/cm²\" has a comma in its number: write 1000, or 1.000 if it stands for a point; a loading is expected, such as \"22 mg/cm²\".")]
    [InlineData("1,000,000 mg/cm²", "\"1,000,000 mg/cm²\" has a number in pieces: write its digits together, with a point before the decimals; a loading is expected, such as \"22 mg/cm²\".")]
    [InlineData("1 000 mg/cm²", "\"1 000 mg/cm²\" has a number in pieces: write its digits together, with a point before the decimals; a loading is expected, such as \"22 mg/cm²\".")]
    [InlineData("0.5C", "\"0.5C\" is a charge or a C-rate; a loading is expected, such as \"22 mg/cm²\".")]
    [InlineData("C/10", "\"C/10\" is a C-rate; a loading is expected, such as \"22 mg/cm²\".")]
    [InlineData("5 %", "\"5 %\" is a fraction; a loading is expected, such as \"22 mg/cm²\".")]
    public void Of_a_loading(string text, string problem) => ProblemOf(QuantityKinds.Loading, text).ShouldBe(problem);

    [Fact]
    public void Of_other_kinds()
    {
        ProblemOf(QuantityKinds.Fraction, "0.25").ShouldBe("\"0.25\" has no unit; a fraction needs one, such as \"25 %\".");
        ProblemOf(QuantityKinds.Ratio, "5 %").ShouldBe("\"5 %\" is a fraction; a number without unit is expected, such as \"1.1\".");
        ProblemOf(QuantityKinds.CRate, "C/0").ShouldBe("\"C/0\" divides by zero; a C-rate is expected, such as \"0.5C\".");
        ProblemOf(QuantityKinds.CRate, "2 mA").ShouldBe("\"2 mA\" is a current; a C-rate is expected, such as \"0.5C\".");
        ProblemOf(QuantityKinds.CRate, "0.5").ShouldBe("\"0.5\" has no unit; a C-rate needs one, such as \"0.5C\".");
        ProblemOf(QuantityKinds.CRate, "0.5c").ShouldBe("\"0.5c\" has an unknown unit; did you mean \"C\"?");
        ProblemOf(QuantityKinds.Temperature, "25 C").ShouldBe("\"25 C\" is a charge or a C-rate; a temperature is expected, such as \"25 °C\".");
        ProblemOf(QuantityKinds.Current, "5 mA/s").ShouldBe("\"5 mA/s\" has a unit that does not fit; a current is expected, such as \"2 mA\".");
        ProblemOf(QuantityKinds.Voltage, "5 Wh/L").ShouldBe("\"5 Wh/L\" is an energy density; a voltage is expected, such as \"4.2 V\".");
        ProblemOf(QuantityKinds.Current, "4 mAh/cm2").ShouldBe("\"4 mAh/cm2\" is an areal capacity; a current is expected, such as \"2 mA\".");
    }

    [Fact]
    public void Long_and_unprintable_texts_are_quoted_short_and_clean()
    {
        ProblemOf(QuantityKinds.Mass, new string('9', 500)).ShouldBe($"\"{new string('9', 40)}…\" is too long for a quantity; a mass is expected, such as \"22 mg\".");
        ProblemOf(QuantityKinds.Mass, "2\u0007 mg").ShouldStartWith("\"2\uFFFD mg\"");
    }
}
