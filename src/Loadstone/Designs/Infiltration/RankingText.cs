using System.Globalization;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;
using Loadstone.Wetting;

namespace Loadstone.Designs.Infiltration;

/// <summary>What a ranking runs through, as people write it: lists with commas.</summary>
public static class RankingText
{
    /// <summary>Shares of large particles from ratios of large to small ones, rising: "3:7, 5:5" gives 0.3 and 0.5.</summary>
    /// <param name="text">The ratios.</param>
    /// <param name="place">Option or field, for messages.</param>
    /// <exception cref="InputException">One is no ratio.</exception>
    public static IReadOnlyList<double> LargeShares(string text, string place) => [.. Parts(text).Select(part => LargeShare(part, place)).Distinct().Order()];

    /// <summary>Arrangements by their short names: "L-S, Mix".</summary>
    /// <param name="text">The names.</param>
    /// <param name="place">Option or field, for messages.</param>
    /// <exception cref="InputException">One is no arrangement.</exception>
    public static IReadOnlyList<Arrangement> Arrangements(string text, string place) => [.. Parts(text).Select(part => Find(part, place)).Distinct()];

    /// <summary>Smallest distances between discs [m].</summary>
    /// <param name="text">The lengths.</param>
    /// <param name="place">Option or field, for messages.</param>
    /// <exception cref="InputException">One is no length above 0.</exception>
    public static IReadOnlyList<double> Gaps(string text, string place) => [.. Parts(text).Select(part => UncertainQuantity.ParsePositive(part, QuantityKinds.Length, place).Value)];

    /// <summary>Contact angles [rad], where capillarity alone fills the pores.</summary>
    /// <param name="text">The angles.</param>
    /// <param name="place">Option or field, for messages.</param>
    /// <exception cref="InputException">One is no angle, or not between 0° and 90°.</exception>
    public static IReadOnlyList<double> ContactAngles(string text, string place) => [.. Parts(text).Select(part => ContactAngle(part, place))];

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.TrimEntries);

    private static double ContactAngle(string text, string place)
    {
        if (!QuantityKinds.Angle.TryParse(text, out double angle, out string? problem)) throw new InputException(problem, file: place);
        return angle is >= 0 and <= Math.PI / 2 ? angle
            : throw new InputException(FormattableString.Invariant($"the contact angle is {angle * 180 / Math.PI:g4}°; expected 0° to 90° where capillarity alone fills the pores."), file: place);
    }

    private static double LargeShare(string text, string place)
    {
        string[] parts = text.Split(':');
        if (parts.Length == 2 && Number(parts[0], out double large) && Number(parts[1], out double small) && large + small > 0) return large / (large + small);
        throw new InputException($"\"{text}\" is no ratio of large to small particles; expected one such as 3:7.", file: place);

        static bool Number(string part, out double value) =>
            double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value >= 0 && double.IsFinite(value);
    }

    private static Arrangement Find(string name, string place)
    {
        foreach (Arrangement arrangement in Enum.GetValues<Arrangement>())
        {
            if (arrangement.ShortName().Equals(name, StringComparison.OrdinalIgnoreCase)) return arrangement;
        }
        throw new InputException($"\"{name}\" is no arrangement; expected {string.Join(", ", Enum.GetValues<Arrangement>().Select(one => one.ShortName()))}.", file: place);
    }
}
