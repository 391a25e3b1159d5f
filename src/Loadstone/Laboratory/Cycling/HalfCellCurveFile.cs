using System.Globalization;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Laboratory.Cycling;

/// <summary>Half-cell curves from files: tables of charge and potential, or an instrument's recording of a slow test against lithium.</summary>
public static class HalfCellCurveFile
{
    private static readonly string[] ChargeNames = ["soc", "stoich", "lithiation", "capacity", "charge", "mah", "ah/g", "theta"];
    private static readonly string[] PotentialNames = ["potential", "voltage", "ocv", "ocp", "ewe", "volt"];

    /// <summary>
    /// Reads a curve. A table has a header that names a charge (or state of charge, stoichiometry, capacity) and a potential; its range of
    /// charge becomes 0 to 1, so that capacities are those of that range. Of a recording the half cycle that passed most charge under a
    /// held current counts.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InputException">It cannot be read, a field is no number, or it tells no curve; the message says where.</exception>
    public static HalfCellCurve Load(string path, CancellationToken cancellation = default)
    {
        string header = FirstLine(path);
        char separator = header.Contains('\t', StringComparison.Ordinal) ? '\t' : header.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        string[] names = [.. header.Split(separator).Select(n => n.Trim().Trim('"').ToLowerInvariant())];
        int charge = Array.FindIndex(names, n => ChargeNames.Any(n.Contains)), potential = Array.FindIndex(names, n => PotentialNames.Any(n.Contains));
        return charge >= 0 && potential >= 0 && !names.Any(n => n.Contains("time", StringComparison.Ordinal))
            ? Table(path, separator, charge, potential, names[potential].Contains("mv", StringComparison.Ordinal) ? 1e-3 : 1)
            : Recorded(path, cancellation);
    }

    private static string FirstLine(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            return reader.ReadLine() ?? throw new InputException("the file is empty; expected a half-cell curve.", file: path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"the half-cell curve cannot be read: {e.Message}", file: path);
        }
    }

    private static HalfCellCurve Table(string path, char separator, int charge, int potential, double scale)
    {
        List<double> q = [], u = [];
        int line = 0;
        foreach (string text in File.ReadLines(path))
        {
            if (++line == 1 || string.IsNullOrWhiteSpace(text)) continue;
            string[] fields = text.Split(separator);
            q.Add(Number(fields, charge, "a charge", path, line, separator));
            u.Add(scale * Number(fields, potential, "a potential", path, line, separator));
            if (Math.Abs(u[^1]) > 10)
                throw new InputException(FormattableString.Invariant($"{u[^1]:g4} V is no potential of an electrode; expected V, or a header with mV."), file: path, line: line);
        }
        return HalfCellCurve.Of(path, q, u);
    }

    private static double Number(string[] fields, int column, string what, string path, int line, char separator)
    {
        string text = column < fields.Length ? fields[column].Trim().Trim('"') : "";
        // With a semicolon between fields a comma is that of a decimal number.
        if (separator != ',') text = text.Replace(',', '.');
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value
            : throw new InputException($"\"{text}\" is no number; expected {what}.", file: path, line: line);
    }

    private static HalfCellCurve Recorded(string path, CancellationToken cancellation)
    {
        CycleTable table = CycleTable.Of(TestTrace.Of(InstrumentFile.Load(path, cancellation)));
        HalfCycle half = table.Cycles.SelectMany(c => new[] { c.Charge, c.Discharge }).OfType<HalfCycle>().Where(h => h.Main is not null).MaxBy(h => h.Charge)
            ?? throw new InputException("no half cycle holds a current; expected a slow test against lithium, or a table with a charge and a potential column.", file: path);
        VoltageCurve curve = VoltageCurve.Of(table.Trace, half, heldCurrentOnly: true);
        return HalfCellCurve.Of(path, curve.Charge, curve.Voltage);
    }
}
