using System.Globalization;
using Loadstone.Quantities;

namespace Loadstone.Cli;

/// <summary>Reads a state of charge: <c>0.5</c> or <c>50 %</c>.</summary>
internal static class StateOfChargeText
{
    /// <summary>The state of charge, 0 to 1.</summary>
    /// <exception cref="InputException">The text is no state of charge.</exception>
    public static double Parse(string text)
    {
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            || QuantityKinds.Fraction.TryParse(text, out value, out _);
        return isNumber && value is >= 0 and <= 1
            ? value
            : throw new InputException($"\"{text}\" is no state of charge; expected 0 to 1 or 0 % to 100 %.", file: "--soc");
    }
}
