using System.Globalization;
using System.Text.Json;
using Loadstone.Numerics;

namespace Loadstone.Formats.Bpx;

/// <summary>Writes functions as numbers, as formulas where there is one, else as tables, and tells how close the tables are.</summary>
internal sealed class BpxFunctionWriter(Utf8JsonWriter json, List<LossNote> losses)
{
    private const int FirstIntervals = 32;
    private const int MostHalvings = 10;

    /// <summary>Writes a field.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="function">The function of x.</param>
    /// <param name="low">Where a table starts.</param>
    /// <param name="high">Where a table ends.</param>
    /// <param name="tolerance">How far straight lines between the points of a table may lie from the function, in its unit.</param>
    /// <param name="place">What the function belongs to, for the loss report.</param>
    public void Write(string field, ScalarFunction function, double low, double high, double tolerance, string place)
    {
        if (function.IsConstant)
        {
            json.WriteNumber(field, function.At(low));
            return;
        }
        if (function.Formula is { } formula && FormulaText.Of(formula) is { } text)
        {
            json.WriteString(field, text);
            return;
        }
        (double[] x, double error) = Points(function, low, high, tolerance);
        json.WriteStartObject(field);
        WriteList("x", x);
        WriteList("y", [.. x.Select(function.At)]);
        json.WriteEndObject();
        losses.Add(new LossNote(place, FormattableString.Invariant(
            $"\"{field}\" has no formula that the format takes; it is written as a table of {x.Length} points from {low:g4} to {high:g4}, straight lines between them lie within {error:g2}.")));
    }

    /// <summary>Points so dense that straight lines between them meet the tolerance at the quarters of every interval, where ten halvings reach it.</summary>
    private static (double[] X, double Error) Points(ScalarFunction function, double low, double high, double tolerance)
    {
        var points = new List<double> { low };
        double error = 0;
        for (int i = 0; i < FirstIntervals; i++)
            Halve(low + (high - low) * i / FirstIntervals, i == FirstIntervals - 1 ? high : low + (high - low) * (i + 1) / FirstIntervals, 0);
        return ([.. points], error);

        void Halve(double from, double to, int depth)
        {
            double a = function.At(from), b = function.At(to), largest = 0;
            for (int quarter = 1; quarter <= 3; quarter++)
                largest = Math.Max(largest, Math.Abs(function.At(from + (to - from) * quarter / 4) - (a + (b - a) * quarter / 4)));
            if (largest > tolerance && depth < MostHalvings)
            {
                Halve(from, (from + to) / 2, depth + 1);
                Halve((from + to) / 2, to, depth + 1);
                return;
            }
            points.Add(to);
            error = Math.Max(error, largest);
        }
    }

    // On one line: an indented list has one number a line. Ten digits are far more than the tolerance.
    private void WriteList(string name, double[] values)
    {
        json.WritePropertyName(name);
        json.WriteRawValue($"[{string.Join(", ", values.Select(v => v.ToString("g10", CultureInfo.InvariantCulture)))}]");
    }
}
