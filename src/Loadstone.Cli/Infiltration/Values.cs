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
    public static double Positive(this ParseResult parsed, Option<string> option, QuantityKind kind) => UncertainQuantity.ParsePositive(parsed.GetValue(option)!, kind, option.Name).Value;
}
