using Loadstone.Materials;

namespace Loadstone.Reports.MaterialPages;

/// <summary>A function of the catalogue at many points, in the units that people use.</summary>
/// <param name="X">Abscissae.</param>
/// <param name="Y">Values there.</param>
/// <param name="XLabel">Quantity and unit of the abscissa.</param>
/// <param name="YUnit">Unit of the values; empty for plain numbers.</param>
public sealed record FunctionSamples(double[] X, double[] Y, string XLabel, string YUnit)
{
    private const double WideSpan = 100;
    private const string Bars = "▁▂▃▄▅▆▇█";

    /// <summary>Equally spaced points over the function's domain.</summary>
    public static FunctionSamples Of(SourcedFunction function, int count)
    {
        // The ends themselves may be poles of an open-circuit potential.
        (double low, double high) = function.Domain;
        double margin = 1e-3 * (high - low);
        double[] points = [.. Enumerable.Range(0, count).Select(i => low + margin + (high - low - 2 * margin) * i / (count - 1))];
        string xUnit = function.VariableKind.Units[0].Symbol, yUnit = function.Kind.Units[0].Symbol;
        string name = MaterialTables.VariableName(function);
        return new FunctionSamples(
            [.. points.Select(x => function.VariableKind.ToUnit(x, xUnit))],
            [.. points.Select(x => function.Kind.ToUnit(function.Function.At(x), yUnit))],
            xUnit.Length == 0 ? name : $"{name} / {xUnit}",
            yUnit);
    }

    /// <summary>One row of bars, the lowest value lowest.</summary>
    public string Sparkline()
    {
        double low = Y.Min(), span = Y.Max() - low;
        if (!(span > 1e-9 * Math.Abs(low))) return new string(Bars[Bars.Length / 2], Y.Length);
        return string.Concat(Y.Select(y => Bars[Math.Clamp((int)((y - low) / span * Bars.Length), 0, Bars.Length - 1)]));
    }

    /// <summary>The plot of the function.</summary>
    /// <param name="material">Name of the material.</param>
    /// <param name="property">Name of the property.</param>
    public Plot Plot(string material, string property)
    {
        bool wide = Y.Min() > 0 && Y.Max() > WideSpan * Y.Min();
        string label = YUnit.Length == 0 ? property : $"{property} / {YUnit}";
        string title = char.ToUpperInvariant(property[0]) + property[1..];
        return new Plot(FileStem.From($"{material}-{property}"), title, new Axis(XLabel), new Axis(label, Logarithmic: wide), [new Series(material, X, Y)]);
    }
}
