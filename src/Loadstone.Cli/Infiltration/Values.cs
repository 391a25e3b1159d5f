using System.CommandLine;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Cli.Infiltration;

/// <summary>Quantities after the options of <c>loadstone wet</c>.</summary>
internal static class Values
{
    /// <summary>Whether a person gave an option.</summary>
    public static bool Has(this ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>A quantity above 0 [SI].</summary>
    /// <exception cref="InputException">It is none, or not above 0.</exception>
    public static double Positive(this ParseResult parsed, Option<string> option, QuantityKind kind) => Positive(parsed.GetValue(option)!, option, kind);

    /// <summary>Quantities above 0 with commas between them [SI].</summary>
    /// <exception cref="InputException">One is none, or not above 0.</exception>
    public static IReadOnlyList<double> PositiveEach(this ParseResult parsed, Option<string> option, QuantityKind kind) => Each(parsed, option, text => Positive(text, option, kind));

    /// <summary>Quantities with commas between them [SI].</summary>
    /// <exception cref="InputException">One is none.</exception>
    public static IReadOnlyList<double> AllOf(this ParseResult parsed, Option<string> option, QuantityKind kind) => Each(parsed, option, text =>
        kind.TryParse(text, out double value, out string? problem) ? value : throw new InputException(problem, file: option.Name));

    private static double Positive(string text, Option option, QuantityKind kind) => UncertainQuantity.ParsePositive(text, kind, option.Name).Value;

    private static double[] Each(ParseResult parsed, Option<string> option, Func<string, double> parse) =>
        [.. parsed.GetValue(option)!.Split(',', StringSplitOptions.TrimEntries).Select(parse)];
}
