using Loadstone.Cells;
using Loadstone.Cells.Pouch;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Quantities;

namespace Loadstone.Designs.Runs;

/// <summary>What a reader of an account of energy should be warned of, each with the number that would work.</summary>
internal static class EnergyWarnings
{
    private const double Tolerance = 1e-6;

    /// <summary>The warnings of a cell.</summary>
    public static IEnumerable<string> Of(BuiltDesign built, PouchLedger ledger, StepResult? discharge)
    {
        CapacityRatios ratios = built.Ratios!;
        if (built.Zones.Count > 0) yield return "zones are left out: mass, volume and energy are those of the uniform electrode of the same document.";
        if (!ratios.IsLithium && ratios.ToReversible < 1 - Tolerance)
        {
            yield return FormattableString.Invariant(
                $"the negative electrode is too small: N/P {ratios.ToReversible:f2} of the reversible capacity, so that lithium plates or the positive electrode stays partly uncharged; 1 needs {QuantityKinds.Loading.Format(built.Negative!.Loading / ratios.ToReversible)} of negative active material.");
        }
        if (ratios.Filling < 1 - Tolerance)
        {
            yield return FormattableString.Invariant(
                $"the first cycle leaves the positive electrode filled to {ratios.Filling * 100:f1} %: the negative one binds {ratios.NegativeLoss * 100:0.##} % of the first charge, {(1 - ratios.Reversible / ratios.FirstCharge) * 100:0.##} % would be free; {QuantityKinds.ArealCapacity.Format(-ratios.Excess, 3)} of further lithium would fill it.");
        }
        if (discharge is { EndedAsAsked: false }) yield return $"the discharge ended early: {discharge.EndText}.";
        PouchPart? room = ledger.Parts.FirstOrDefault(part => part.Name == PouchLedger.Room);
        PouchPart excess = ledger.Parts.First(part => part.Name == PouchLedger.Excess);
        if (room is { Volume: 0 } && excess.Volume > 0)
        {
            double fits = ledger.ElectrolytePerCharge - ledger.UnplacedElectrolyte / ledger.Cell.Charge;
            yield return FormattableString.Invariant(
                $"{QuantityKinds.Volume.Format(ledger.UnplacedElectrolyte / ledger.Cell.ElectrolyteDensity, 3)} of electrolyte finds room neither in pores nor at the edges and makes the pouch thicker; up to {QuantityKinds.MassPerCharge.Format(fits, 3)} fits.");
        }
    }
}
