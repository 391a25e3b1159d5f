using Loadstone.Cells;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Zones;
using Loadstone.Quantities;
using static Loadstone.Web.Bench.BenchUnits;

namespace Loadstone.Web.Bench;

/// <summary>Discharges of a design, each by itself from rest at the upper cut-off.</summary>
internal static class BenchDischarge
{
    private const int MostPoints = 300, MostRates = 12;
    private const double LeastRate = 1e-3, HighestRate = 100;
    private const double SameRate = 1e-6; // rates come from text: C/3 and 0.3333333C are one

    private static readonly double[] UsualRates = [0.1, 0.2, 0.5, 1];

    /// <summary>The rates that are asked for, or those of the document's rate tests.</summary>
    /// <exception cref="InputException">One cannot be read or is out of reach, or they are too many.</exception>
    public static IReadOnlyList<double> Rates(IReadOnlyList<string>? asked, Design design)
    {
        double[] rates = asked is { Count: > 0 }
            ? [.. asked.Select(Rate)]
            : [.. design.Run.SelectMany(protocol => protocol.Steps).Select(step => step.RateTestRate).OfType<double>().Distinct()];
        if (rates.Length == 0) return UsualRates;
        return rates.Length <= MostRates ? rates
            : asked is { Count: > 0 } ? throw new InputException(FormattableString.Invariant($"{rates.Length} rates are too many; expected {MostRates} at most."), "rates") : rates[..MostRates];
    }

    /// <summary>A rate [C] of a text.</summary>
    /// <exception cref="InputException">It cannot be read or is out of reach.</exception>
    public static double Rate(string text)
    {
        if (!QuantityKinds.CRate.TryParse(text, out double rate, out string? problem)) throw new InputException(problem, "rates");
        return rate is >= LeastRate and <= HighestRate ? rate
            : throw new InputException(FormattableString.Invariant($"{text} is out of reach; expected {LeastRate}C to {HighestRate}C."), "rates");
    }

    /// <summary>One discharge.</summary>
    /// <param name="built">The design.</param>
    /// <param name="rate">Its rate [C].</param>
    /// <param name="snapshots">Times at which profiles are kept [s]; null for none, and of zones side by side none.</param>
    /// <param name="cancellation">Stops it.</param>
    public static StepResult Run(BuiltDesign built, double rate, IReadOnlyList<double>? snapshots, CancellationToken cancellation)
    {
        double lower = LowerCutOff(built);
        string text = FormattableString.Invariant($"Discharge at {rate:0.#####}C until {lower:0.####} V");
        var step = new ProtocolStep(text, new Control.CRate(rate), null, [new StopCondition.Voltage(lower)]) { RateTestRate = rate };
        var protocol = new Protocol(text, [step]);
        SimulationResult result = built.ZonedCell is { } zones && snapshots is null
            ? new ZonedSimulation(zones, built.Design.Mesh).Run(protocol, cancellation: cancellation).Whole
            : new Simulation(built.Cell, built.Design.Mesh).Run(protocol, snapshotTimes: snapshots, cancellation: cancellation);
        return result.Steps[^1];
    }

    /// <summary>What the page shows of it.</summary>
    public static RatePart Part(BuiltDesign built, double rate, int index, StepResult step)
    {
        Cell cell = built.Cell;
        double areal = Areal(step.Charge / cell.Area);
        double? perGram = PerGram(built.Positive?.Loading), measured = built.Design.Measured.FirstOrDefault(m => Math.Abs(m.Rate - rate) <= SameRate * rate)?.SpecificCapacity;
        return new RatePart(index, Text(rate), rate, areal, perGram is null ? null : Math.Round(areal * perGram.Value, 3), perGram,
            measured is null ? null : QuantityKinds.SpecificCapacity.ToUnit(measured.Value, "mAh/g"), step.Charge > 0 ? Math.Round(step.Energy / step.Charge, 4) : null,
            step.EndText, step.EndedAsAsked, Curve(step.Series, cell.Area));
    }

    /// <summary>A rate as text.</summary>
    public static string Text(double rate) => FormattableString.Invariant($"{rate:0.####}C");

    private static double LowerCutOff(BuiltDesign built) =>
        built.Design.Run.SelectMany(protocol => protocol.Steps).FirstOrDefault(step => step.RateTestRate is not null)?.Until.OfType<StopCondition.Voltage>().FirstOrDefault()?.Volts ?? built.Cell.LowerCutOff;

    private static VoltageCurve Curve(TimeSeries series, double area)
    {
        int count = series.Voltage.Count, kept = Math.Min(count, MostPoints);
        double[] areal = new double[kept], voltage = new double[kept];
        for (int i = 0; i < kept; i++)
        {
            int at = kept == count ? i : (int)((long)i * (count - 1) / (kept - 1));
            areal[i] = Areal(series.Charge[at] / area);
            voltage[i] = Math.Round(series.Voltage[at], 5);
        }
        return new VoltageCurve(areal, voltage);
    }
}
