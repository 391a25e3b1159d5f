namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>SI values of the units that instruments print in the headers of their columns.</summary>
internal static class UnitScale
{
    private const double CelsiusZero = 273.15;

    private static readonly Dictionary<string, Dictionary<string, double>> Units = new()
    {
        ["second"] = new() { ["s"] = 1, ["sec"] = 1, ["seconds"] = 1, ["ms"] = 1e-3, ["us"] = 1e-6, ["min"] = 60, ["minutes"] = 60, ["h"] = 3600, ["hr"] = 3600, ["hours"] = 3600, ["d"] = 86400, ["days"] = 86400 },
        ["volt"] = Prefixed("V", "Volt", "volts", "Volts"),
        ["ampere"] = Prefixed("A", "Amp", "amps", "Amps", "ampere"),
        ["ah"] = With(Prefixed("Ah", "A.h", "AHr", "Amp-hr", "A·h"), 3600, ("C", 1), ("As", 1), ("A.s", 1), ("mC", 1e-3)),
        ["wh"] = With(Prefixed("Wh", "W.h", "WHr", "Watt-hr", "W·h"), 3600, ("J", 1), ("Ws", 1), ("kJ", 1e3)),
        ["watt"] = Prefixed("W", "Watt", "watts"),
        ["ohm"] = Prefixed("Ohm", "ohm", "ohms", "Ohms", "Ω", "Ω"),
        ["hertz"] = Prefixed("Hz", "hz"),
        ["celsius"] = new() { ["degC"] = 1, ["deg C"] = 1, ["°C"] = 1, ["ºC"] = 1, ["℃"] = 1, ["C"] = 1, ["c"] = 1, ["oC"] = 1, ["'C"] = 1, ["øc"] = 1, ["øC"] = 1, ["?"] = 1, ["\uFFFDC"] = 1, ["\uFFFD"] = 1, ["?C"] = 1, ["â„ƒ"] = 1, ["Â°C"] = 1, ["K"] = 1 },
        ["degree"] = new() { ["deg"] = Math.PI / 180, ["°"] = Math.PI / 180, ["degree"] = Math.PI / 180, ["degrees"] = Math.PI / 180, ["rad"] = 1, ["\uFFFD"] = Math.PI / 180 },
    };

    /// <summary>Factor and offset that turn a number of a unit into SI, for what a column measures; null if the unit is not one of that.</summary>
    /// <param name="column">The column, by the ending of whose machine name the quantity is told.</param>
    /// <param name="unit">The unit as printed.</param>
    public static (double Factor, double Offset)? Find(RecordColumn column, string unit)
    {
        string quantity = QuantityOf(column);
        if (!Units.TryGetValue(quantity, out Dictionary<string, double>? units)) return unit is "1" or "#" ? (1, 0) : null;
        if (!units.TryGetValue(unit, out double factor) && !units.TryGetValue(unit.ToLowerInvariant(), out factor)) return null;
        return (factor, quantity == "celsius" && unit != "K" ? CelsiusZero : 0);
    }

    /// <summary>Whether a text names a unit of anything.</summary>
    public static bool IsUnit(string text) => text is "1" || Units.Values.Any(units => units.ContainsKey(text) || units.ContainsKey(text.ToLowerInvariant()));

    /// <summary>Last word of a column's machine name, which tells what it measures.</summary>
    public static string QuantityOf(RecordColumn column) => column.Name[(column.Name.LastIndexOf('_') + 1)..];

    private static Dictionary<string, double> Prefixed(params string[] names)
    {
        var units = new Dictionary<string, double>();
        foreach (string name in names)
        {
            units[name] = 1;
            foreach ((string prefix, double factor) in ((string, double)[])[("k", 1e3), ("M", 1e6), ("m", 1e-3), ("u", 1e-6), ("µ", 1e-6), ("μ", 1e-6), ("n", 1e-9)]) units[prefix + name] = factor;
        }
        return units;
    }

    private static Dictionary<string, double> With(Dictionary<string, double> units, double scale, params (string Unit, double Factor)[] more)
    {
        foreach (string unit in units.Keys) units[unit] *= scale;
        foreach ((string unit, double factor) in more) units[unit] = factor;
        return units;
    }
}
