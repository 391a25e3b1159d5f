namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Durations and dates in fields of text, as bytes.</summary>
internal static class TimeField
{
    private const double Minute = 60, Hour = 3600, Day = 86400;

    /// <summary>Whether the field is written as a duration or date rather than as a number.</summary>
    public static bool IsClock(ReadOnlySpan<byte> field) => field.Contains((byte)':');

    /// <summary>Reads a duration [s]: <c>h:min:s</c> with any number of hours, <c>min:s</c>, and days before them (<c>2d 03:04:05</c>, <c>2 03:04:05</c>, <c>2-03:04:05</c>, <c>2:03:04:05</c>).</summary>
    public static bool TryDuration(ReadOnlySpan<byte> field, bool decimalComma, out double seconds)
    {
        seconds = 0;
        double days = 0;
        int colon = field.IndexOf((byte)':');
        if (colon < 0) return false;
        int gap = field[..colon].LastIndexOfAny((byte)' ', (byte)'d', (byte)'-');
        if (gap > 0)
        {
            if (!NumberField.TryParse(field[..gap].TrimEnd("d "u8), decimalComma, out days)) return false;
            field = field[(gap + 1)..];
        }
        else if (field.Count((byte)':') == 3)
        {
            if (!NumberField.TryParse(field[..colon], decimalComma, out days) || days < 0) return false;
            field = field[(colon + 1)..];
        }
        double total = 0;
        for (int part = 0; part < 3; part++)
        {
            int next = field.IndexOf((byte)':');
            ReadOnlySpan<byte> digits = next < 0 ? field : field[..next];
            if (!NumberField.TryParse(digits, decimalComma, out double value) || value < 0) return false;
            total = Minute * total + value;
            if (next < 0)
            {
                seconds = days * Day + total;
                return part > 0;
            }
            field = field[(next + 1)..];
        }
        return false;
    }

    /// <summary>
    /// Reads a date with or without time of day, as seconds since 1970: <c>2024-09-20 08:32:34.558</c>, <c>09/20/2024 …</c>,
    /// <c>19.06.2023 …</c>, <c>23-Nov-23 3:56:08 PM</c>. A zone is not asked for; what is written counts as UTC.
    /// </summary>
    /// <param name="field">The field without blanks about it.</param>
    /// <param name="dayFirst">Whether of <c>06/05/2021</c> the day is 6.</param>
    /// <param name="seconds">Seconds since 1 January 1970.</param>
    public static bool TryDate(ReadOnlySpan<byte> field, bool dayFirst, out double seconds)
    {
        seconds = double.NaN;
        if (!NumberField.TryWhole(field, out int first, out int length)) return false;
        if (length == field.Length) return false;
        byte separator = field[length];
        if (separator is not ((byte)'-' or (byte)'/' or (byte)'.')) return false;
        field = field[(length + 1)..];
        if (!TryMonth(field, out int second, out int taken, out bool named) || taken >= field.Length || field[taken] != separator) return false;
        bool yearFirst = length == 4;
        field = field[(taken + 1)..];
        if (!NumberField.TryWhole(field, out int third, out taken)) return false;
        ReadOnlySpan<byte> rest = field[taken..].TrimStart("T "u8);
        bool swapped = !named && !yearFirst && (separator == '/' ? dayFirst : true);
        (int year, int month, int day) = yearFirst ? (first, second, third) : named || swapped ? (third, second, first) : (third, first, second);
        if (!yearFirst && taken <= 2) year += year < 70 ? 2000 : 1900;
        if (year is < 1970 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        double midnight = (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalSeconds;
        if (rest.IsEmpty)
        {
            seconds = midnight;
            return true;
        }
        if (!TryTimeOfDay(rest, out double time)) return false;
        seconds = midnight + time;
        return true;
    }

    /// <summary>Seconds since 1970 of a date given as a number: seconds or milliseconds since 1970, or the days of a spreadsheet.</summary>
    public static double OfSerial(double number) => number switch
    {
        > 1e11 and < 1e13 => number / 1e3,
        > 1e8 => number,
        > 2e4 and < 8e4 => Math.Round((number - 25569) * Day, 6),
        _ => double.NaN,
    };

    private static bool TryMonth(ReadOnlySpan<byte> field, out int month, out int taken, out bool named)
    {
        named = false;
        if (NumberField.TryWhole(field, out month, out taken)) return true;
        named = true;
        taken = 3;
        if (field.Length < 3) return false;
        ReadOnlySpan<byte> names = "janfebmaraprmayjunjulaugsepoctnovdec"u8;
        for (month = 1; month <= 12; month++)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(names.Slice(3 * (month - 1), 3), field[..3])) return true;
        }
        return false;
    }

    private static bool TryTimeOfDay(ReadOnlySpan<byte> field, out double seconds)
    {
        bool afternoon = field.EndsWith("PM"u8) || field.EndsWith("pm"u8), morning = field.EndsWith("AM"u8) || field.EndsWith("am"u8);
        if (afternoon || morning) field = field[..^2].TrimEnd((byte)' ');
        field = field.TrimEnd((byte)'Z');
        int zone = field.LastIndexOfAny((byte)'+', (byte)'-');
        double offset = 0;
        if (zone > 0)
        {
            if (!TryDuration(field[(zone + 1)..], false, out double shown)) { seconds = 0; return false; }
            offset = shown * Minute * (field[zone] == '+' ? -1 : 1); // h:min was read as min:s
            field = field[..zone];
        }
        int colons = field.Count((byte)':');
        if (!TryDuration(field, field.Contains((byte)','), out seconds)) return false;
        if (colons == 1) seconds *= Minute;
        if (afternoon && seconds < Day / 2) seconds += Day / 2;
        if (morning && seconds >= Day / 2 && seconds < Day / 2 + Hour) seconds -= Day / 2;
        seconds += offset;
        return true;
    }
}
