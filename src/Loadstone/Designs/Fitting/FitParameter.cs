using System.Globalization;
using Loadstone.Designs.Fields;
using Loadstone.Electrochemistry.Sensitivity;
using Loadstone.Formats.Json;
using Loadstone.Quantities;

namespace Loadstone.Designs.Fitting;

/// <summary>Something of a design that is fitted to data.</summary>
public sealed record FitParameter
{
    private const double LeastFactor = 0.02, MostFactor = 50;

    /// <summary>The name that stands for the state of charge at the start.</summary>
    public const string StateOfChargeName = "soc";

    private FitParameter()
    {
    }

    /// <summary>Path of a document's field, name of a parameter of the cell, or <see cref="StateOfChargeName"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of its values; a number without unit for factors of parameters of the cell.</summary>
    public required QuantityKind Kind { get; init; }

    /// <summary>Where the fit begins [SI].</summary>
    public required double Start { get; init; }

    /// <summary>Lower bound [SI].</summary>
    public required double Low { get; init; }

    /// <summary>Upper bound [SI].</summary>
    public required double High { get; init; }

    /// <summary>The parameter of the cell that it multiplies, or null for fields of the document and the state of charge.</summary>
    public CellParameter? Cell { get; init; }

    /// <summary>Whether it is a field of the document.</summary>
    public bool IsField => Cell is null && Name != StateOfChargeName;

    /// <summary>Whether steps are taken in its logarithm: of what cannot be 0.</summary>
    internal bool IsLogarithmic => Low > 0;

    /// <summary>A value as a document writes it.</summary>
    /// <param name="value">The value [SI].</param>
    /// <param name="digits">Significant digits.</param>
    internal string Text(double value, int digits) => Kind == QuantityKinds.Ratio
        ? value.ToString("g" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : Kind.Format(value, digits);

    /// <summary>
    /// Reads <c>positive.porosity</c>, <c>positive.porosity=25 %..45 %</c>, <c>positive diffusivity=0.1..10</c> or <c>soc=0.9..1</c>. Bounds of
    /// fields are values with their units, and those of parameters of the cell are factors. A field that the document leaves out begins in the
    /// middle of its bounds.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="document">The document.</param>
    /// <param name="parameters">Parameters that the cell has.</param>
    /// <param name="stateOfCharge">State of charge at the start.</param>
    /// <exception cref="InputException">It is none of these, or its bounds are out of order.</exception>
    internal static FitParameter Parse(string text, PlacedObject document, IReadOnlyList<CellParameter> parameters, double stateOfCharge)
    {
        string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        string name = parts[0];
        string? bounds = parts.Length == 2 ? parts[1] : null;
        if (name == StateOfChargeName) return Bounded(name, QuantityKinds.Ratio, stateOfCharge, 0, 1, bounds, text, null);
        if (DocumentValue.Find(document, name) is { } found)
        {
            switch (found.Field)
            {
                case QuantityField field:
                    return Bounded(name, field.Kind, found.Value is null ? null : FieldValue.Quantity(found.Value, field), field.Low, field.High, bounds, text, null);
                case NumberField { Whole: false } field:
                    return Bounded(name, QuantityKinds.Ratio, found.Value is null ? null : FieldValue.Number(found.Value, field), field.Low, field.High, bounds, text, null);
            }
        }
        CellParameter? cell = parameters.FirstOrDefault(p => Plain(p.Name) == Plain(name));
        if (cell is not null) return Bounded(cell.Name, QuantityKinds.Ratio, 1, LeastFactor, MostFactor, bounds, text, cell);
        string hint = NearestName.Find(name, parameters.Select(p => p.Name)) is { } near ? $" Did you mean {near}?" : "";
        throw Error($"\"{name}\" is neither a path of the document to a quantity nor a parameter of the cell.{hint}");
    }

    private static FitParameter Bounded(string name, QuantityKind kind, double? start, double low, double high, string? bounds, string text, CellParameter? cell)
    {
        if (bounds is not null)
        {
            string[] ends = bounds.Split("..", StringSplitOptions.TrimEntries);
            if (ends.Length != 2) throw Error($"\"{text}\" has no two bounds; expected name=low..high, such as positive.porosity=25 %..45 %.");
            (double asked, double most) = (End(ends[0], kind), End(ends[1], kind));
            if (!(asked < most)) throw Error($"the bounds of \"{text}\" are not in order; expected low..high.");
            if (asked < low || most > high) throw Error($"the bounds of \"{text}\" are out of range; expected them within {kind.Format(low)} to {kind.Format(high)}.");
            (low, high) = (asked, most);
        }
        else if (start is null)
        {
            throw Error($"the document does not state {name}; expected bounds to look between, {name}={kind.Format(low)}..{kind.Format(high)} or narrower ones.");
        }
        double begin = start ?? (low > 0 ? Math.Sqrt(low * high) : (low + high) / 2);
        return new FitParameter { Name = name, Kind = kind, Start = Math.Clamp(begin, low, high), Low = low, High = high, Cell = cell };
    }

    private static double End(string text, QuantityKind kind) => kind.TryParse(text, out double value, out string? problem) ? value : throw Error(problem);

    private static InputException Error(string problem) => new(problem, file: "--vary");

    private static string Plain(string name) => name.Trim().Replace('.', ' ').ToLowerInvariant();
}
