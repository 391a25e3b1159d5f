using System.Globalization;

namespace Loadstone.Electrochemistry.Protocols;

/// <summary>Says a step in the words that <see cref="ProtocolParser"/> reads.</summary>
public static class StepText
{
    private const double CoulombsPerMilliampereHour = 3.6;
    private const int LongestFraction = 5;

    /// <summary>The sentence. Reading it gives the same step, values to the last digit (charges to round-off).</summary>
    /// <param name="control">What is held.</param>
    /// <param name="duration">Longest time [s], or null.</param>
    /// <param name="until">Conditions.</param>
    /// <param name="period">Spacing of the output rows [s], or null.</param>
    /// <param name="temperature">Temperature [K], or null.</param>
    public static string Of(Control control, double? duration, IReadOnlyList<StopCondition> until, double? period = null, double? temperature = null)
    {
        string text = control switch
        {
            Control.Rest => "Rest",
            Control.CRate c => $"{Direction(c.Rate)} at {Rate(Math.Abs(c.Rate))}",
            Control.Current c => $"{Direction(c.Amperes)} at {Number(Math.Abs(c.Amperes))} A",
            Control.Power c => $"{Direction(c.Watts)} at {Number(Math.Abs(c.Watts))} W",
            Control.Resistance c => $"Discharge at {Number(c.Ohms)} Ω",
            Control.Voltage c => $"Hold at {Number(c.Volts)} V",
            Control.CurrentTable c => $"Follow {c.Name}",
            _ => throw new ArgumentException($"{control.GetType().Name} has no words.", nameof(control)),
        };
        if (duration is { } time && control is not Control.CurrentTable) text += $" for {Time(time)}";
        for (int i = 0; i < until.Count; i++)
            text += (i > 0 || duration is not null ? " or until " : " until ") + Condition(until[i]);
        if (temperature is { } kelvin) text += $" at {Number(kelvin)} K";
        return period is { } spacing ? $"{text} ({Time(spacing)} period)" : text;
    }

    /// <summary>A C-rate as it is usually written: <c>0.5C</c>, but <c>C/20</c> for a small or endless fraction that is a whole part.</summary>
    internal static string Rate(double rate)
    {
        string number = Number(rate);
        double parts = Math.Round(1 / rate);
        bool isWholePart = parts is >= 2 and <= 1000 && 1 / parts == rate;
        return isWholePart && (rate <= 0.1 || number.Length > LongestFraction) ? $"C/{Number(parts)}" : $"{number}C";
    }

    private static string Direction(double value) => value < 0 ? "Charge" : "Discharge";

    private static string Condition(StopCondition condition) => condition switch
    {
        StopCondition.Voltage c => $"{Number(c.Volts)} V",
        StopCondition.Current c => $"{Number(c.Amperes)} A",
        StopCondition.CRate c => Rate(c.Rate),
        StopCondition.SaltConcentration c => $"{Number(c.Concentration)} mol/m³ electrolyte",
        StopCondition.Charge c => $"{Number(c.Coulombs / CoulombsPerMilliampereHour)} mAh",
        _ => throw new ArgumentException($"{condition.GetType().Name} has no words.", nameof(condition)),
    };

    private static string Time(double seconds)
    {
        if (seconds % 3600 == 0) return Counted(seconds / 3600, "hour");
        return seconds % 60 == 0 ? Counted(seconds / 60, "minute") : $"{Number(seconds)} s";
    }

    private static string Counted(double number, string unit) => $"{Number(number)} {unit}{(number == 1 ? "" : "s")}";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
