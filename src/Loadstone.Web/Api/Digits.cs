using System.Globalization;

namespace Loadstone.Web.Api;

/// <summary>Numbers as they are sent.</summary>
internal static class Digits
{
    /// <summary>Five digits, more than a screen tells apart; null for what is no number.</summary>
    public static double? Five(double value) => double.IsFinite(value) ? double.Parse(value.ToString("G5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;
}
