using System.Text;
using Loadstone.Cells;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Drying;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Analysis;
using Loadstone.Electrodes;
using Loadstone.Slurry;

namespace Loadstone.Tests.Electrochemistry.Analysis;

/// <summary>
/// Binder and carbon that drying has carried upwards, ±40 % about the same mean, in the cathode of Park et al. (Fig. 4): what of it
/// starves the bottom. Carbon acts on the conductivity of the coating and, where it is told, on the contact of each particle.
/// </summary>
public class CarbonPoorBottomTests(ITestOutputHelper output)
{
    private const int Slices = 8;
    private const double Swing = 0.4;
    private const double Conductivity = 0.2; // S/m, within the range of the coating laws: a value at which carbon can matter at all
    private const double Contact = 0.01; // Ω m² of particle surface at the mean carbon: 17 mV at 1C
    private const double BruggemanExponent = 2.25;

    private enum Carbon
    {
        Even,
        ConductivityAlone,
        Everything,
    }

    /// <summary>Less contact, narrower pores above: less lithium arrives below, and the bottom is poorer at the higher density.</summary>
    [Fact]
    public void Carbon_poor_bottom_deepens_the_gradient_most_at_high_density()
    {
        double[] bottoms = [.. new[] { "2.8 g/cm³", "3.2 g/cm³" }.Select(density =>
        {
            (double evenTop, double evenBottom) = AfterTwoC(Make("28 mg/cm²", density, Carbon.Even));
            (double top, double bottom) = AfterTwoC(Make("28 mg/cm²", density, Carbon.Everything));
            output.WriteLine(FormattableString.Invariant($"{density}: top {evenTop:f3} → {top:f3}, bottom {evenBottom:f3} → {bottom:f3}"));
            (top - bottom).ShouldBeGreaterThan(1.1 * (evenTop - evenBottom));
            bottom.ShouldBeLessThan(evenBottom);
            return bottom;
        })];
        bottoms[1].ShouldBeLessThan(0.95 * bottoms[0]);
    }

    /// <summary>Electrons come from the foil: a bottom that conducts worse pulls the reaction towards the foil, whatever else it costs.</summary>
    [Theory]
    [InlineData("2.8 g/cm³")]
    [InlineData("3.2 g/cm³")]
    public void Conductivity_alone_flattens_the_gradient(string density)
    {
        (double evenTop, double evenBottom) = AfterTwoC(Make("28 mg/cm²", density, Carbon.Even, contact: 0));
        (double top, double bottom) = AfterTwoC(Make("28 mg/cm²", density, Carbon.ConductivityAlone, contact: 0));
        output.WriteLine(FormattableString.Invariant($"{density}: top {evenTop:f4} → {top:f4}, bottom {evenBottom:f4} → {bottom:f4}"));
        (top - bottom).ShouldBeLessThan(0.995 * (evenTop - evenBottom));
    }

    [Fact]
    public void Carbon_poor_bottom_lowers_the_capacity_at_1C()
    {
        double[] capacities = [.. new[] { Carbon.Even, Carbon.ConductivityAlone, Carbon.Everything }.Select(carbon =>
        {
            Cell cell = Make("50 mg/cm²", "3.2 g/cm³", carbon);
            return new Simulation(cell).Run(TestCells.Discharge(1, cell.LowerCutOff)).Steps[0].Charge / (3600 * cell.OneC);
        })];
        output.WriteLine(FormattableString.Invariant($"{capacities[0]:f4}, conductivity alone {capacities[1]:f4}, everything {capacities[2]:f4} of 200 mAh/g"));
        capacities[1].ShouldBeLessThan(0.9995 * capacities[0]);
        capacities[2].ShouldBeLessThan(0.98 * capacities[0]);
    }

    // Mean utilisation of the upper and the lower quarter when 2C have flowed for five minutes: the same charge in all.
    private static (double Top, double Bottom) AfterTwoC(Cell cell)
    {
        StepResult step = new Simulation(cell).Run(TestCells.For(2, 300)).Steps[0];
        double[] values = [.. Utilisation.Of(cell, step.AtEnd).OrderBy(layer => layer.Position[0]).SelectMany(layer => layer.Values)];
        int quarter = values.Length / 4;
        return (values[..quarter].Average(), values[^quarter..].Average());
    }

    private static Cell Make(string loading, string density, Carbon carbon, double contact = Contact)
    {
        string design = $$"""
            { "name": "NMC811", "positive": { "loading": "{{loading}}", "pressDensity": "{{density}}", "layers": [ { "name": "NMC811", "electronicConductivity": "0.2 S/m",
                "solids": { "nmc811": "97.9 %", "mwcnt": "0.6 %", "pvdf": "1.5 %" } } ] },
              "negative": "lithium 250 µm", "separator": "celgard-2400 25 µm", "electrolyte": "lipf6-ec-dmc-1-1", "between": ["2.8 V", "4.3 V"], "oneC": "200 mA/g" }
            """;
        Cell cell = DesignBuilder.Build(DesignDocument.Parse(Encoding.UTF8.GetBytes(design)).Base).Cell;
        Layer whole = cell.Positive.Layers[0];
        double[] shares = [.. Enumerable.Range(0, Slices).Select(i => 1 + Swing * ((2 * i + 1.0) / Slices - 1))];
        var profile = new MigrationProfile([.. Enumerable.Range(0, Slices + 1).Select(i => i / (double)Slices)], shares);
        IReadOnlyList<DepthSlice> slices = DepthComposition.Of(Solids, whole.Porosity.Mean, profile, profile, Slices);
        Layer[] layers = [.. slices.Select(slice =>
        {
            double share = carbon == Carbon.Even ? 1 : slice.CarbonShare, contactShare = carbon == Carbon.Everything ? slice.CarbonShare : 1;
            double porosity = carbon == Carbon.Everything ? slice.Porosity : whole.Porosity.Mean;
            return new Layer(whole.Name, whole.Thickness / Slices, porosity, Math.Pow(porosity, BruggemanExponent), Conductivity * share,
                [.. whole.Particles.Select(p => p with { VolumeFraction = 0.98 * p.VolumeFraction.Mean, Material = p.Material with { FilmResistance = contact / contactShare } })]);
        })];
        return cell with { Positive = cell.Positive with { Layers = layers } };
    }

    private static Composition Solids => new(
    [
        new() { Name = "NMC811", Role = ComponentRole.Active, MassFraction = 0.979, Density = 4750, SpecificSurface = 300 },
        new() { Name = "MWCNT", Role = ComponentRole.Carbon, MassFraction = 0.006, Density = 2100, SpecificSurface = 200_000 },
        new() { Name = "PVDF", Role = ComponentRole.Binder, MassFraction = 0.015, Density = 1780 },
    ]);
}
