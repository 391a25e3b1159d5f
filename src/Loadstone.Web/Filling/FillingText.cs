using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Web.Filling;

/// <summary>Values of requests, whose errors stand at the option of the command line.</summary>
internal static class FillingText
{
    // One person's page must not keep the processors from others for hours: the command line has no such bound.
    private const double WidestBed = 500e-6;

    /// <summary>A quantity above 0 [SI].</summary>
    public static double Positive(string text, QuantityKind kind, string option) => Read(option, () => UncertainQuantity.ParsePositive(text, kind, option).Value);

    /// <summary>A porosity, or null where none was written.</summary>
    public static double? Porosity(string? text) => string.IsNullOrWhiteSpace(text) ? null : Positive(text, QuantityKinds.Fraction, "--porosity");

    /// <summary>The width of a bed [m].</summary>
    public static double Width(string text)
    {
        double width = Positive(text, QuantityKinds.Length, "--width");
        return width <= WidestBed ? width : throw new InputException(FormattableString.Invariant($"a bed of {width * 1e6:g4} µm is too wide for the page; expected at most {WidestBed * 1e6:g4} µm, or the command line."), "--width");
    }

    /// <summary>What a reader says of an option, at the option.</summary>
    public static T Read<T>(string option, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InputException e)
        {
            throw new InputException(e.Problem, option);
        }
    }
}
