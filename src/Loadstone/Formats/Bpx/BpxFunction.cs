using System.Globalization;
using Loadstone.Formats.Json;
using Loadstone.Numerics;

namespace Loadstone.Formats.Bpx;

/// <summary>A value that may depend on x: a number, a formula, or a table. A formula is parsed, never run as code.</summary>
internal sealed class BpxFunction
{
    private const int Samples = 200;

    private readonly PlacedValue _value;

    private BpxFunction(PlacedValue value, ScalarFunction function) => (_value, Function) = (value, function);

    /// <summary>The function of x.</summary>
    public ScalarFunction Function { get; }

    /// <summary>The first and last x of a table; null for a formula or a number.</summary>
    public (double Low, double High)? Domain => (Function as TableFunction)?.Domain;

    /// <summary>Reads a value.</summary>
    /// <exception cref="InputException">It is none of the three, or not a good one; the message says where.</exception>
    public static BpxFunction Read(PlacedValue value) => new(value, value switch
    {
        PlacedNumber number => new ConstantFunction(number.Value),
        PlacedText formula => Formula(formula),
        PlacedObject => Table(BpxObject.Of(value, "a table", "x", "y")),
        _ => throw value.Error($"{value.Sort} stands here; expected a number, a formula of x, or a table with x and y."),
    });

    /// <summary>The error that something is wrong with it.</summary>
    public InputException Error(string problem) => _value.Error(problem);

    /// <summary>Checks that the function has values where it will be asked, and that a table reaches that far.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="range">What runs from low to high, for messages.</param>
    /// <param name="positive">Whether the values must lie above zero.</param>
    /// <exception cref="InputException">They do not.</exception>
    public BpxFunction On(double low, double high, string range, bool positive)
    {
        if (Domain is { } domain && (domain.Low > low || domain.High < high))
            throw Error($"the table covers x = {Text(domain.Low)} to {Text(domain.High)}; {range} runs from {Text(low)} to {Text(high)}.");
        for (int i = 0; i <= Samples; i++)
        {
            double x = low + (high - low) * i / Samples, y = Function.At(x);
            if (!double.IsFinite(y)) throw Error($"there is no value at x = {Text(x)}; {range} runs from {Text(low)} to {Text(high)}.");
            if (positive && y <= 0) throw Error($"the value at x = {Text(x)} is {Text(y)}; expected one above 0 from {Text(low)} to {Text(high)}.");
        }
        return this;
    }

    private static ScalarFunction Formula(PlacedText formula)
    {
        try
        {
            return Expression.Parse(formula.Value, "x").ToFunction("x");
        }
        catch (InputException e)
        {
            throw formula.Error(e.Problem);
        }
    }

    private static TableFunction Table(BpxObject table)
    {
        PlacedValue places = table.Required("x");
        IReadOnlyList<double> x = BpxObject.NumbersOf(places), y = table.Numbers("y");
        if (x.Count != y.Count || x.Count < 2)
            throw table.Place.Error($"the table has {x.Count} x and {y.Count} y; expected as many of both, two or more.");
        for (int k = 1; k < x.Count; k++)
        {
            if (!(x[k] > x[k - 1]))
                throw ((PlacedArray)places).Items[k].Error($"x = {Text(x[k])} follows {Text(x[k - 1])}; expected strictly increasing x.");
        }
        return new TableFunction([.. x], [.. y]);
    }

    private static string Text(double value) => value.ToString("g6", CultureInfo.InvariantCulture);
}
