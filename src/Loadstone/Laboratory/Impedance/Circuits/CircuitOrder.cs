namespace Loadstone.Laboratory.Impedance.Circuits;

/// <summary>
/// Arcs of one form in series can change places without changing the impedance. They are put in the order of their time constants, the
/// fastest first, so that names mean the same from spectrum to spectrum.
/// </summary>
internal static class CircuitOrder
{
    /// <summary>Orders the values in place.</summary>
    internal static void FastFirst(CircuitNode node, Span<double> values)
    {
        IReadOnlyList<CircuitNode> parts = node switch { SeriesNode s => s.Parts, ParallelNode p => p.Parts, _ => [] };
        foreach (CircuitNode part in parts) FastFirst(part, values);
        if (node is not SeriesNode series) return;
        foreach (IGrouping<string, CircuitNode> alike in series.Parts.Where(IsArc).GroupBy(Form).Where(group => group.Count() > 1))
        {
            double[] copy = values.ToArray();
            CircuitNode[] places = [.. alike], sorted = [.. alike.OrderBy(part => TimeConstant(part, copy))];
            for (int k = 0; k < places.Length; k++) copy.AsSpan(sorted[k].First, sorted[k].Count).CopyTo(values.Slice(places[k].First, places[k].Count));
        }
    }

    private static bool IsArc(CircuitNode node) => node is ParallelNode or ElementNode { Kind.Symbol: "ZARC" or "G" or "Wo" or "Ws" or "Wod" or "Wsd" or "TLM" };

    private static string Form(CircuitNode node) => node switch
    {
        SeriesNode series => $"[{string.Concat(series.Parts.Select(Form))}]",
        ParallelNode parallel => $"({string.Concat(parallel.Parts.Select(Form))})",
        ElementNode element => element.Kind.Symbol + " ",
        _ => "",
    };

    // Resistance times capacitance, (RQ)^(1/α) for a constant-phase element, of the first of each.
    private static double TimeConstant(CircuitNode node, double[] values)
    {
        double resistance = 0, admittance = 0, exponent = 1;
        foreach (ElementNode element in Within(node))
        {
            double first = values[element.First];
            switch (element.Kind.Symbol)
            {
                case "R" when resistance == 0: resistance = first; break;
                case "C" when admittance == 0: admittance = first; break;
                case "CPE" when admittance == 0: (admittance, exponent) = (first, values[element.First + 1]); break;
                case "TLM": return Math.Pow(first * values[element.First + 1], 1 / values[element.First + 2]);
                case "ZARC" or "G" or "Wo" or "Ws" or "Wod" or "Wsd": return values[element.First + 1];
            }
        }
        return Math.Pow(resistance * admittance, 1 / exponent);
    }

    private static IEnumerable<ElementNode> Within(CircuitNode node) => node switch
    {
        ElementNode element => [element],
        SeriesNode series => series.Parts.SelectMany(Within),
        ParallelNode parallel => parallel.Parts.SelectMany(Within),
        _ => [],
    };
}
