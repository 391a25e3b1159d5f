using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Reports;

namespace Loadstone.Web.Library;

/// <summary>Discharges of a cell at a few rates.</summary>
internal static class CellDischarges
{
    private const double AmpereHour = 3600;

    /// <summary>The rates, in multiples of the current that discharges the cell in an hour.</summary>
    public static IReadOnlyList<double> Rates { get; } = [0.2, 1, 2];

    /// <summary>The voltage of a discharge.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="rate">The rate.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The cell cannot rest at its upper cut-off.</exception>
    public static Series Curve(Cell cell, double rate, CancellationToken cancellation)
    {
        string sentence = FormattableString.Invariant($"Discharge at {rate}C until {cell.LowerCutOff} V");
        TimeSeries found = new Simulation(cell).Run(ProtocolParser.ParseLine(sentence), cancellation: cancellation).Steps[0].Series;
        return new Series(FormattableString.Invariant($"{rate}C"), [.. found.Charge.Select(q => q / AmpereHour)], found.Voltage);
    }

    /// <summary>The curves in one plot.</summary>
    public static Plot Plot(IReadOnlyList<Series> curves) =>
        new("discharges", "Simulated discharges from rest at the upper cut-off", new Axis("Charge / Ah"), new Axis("Voltage / V"), curves);
}
