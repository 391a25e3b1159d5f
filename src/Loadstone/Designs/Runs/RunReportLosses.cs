using Loadstone.Electrochemistry.Analysis;

namespace Loadstone.Designs.Runs;

/// <summary>Why each variant's fastest discharge ended: what took the voltage there.</summary>
internal static class RunReportLosses
{
    private const double Millivolts = 1000;

    private static readonly ResultColumn[] Columns =
    [
        new("variant", "variant"), new("rate", "rate", "C", "0.###"), new("voltage", "voltage", "V", "F3"), new("equilibrium", "equilibrium", "V", "F3"),
        new("electrolyteOhmic", "electrolyte ohmic", "mV", "F1"), new("electrolyteConcentration", "salt", "mV", "F1"), new("solid", "solid", "mV", "F1"),
        new("contact", "contact", "mV", "F1"), new("chargeTransfer", "charge transfer", "mV", "F1"), new("film", "film", "mV", "F1"),
        new("particleDiffusion", "particles", "mV", "F1"), new("imbalance", "imbalance", "mV", "F1"),
    ];

    /// <summary>One row per variant with a rate test.</summary>
    public static ResultTable Of(RunOutcome outcome) => new("losses", "Losses at the end of the fastest discharge", Columns,
        [.. outcome.Variants.SelectMany(Row)],
        "They add up to the equilibrium voltage of the mean lithium contents less the voltage; both electrodes and the separator together. Imbalance is that of the contents over the depth.");

    private static IEnumerable<ResultCell[]> Row(VariantOutcome variant)
    {
        RateOutcome? fastest = variant.Rates.Where(rate => rate.Step is { Charge: > 0 }).MaxBy(rate => rate.Rate);
        if (fastest?.Step is not { } step) yield break;
        PolarisationBreakdown at = PolarisationBreakdown.Of(variant.Built.Cell, step.AtEnd, variant.Mesh);
        yield return [variant.Name, fastest.Rate, at.Voltage, at.EquilibriumVoltage, .. at.Whole.Terms.Select(term => (ResultCell)(term.Value * Millivolts))];
    }
}
