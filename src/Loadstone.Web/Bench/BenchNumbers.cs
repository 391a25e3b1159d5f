using Loadstone.Designs.Building;
using Loadstone.Designs.Making;
using Loadstone.Designs.Runs;
using Loadstone.Electrochemistry;
using Loadstone.Quantities;

namespace Loadstone.Web.Bench;

/// <summary>The numbers beside the picture, each with a line that says what it is.</summary>
internal static class BenchNumbers
{
    private const double Micro = 1e6, Nano = 1e9, Percent = 100;

    /// <summary>Those that follow from the structure.</summary>
    public static NumbersPart OfStructure(BuiltDesign built) =>
        new([.. Electrode(built), .. Layers(built), .. Making(built)], [.. Made(built).SelectMany(made => made.Warnings)]);

    /// <summary>Those that follow from the discharges.</summary>
    /// <param name="built">The design.</param>
    /// <param name="rates">The discharges.</param>
    /// <param name="energy">The account of its pouch, or null.</param>
    /// <param name="warnings">What else is to be said.</param>
    public static NumbersPart OfDischarges(BuiltDesign built, IReadOnlyList<(double Rate, StepResult Step)> rates, EnergyVariant? energy, IEnumerable<string> warnings)
    {
        (double rate, StepResult slowest) = rates.MinBy(r => r.Rate);
        double thickness = BenchStack.Of(built).Layers.Sum(layer => layer.Thickness) / Micro;
        BenchNumber stack = new("stackEnergyDensity", "energy, stack", QuantityKinds.EnergyDensity.ToUnit(slowest.Energy / built.Cell.Area / thickness, "Wh/L"), "Wh/L", 0,
            $"Energy at {BenchDischarge.Text(rate)} over the volume of all that is drawn: foils, coatings, separator and the whole lithium.");
        return new NumbersPart([stack, .. energy is null ? [] : Pouch(energy)],
            [.. rates.Where(r => !r.Step.EndedAsAsked).OrderBy(r => r.Rate).Select(r => $"{BenchDischarge.Text(r.Rate)}: {r.Step.EndText}."), .. energy?.Warnings.Select(warning => $"pouch: {warning}") ?? [], .. warnings]);
    }

    private static IEnumerable<BenchNumber> Electrode(BuiltDesign built)
    {
        if (built.Positive is not { } positive) yield break;
        yield return new("loading", "loading", QuantityKinds.Loading.ToUnit(positive.Loading, "mg/cm²"), "mg/cm²", 2, "Mass of active material per area of the positive electrode, of all layers.");
        yield return new("thickness", "thickness", positive.Thickness * Micro, "µm", 1, "Thickness of the positive coating without its foil; from masses, densities and porosity.");
        yield return new("porosity", "porosity", positive.Porosity * Percent, "%", 1, "Volume of pores per volume of the positive coating.");
        yield return new("pressDensity", "density", QuantityKinds.Density.ToUnit(positive.Density, "g/cm³"), "g/cm³", 2, "Mass of all solids per volume of the positive coating.");
        yield return new("arealCapacity", "areal capacity", QuantityKinds.ArealCapacity.ToUnit(positive.ArealCapacity, "mAh/cm²"), "mAh/cm²", 2, "Charge per area between the rest states at both cut-offs, at no current.");
        yield return new("specificCapacity", "capacity", QuantityKinds.SpecificCapacity.ToUnit(positive.SpecificCapacity, "mAh/g"), "mAh/g", 1, "The same charge per mass of positive active material.");
        yield return new("oneC", "1C", QuantityKinds.CurrentDensity.ToUnit(built.Cell.OneC / built.Cell.Area, "mA/cm²"), "mA/cm²", 2, "Current density that is called 1C.");
        if ((built.NpRatio ?? built.Ratios?.ToReversible) is { } ratio)
            yield return new("npRatio", "N/P", ratio, "", 2, "Areal capacity of the negative electrode, or of the lithium as made, over that of the positive one.");
        if (positive.Layers.Count > 1)
            yield return new("heterogeneity", "δ", positive.Heterogeneity, "", 3, "How unevenly the carbon is divided among the layers; 0 where all hold the same (Yari et al., ACS Appl. Energy Mater. (2020), eqn 3).");
    }

    private static IEnumerable<BenchNumber> Layers(BuiltDesign built)
    {
        if (built.Positive is not { } positive) yield break;
        for (int i = 0; i < positive.Layers.Count; i++)
        {
            LayerStructure layer = positive.Layers[i];
            string key = FormattableString.Invariant($".{i}"), of = positive.Layers.Count > 1 ? $", {layer.Name}" : "";
            yield return new("binderFilm" + key, "t_b" + of, layer.BinderFilmThickness * Nano, "nm", 1, "Thickness of the binder if it were spread over all active material and carbon of the layer.");
            if (layer.SolventShellThickness is { } shell)
                yield return new("solventShell" + key, "t_s" + of, shell * Nano, "nm", 0, "Thickness of the solvent if it were spread over all solids of the slurry: thin shells flow badly.");
            yield return new("conductivity" + key, "σ" + of, layer.ElectronicConductivity, "S/m", 3, "Effective electronic conductivity of the layer, from its carbon.");
            yield return new("transportEfficiency" + key, "ε/τ" + of, layer.TransportEfficiency, "", 3, "Transport in the pores of the layer over that in free electrolyte.");
        }
    }

    private static IEnumerable<BenchNumber> Making(BuiltDesign built)
    {
        if (built.Positive?.Making is not { } made) yield break;
        if (made.DryingTime is { } time) yield return new("dryingTime", "drying time", time, "s", 0, "Time until the last solvent has left the coating in the oven that the document describes.");
        if (made.DryingEnergy is { } energy) yield return new("dryingEnergy", "drying energy", energy / 1000, "kJ/m²", 0, "Evaporation, warming, exhaust air and recovery of the solvent.");
        if (made.Cracking is { } cracking) yield return new("crackMargin", "crack margin", cracking.Margin, "", 2, $"Loading at which such coatings crack over the loading; below 1 it cracks. Observed with {made.CrackingData}.");
    }

    private static IEnumerable<BenchNumber> Pouch(EnergyVariant energy)
    {
        string from = $"Capacity {energy.CapacityFrom}.";
        yield return new("specificEnergy", "energy, pouch", QuantityKinds.SpecificEnergy.ToUnit(energy.Ledger.SpecificEnergy, "Wh/kg"), "Wh/kg", 1, $"Energy of a discharge over the mass of the whole pouch cell. {from}");
        yield return new("energyDensity", "energy, pouch", QuantityKinds.EnergyDensity.ToUnit(energy.Ledger.EnergyDensity, "Wh/L"), "Wh/L", 1, $"Energy of a discharge over the volume of stack and film, as publications count it. {from}");
    }

    private static IEnumerable<MadeElectrode> Made(BuiltDesign built) => ((ElectrodeStructure?[])[built.Positive, built.Negative]).Select(electrode => electrode?.Making).OfType<MadeElectrode>();
}
