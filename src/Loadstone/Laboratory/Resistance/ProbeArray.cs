using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Resistance;

/// <summary>Pins of a multi-point probe by their numbers, and the two that carry the current. Immutable.</summary>
public sealed class ProbeArray
{
    private readonly Dictionary<int, ProbePin> _pins;

    private ProbeArray(Dictionary<int, ProbePin> pins, int currentIn, int? currentOut) => (_pins, In, Out) = (pins, currentIn, currentOut);

    /// <summary>
    /// A line of 46 pins 0.2 mm apart, current in at the first and out at the last: an assumption. Meters with 46 pins are sold, but
    /// where their pins stand is not published.
    /// </summary>
    public static ProbeArray Line { get; } = new(Enumerable.Range(1, 46).ToDictionary(n => n, n => new ProbePin(0.2e-3 * (n - 1), 0)), 1, 46);

    /// <summary>Number of the pin where current enters.</summary>
    public int In { get; }

    /// <summary>Number of the pin where it leaves; null where it leaves far away.</summary>
    public int? Out { get; }

    /// <summary>The pin of a number, or null where there is none.</summary>
    public ProbePin? Find(int number) => _pins.TryGetValue(number, out ProbePin pin) ? pin : null;

    /// <summary>Reads an array from a table with the columns pin, x, y (0 if absent) and role (<c>in</c>, <c>out</c> or empty).</summary>
    /// <exception cref="InputException">A column is missing, a pin stands twice, or there is not one pin where current enters.</exception>
    public static ProbeArray Of(MeasuredTable table)
    {
        double[] numbers = table.Column(QuantityKinds.Ratio, "pin"), x = table.Column(QuantityKinds.Length, "x");
        double[] y = table.Has("y") ? table.Column(QuantityKinds.Length, "y") : new double[table.Count];
        string[] roles = table.Texts("role") ?? throw new InputException("the probe has no column \"role\"; expected one with in and out at the pins that carry the current.", file: table.Source);
        var pins = new Dictionary<int, ProbePin>();
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!double.IsFinite(x[i]) || !double.IsFinite(y[i])) throw new InputException($"row {i + 1} has no position; expected x and y.", file: table.Source);
            if (!pins.TryAdd(Number(numbers[i], i, table.Source), new ProbePin(x[i], y[i]))) throw new InputException(FormattableString.Invariant($"pin {numbers[i]:g6} stands twice."), file: table.Source);
        }
        (int first, int? last) = Roles(roles, table.Source);
        return new ProbeArray(pins, (int)numbers[first], last is { } l ? (int)numbers[l] : null);
    }

    /// <summary>The rows whose role is <c>in</c> and <c>out</c>; there is one of the first and at most one of the second.</summary>
    /// <exception cref="InputException">There are more, or none.</exception>
    internal static (int In, int? Out) Roles(string[] roles, string source)
    {
        int[] entering = Rows("in"), leaving = Rows("out");
        if (entering.Length != 1 || leaving.Length > 1) throw new InputException($"{entering.Length} pins have the role in and {leaving.Length} the role out; expected one in and at most one out.", file: source);
        return (entering[0], leaving.Length == 1 ? leaving[0] : null);

        int[] Rows(string role) => [.. Enumerable.Range(0, roles.Length).Where(i => roles[i].Equals(role, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>A pin's number as it stands in a row.</summary>
    /// <exception cref="InputException">It is no whole number.</exception>
    internal static int Number(double value, int row, string source) =>
        Math.Abs(value - Math.Round(value)) < 1e-9 ? (int)Math.Round(value) : throw new InputException(FormattableString.Invariant($"row {row + 1} has the pin {value:g6}; expected a whole number."), file: source);
}
