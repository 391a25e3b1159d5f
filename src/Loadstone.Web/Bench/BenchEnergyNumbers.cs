using Loadstone.Designs.Building;
using Loadstone.Designs.Runs;
using Loadstone.Electrochemistry;
using Loadstone.Quantities;

namespace Loadstone.Web.Bench;

/// <summary>The numbers that follow from the discharges.</summary>
internal static class BenchEnergyNumbers
{
    private const string Published = "250 to 300 Wh/kg and 650 to 750 Wh/L with graphite, 350 to 500 Wh/kg with lithium";

    /// <summary>Energy of the stack as drawn and of the pouch, with what a reader should be warned of.</summary>
    /// <param name="built">The design.</param>
    /// <param name="stack">Its stack.</param>
    /// <param name="rates">The discharges.</param>
    /// <param name="energy">The account of its pouch; null where there is none.</param>
    /// <param name="warnings">What else is to be said.</param>
    public static NumbersPart Of(BuiltDesign built, StackPart stack, IReadOnlyList<(double Rate, StepResult Step)> rates, EnergyVariant? energy, IEnumerable<string> warnings)
    {
        (double rate, StepResult slowest) = rates.MinBy(r => r.Rate);
        double perArea = slowest.Energy / built.Cell.Area, thickness = stack.Layers.Sum(layer => layer.Thickness) * 1e-6;
        string at = $"Simulated at {BenchDischarge.Text(rate)}, the slowest of the rates.";
        return new NumbersPart(
            [
                new("stackEnergyDensity", "energy, stack", QuantityKinds.EnergyDensity.ToUnit(perArea / thickness, "Wh/L"), "Wh/L", 0, "Energy of a discharge over the volume of all that is drawn: foils, coatings, separator and the whole lithium.", null, at),
                new("stackSpecificEnergy", "energy, stack", StackMass.PerArea(built) is { } mass ? QuantityKinds.SpecificEnergy.ToUnit(perArea / mass, "Wh/kg") : null, "Wh/kg", 0, "Energy of a discharge over the mass of all that is drawn, with the electrolyte in the pores.", null, at)
                {
                    Why = built.Positive is null ? "a published parameter set tells no densities" : null,
                },
                .. Pouch(built, energy),
            ],
            [.. rates.Where(r => !r.Step.EndedAsAsked).OrderBy(r => r.Rate).Select(r => $"{BenchDischarge.Text(r.Rate)}: {r.Step.EndText}."), .. energy?.Warnings.Select(warning => $"pouch: {warning}") ?? [], .. warnings]);
    }

    private static IEnumerable<BenchNumber> Pouch(BuiltDesign built, EnergyVariant? energy)
    {
        string from = energy is null ? "Document, field pouch." : $"Capacity {energy.CapacityFrom}, voltage {energy.VoltageFrom}.";
        string? why = energy is not null ? null : built.Design.Pouch is null ? "the document describes no pouch" : "see the warnings";
        yield return new("specificEnergy", "energy, pouch", energy is null ? null : QuantityKinds.SpecificEnergy.ToUnit(energy.Ledger.SpecificEnergy, "Wh/kg"), "Wh/kg", 1, "Energy of a discharge over the mass of the whole pouch cell.", Published, from) { Why = why };
        yield return new("energyDensity", "energy, pouch", energy is null ? null : QuantityKinds.EnergyDensity.ToUnit(energy.Ledger.EnergyDensity, "Wh/L"), "Wh/L", 1, "Energy of a discharge over the volume of stack and film, as publications count it.", Published, from) { Why = why };
    }
}
