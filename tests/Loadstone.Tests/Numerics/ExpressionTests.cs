using FsCheck;
using FsCheck.Fluent;
using Loadstone.Numerics;

namespace Loadstone.Tests.Numerics;

public class ExpressionTests
{
    // One formula per rule of differentiation, and the shapes that published fits have.
    public static TheoryData<string> Formulas => new(
        "3", "x", "-x", "x + 2*x - 0.5", "x*x - 3*x", "1/(1 + x)", "(x + 1)/(x*x + 2)", "x**3", "x^-1.5", "2**x", "(x + 0.2)**x",
        "exp(-3*x)", "log(x + 0.1)", "log10(x + 0.1)", "sqrt(x)", "sin(2*x)", "cos(x)", "tan(x)", "sinh(x)", "cosh(x)",
        "tanh(5*(x - 0.4))", "abs(x - 0.45)", "min(x, 0.33*x*x + 0.1)", "max(x, 1 - x)",
        "-0.8090*x + 4.4875 - 0.0428*tanh(18.5138*(x-0.5542)) - 17.7326*tanh(15.7890*(x-0.3117)) + 17.5842*tanh(15.9308*(x-0.3120))",
        "1e-4 * 10**(-4.43 - 54/(298.15 - 229 - 5*x) - 0.22*x)");

    [Theory]
    [MemberData(nameof(Formulas))]
    public void DerivativesAgreeWithCentralDifferences(string text)
    {
        Expression formula = Expression.Parse(text, "x");
        ScalarFunction f = formula.ToFunction("x");
        ScalarFunction derivative = formula.Derivative("x").ToFunction("x");
        for (double x = 0.0371; x < 1; x += 0.0413)
        {
            const double h = 1e-5;
            // The truncation error h²f‴/6 is below 1e-6 for tanh(18 x) with the factor 17; rounding adds eps f/h.
            double difference = (f.At(x + h) - f.At(x - h)) / (2 * h);
            double tolerance = 1e-6 * (Math.Abs(difference) + Math.Abs(f.At(x)) + 1e-12);
            if (text.Contains("17.7326")) tolerance = 1e-5;
            f.DerivativeAt(x).ShouldBe(difference, tolerance);
            derivative.At(x).ShouldBe(f.DerivativeAt(x), 1e-12 * (1 + Math.Abs(difference)));
        }
    }

    [Theory]
    [InlineData("-2**2", -4)]
    [InlineData("2**3**2", 512)]
    [InlineData("2**-1", 0.5)]
    [InlineData("8/4/2", 1)]
    [InlineData("5 - 3 - 1", 1)]
    [InlineData("2 + 3*4", 14)]
    [InlineData("--+2", 2)]
    [InlineData("1.5e-4*2E4", 3)]
    [InlineData("max(2, min(7, 3))", 3)]
    [InlineData("log(exp(2))", 2)]
    [InlineData(" sign( -3 ) ", -1)]
    public void PrecedenceFollowsTheWrittenLanguageOfFormulas(string text, double expected) =>
        Expression.Parse(text).ToFunction("x").At(0).ShouldBe(expected, 1e-15 * Math.Abs(expected));

    [Theory]
    [InlineData("", 1, "found the end")]
    [InlineData("1 + ", 5, "expected a number")]
    [InlineData("1 + * x", 5, "found '*'")]
    [InlineData("tanh x", 6, "expected '('")]
    [InlineData("tanh(x", 7, "expected ')'")]
    [InlineData("max(x)", 6, "expected ','")]
    [InlineData("y + 1", 1, "one of the variables x")]
    [InlineData("ln(x)", 1, "functions exp, log")]
    [InlineData("2 x", 3, "expected an operator")]
    [InlineData("1.2.3", 1, "expected a finite number")]
    [InlineData("1e999", 1, "expected a finite number")]
    [InlineData("x)", 2, "expected an operator")]
    [InlineData("x; y", 2, "found ';'")]
    public void ErrorsPointAtTheColumn(string text, int column, string part)
    {
        InputException error = Should.Throw<InputException>(() => Expression.Parse(text, "x"));
        error.Message.ShouldContain($"column {column}:");
        error.Message.ShouldContain(part);
    }

    [Theory]
    [InlineData(5000)]
    [InlineData(1500)]
    public void DeepNestingIsRefusedBeforeTheStackOverflows(int depth) =>
        Should.Throw<InputException>(() => Expression.Parse(new string('(', depth) + "1" + new string(')', depth)))
            .Message.ShouldContain("at most");

    [Theory]
    [InlineData("abs(log(x))")]
    [InlineData("max(log(x), 1)")]
    [InlineData("sign(sqrt(x))")]
    public void OutsideTheDomainOfAFormulaTheResultIsNotANumber(string text)
    {
        ScalarFunction f = Expression.Parse(text, "x").ToFunction("x");
        f.At(-1).ShouldBe(double.NaN);
        double.IsFinite(f.At(2)).ShouldBeTrue();
    }

    [Fact]
    public void BindingAVariableGivesTheFormulaAtThatValue()
    {
        Expression formula = Expression.Parse("x*exp(-T/300) + T", "x", "T");
        formula.Variables.ShouldBe(["T", "x"]);
        formula.Bind("T", 310).ToFunction("x").At(0.3).ShouldBe(0.3 * Math.Exp(-310.0 / 300) + 310, 1e-12);
        Should.Throw<ArgumentException>(() => formula.ToFunction("x")).Message.ShouldContain("T");
    }

    [Fact]
    public void AFormulaWithoutItsVariableIsConstant() =>
        Expression.Parse("2*3 + 0*x", "x").ToFunction("x").IsConstant.ShouldBeTrue();

    [Fact]
    public void TextReadsBackToTheSameFormula() => Prop.ForAll(Formula(4).ToArbitrary(), text =>
    {
        Expression once = Expression.Parse(text, "x", "T");
        Expression twice = Expression.Parse(once.ToString(), "x", "T");
        double a = once.Bind("T", 0.7).ToFunction("x").At(0.3), b = twice.Bind("T", 0.7).ToFunction("x").At(0.3);
        return a.Equals(b) && once.ToString() == twice.ToString();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void EvaluationDoesNotAllocate()
    {
        ScalarFunction f = Expression.Parse((string)Formulas.Last().Data, "x").ToFunction("x");
        double[] x = [0.1, 0.2, 0.3], value = new double[3], derivative = new double[3];
        f.Evaluate(x, value, derivative);
        long before = GC.GetAllocatedBytesForCurrentThread();
        f.Evaluate(x, value, derivative);
        GC.GetAllocatedBytesForCurrentThread().ShouldBe(before);
    }

    private static Gen<string> Formula(int depth)
    {
        Gen<string> leaf = Gen.Elements("x", "T", "1", "2.5", "0.125", "1e-3", "-4");
        if (depth == 0) return leaf;
        Gen<string> part = Formula(depth - 1);
        Gen<string> binary = part.Two().Zip(Gen.Elements("+", "-", "*", "/", "**"))
            .Select(t => $"({t.Item1.Item1} {t.Item2} {t.Item1.Item2})");
        Gen<string> call = part.Zip(Gen.Elements("exp", "tanh", "sqrt", "abs", "-")).Select(t => $"{t.Item2}({t.Item1})");
        return Gen.OneOf(leaf, binary, call);
    }
}
