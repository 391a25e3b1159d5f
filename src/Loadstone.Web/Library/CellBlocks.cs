using Loadstone.Cells;
using Loadstone.Electrodes;
using Loadstone.Numerics;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Web.Library;

/// <summary>A cell as tables and plots: what an exchange file holds.</summary>
internal static class CellBlocks
{
    private const int Points = 200;
    private const double LeastSalt = 50, MostSalt = 2500; // mol/m³

    /// <summary>Values of the cell, then its functions.</summary>
    public static IEnumerable<ReportBlock> Of(Cell cell)
    {
        yield return Table("Cell", Cell(cell));
        if (cell.Negative is { } negative) yield return Table("Negative electrode", Electrode(negative));
        yield return Table("Positive electrode", Electrode(cell.Positive));
        foreach ((string side, Electrode? electrode) in ((string, Electrode?)[])[("Negative", cell.Negative), ("Positive", cell.Positive)])
        {
            IntercalationMaterial[] materials = [.. (electrode?.Layers ?? []).SelectMany(layer => layer.Particles).Select(p => p.Material).Distinct()];
            if (materials.Length == 0) continue;
            yield return Plot($"{side}: open-circuit potential", "stoichiometry", "potential / V", 0.005, 0.995, 1, 1, materials.Select(m => (m.Name, m.OpenCircuitPotential)));
            yield return Plot($"{side}: diffusivity", "stoichiometry", "diffusivity / m²/s", 0.005, 0.995, 1, 1, materials.Select(m => (m.Name, m.Diffusivity)));
        }
        yield return Plot("Electrolyte: conductivity", "salt concentration / mol/L", "conductivity / mS/cm", LeastSalt, MostSalt, 1e-3, 10, [(cell.Electrolyte.Name, cell.Electrolyte.Conductivity)]);
        yield return Plot("Electrolyte: diffusivity", "salt concentration / mol/L", "diffusivity / m²/s", LeastSalt, MostSalt, 1e-3, 1, [(cell.Electrolyte.Name, cell.Electrolyte.Diffusivity)]);
    }

    private static IEnumerable<(string, string)> Cell(Cell cell)
    {
        yield return ("current of 1C", QuantityKinds.Current.Format(cell.OneC, unit: "A"));
        yield return ("area", QuantityKinds.Area.Format(cell.Area));
        yield return ("cut-off voltages", $"{QuantityKinds.Voltage.Format(cell.LowerCutOff)} to {QuantityKinds.Voltage.Format(cell.UpperCutOff)}");
        yield return ("temperature", QuantityKinds.Temperature.Format(cell.Temperature));
        yield return ("separator: thickness", QuantityKinds.Length.Format(cell.Separator.Thickness));
        yield return ("separator: porosity", QuantityKinds.Fraction.Format(cell.Separator.Porosity));
        yield return ("separator: transport efficiency", FormattableString.Invariant($"{cell.Separator.TransportEfficiency:g4}"));
        yield return ("electrolyte: salt at rest", QuantityKinds.Concentration.Format(cell.Electrolyte.InitialConcentration));
        yield return ("electrolyte: transference number at rest", FormattableString.Invariant($"{cell.Electrolyte.TransferenceNumber.At(cell.Electrolyte.InitialConcentration):g4}"));
    }

    private static IEnumerable<(string, string)> Electrode(Electrode electrode)
    {
        foreach (Layer layer in electrode.Layers)
        {
            string of = electrode.Layers.Count > 1 ? layer.Name + ": " : "";
            yield return (of + "thickness", QuantityKinds.Length.Format(layer.Thickness));
            yield return (of + "porosity", QuantityKinds.Fraction.Format(layer.Porosity.Mean));
            yield return (of + "transport efficiency", FormattableString.Invariant($"{layer.TransportEfficiency.Mean:g4}"));
            yield return (of + "electronic conductivity", QuantityKinds.Conductivity.Format(layer.ElectronicConductivity.Mean, unit: "S/m"));
            foreach (Electrodes.ParticleClass particles in layer.Particles)
            {
                string name = of + particles.Material.Name;
                yield return (name + ": radius", QuantityKinds.ParticleSize.Format(particles.Radius));
                yield return (name + ": volume fraction", QuantityKinds.Fraction.Format(particles.VolumeFraction.Mean));
                yield return (name + ": maximum concentration", QuantityKinds.Concentration.Format(particles.Material.MaximumConcentration));
                yield return (name + ": exchange-current density", QuantityKinds.CurrentDensity.Format(particles.Material.ReferenceExchangeCurrentDensity));
            }
        }
    }

    private static Table Table(string title, IEnumerable<(string Name, string Value)> rows) =>
        new(title, [TableColumn.Words("property"), new("value")], [.. rows.Select(row => (string[])[row.Name, row.Value])]);

    private static Plot Plot(string title, string x, string y, double low, double high, double xScale, double yScale, IEnumerable<(string Name, ScalarFunction Function)> functions)
    {
        double[] at = [.. Enumerable.Range(0, Points).Select(i => low + (high - low) * i / (Points - 1))];
        return new Plot(FileStem.From(title), title, new Axis(x), new Axis(y), [.. functions.Select(f => new Series(f.Name, [.. at.Select(v => v * xScale)], [.. at.Select(v => Finite(f.Function.At(v) * yScale))]))]);
    }

    // Formulas of files may have poles at the ends.
    private static double Finite(double value) => Math.Abs(value) < 1e100 ? value : double.NaN;
}
