using System.Numerics;

namespace Loadstone.Quantities;

/// <summary>The named units and the prefixes that each may carry. Every other unit is a product of these.</summary>
internal static class UnitSymbols
{
    // Only prefixes that are in use for a unit are allowed before it: "22 Mg/cm²" is a slip for mg, not 22 tonnes.
    private const string Any = "GMkhdcmµnpf";
    private const string None = "";

    private static readonly Dictionary<char, int> PrefixExponents = new()
    {
        ['G'] = 9, ['M'] = 6, ['k'] = 3, ['h'] = 2, ['d'] = -1, ['c'] = -2, ['m'] = -3,
        ['µ'] = -6, ['u'] = -6, ['n'] = -9, ['p'] = -12, ['f'] = -15,
    };

    // Exponents are counted in halves: 2 is the first power.
    private static readonly Dimension Length = new(Length: 2);
    private static readonly Dimension Time = new(Time: 2);
    private static readonly Dimension Charge = new(Current: 2, Time: 2);
    private static readonly Dimension Force = new(Mass: 2, Length: 2, Time: -4);
    private static readonly Dimension Pressure = new(Mass: 2, Length: -2, Time: -4);
    private static readonly Dimension Energy = new(Mass: 2, Length: 4, Time: -4);
    private static readonly Dimension Power = new(Mass: 2, Length: 4, Time: -6);
    private static readonly Dimension Voltage = new(Mass: 2, Length: 4, Time: -6, Current: -2);
    private static readonly Dimension Resistance = new(Mass: 2, Length: 4, Time: -6, Current: -4);
    private static readonly Dimension Part = new(Part: 2);

    private static readonly Dictionary<string, (Measure Measure, string Prefixes)> Table = Build();

    /// <summary>The unit that a symbol with or without a prefix names, or null. Upper and lower case differ.</summary>
    public static Measure? Find(string symbol)
    {
        if (Table.TryGetValue(symbol, out var whole)) return whole.Measure;
        if (symbol.Length < 2 || !PrefixExponents.TryGetValue(symbol[0], out int exponent)) return null;
        char prefix = symbol[0] == 'u' ? 'µ' : symbol[0];
        bool known = Table.TryGetValue(symbol[1..], out var rest) && rest.Prefixes.Contains(prefix, StringComparison.Ordinal);
        return known ? new Measure(Rational.Decimal(1, exponent) * rest.Measure.Factor, rest.Measure.Dimension) : null;
    }

    /// <summary>Whether the symbol stands for the degree Celsius.</summary>
    public static bool IsCelsius(string symbol) => symbol is "°C" or "degC" or "oC" or "celsius";

    private static Dictionary<string, (Measure, string)> Build()
    {
        var table = new Dictionary<string, (Measure, string)>(StringComparer.Ordinal);
        void Add(Rational factor, Dimension dimension, string prefixes, params ReadOnlySpan<string> symbols)
        {
            foreach (string symbol in symbols) table.Add(symbol, (new Measure(factor, dimension), prefixes));
        }

        Rational one = Rational.One;
        Rational percent = Rational.Decimal(1, -2);
        Rational standardGravity = Rational.Decimal(980665, -5);

        Add(one, Length, "kdcmµnpf", "m");
        Add(Rational.Decimal(1, -6), Length, None, "micron", "microns");
        Add(Rational.Decimal(1, -10), Length, None, "Å");
        Add(Rational.Decimal(254, -4), Length, None, "inch", "in");
        Add(Rational.Decimal(1, -3), new Dimension(Length: 6), "dcmµn", "L", "l");
        Add(Rational.Decimal(1, -3), new Dimension(Mass: 2), "kmµnpf", "g");
        Add(Rational.Decimal(1, 3), new Dimension(Mass: 2), None, "t");

        Add(one, Time, "mµnpf", "s");
        Add(one, Time, None, "sec", "secs", "second", "seconds");
        Add(Rational.Of(60, 1), Time, None, "min", "mins", "minute", "minutes");
        Add(Rational.Of(3600, 1), Time, None, "h", "hr", "hrs", "hour", "hours");
        Add(Rational.Of(86400, 1), Time, None, "d", "day", "days");
        Add(one, new Dimension(Time: -2), "GMkmµ", "Hz");
        Add(Rational.Of(1, 60), new Dimension(Time: -2), None, "rpm");

        Add(one, new Dimension(Temperature: 2), "m", "K");
        Add(one, new Dimension(Temperature: 2), None, "°C", "degC", "oC", "celsius");
        Add(one, new Dimension(Amount: 2), "kmµnpf", "mol");
        Add(Rational.Of(1000, 1), new Dimension(Amount: 2, Length: -6), "mµn", "M");

        Add(one, new Dimension(Current: 2), Any, "A");
        Add(one, Charge, Any, "C");
        Add(Rational.Of(3600, 1), Charge, Any, "Ah");
        Add(one, Voltage, Any, "V");
        Add(one, Resistance, Any, "Ω", "ohm", "Ohm", "ohms");
        Add(one, Resistance * -1, Any, "S");
        Add(one, new Dimension(Mass: -2, Length: -4, Time: 8, Current: 4), Any, "F");
        Add(one, new Dimension(Mass: 2, Length: 4, Time: -4, Current: -4), "mµn", "H");

        Add(one, Force, Any, "N");
        Add(standardGravity / Rational.Of(1000, 1), Force, "km", "gf");
        Add(Rational.Decimal(1, -5), Force, "m", "dyn");
        Add(one, Pressure, Any, "Pa");
        Add(Rational.Decimal(1, 5), Pressure, "km", "bar");
        Add(Rational.Of(101325, 1), Pressure, None, "atm");
        Add(Rational.Of(101325, 760), Pressure, "m", "Torr", "torr");
        Add(Rational.Decimal(133322387415, -9), Pressure, None, "mmHg");
        // Pound-force per square inch: 0.45359237 kg · g0 / (0.0254 m)².
        Add(Rational.Decimal(45359237, -8) * standardGravity / Rational.Decimal(254, -4).Power(2), Pressure, "k", "psi");
        Add(Rational.Decimal(1, -1), Pressure + Time, "cm", "P");
        Add(one, Energy, Any, "J");
        Add(Rational.Of(3600, 1), Energy, Any, "Wh");
        Add(Rational.Decimal(4184, -3), Energy, "k", "cal");
        Add(Rational.Decimal(BigInteger.Parse("1602176634"), -28), Energy, "kMmµ", "eV");
        Add(one, Power, Any, "W");

        Add(one, new Dimension(Angle: 2), "mµ", "rad");
        // π/180, to more digits than a double holds.
        Add(Rational.Decimal(BigInteger.Parse("17453292519943295769237"), -24), new Dimension(Angle: 2), None, "°", "deg", "degree", "degrees");
        Add(percent, Part, None, "%", "wt%", "vol%", "mol%", "at%", "w%", "v%", "percent");
        Add(Rational.Decimal(1, -6), Part, None, "ppm");
        return table;
    }
}
