using Loadstone.Designs.Building;
using Loadstone.Materials;
using Loadstone.Quantities;
using Loadstone.Slurry;

namespace Loadstone.Designs.Making;

/// <summary>How the slurry of a layer flows: what was measured, and laws for the rest.</summary>
internal sealed record PreparedSlurry(Formulation Formulation, Solvent Solvent, Casson Flow, bool FlowIsGiven, double ViscosityAtRest, double MediumViscosity, CoatingWindow Window);

/// <summary>Prepares the slurries of layers.</summary>
internal static class SlurryChain
{
    private const string LawName = "slurry laws", ProcessName = "process laws";
    private const double RestingRate = 0.1; // s⁻¹

    /// <summary>The slurry of a layer.</summary>
    /// <exception cref="InputException">The layer has no slurry, or its particles jam.</exception>
    public static PreparedSlurry Prepare(LayerRecipe layer, Provenance provenance)
    {
        if (layer.Slurry is not { } formulation || layer.Solvent is not { } solvent)
            throw layer.Place.Error($"Layer {layer.Name} has no \"slurry\", and a process starts from one: add its solvent and solidsContent.");
        SlurryMeasurements measured = layer.Measured;
        BinderSolution medium = Medium(layer, solvent, provenance);
        SlurryLaws laws = Laws(measured, provenance);
        SlurryRheology rheology = Flow(layer, formulation, medium, laws);
        var flow = new Casson(measured.YieldStress ?? rheology.Flow.Yield, measured.HighShearViscosity ?? rheology.Flow.HighShearViscosity);
        return new PreparedSlurry(formulation, solvent, flow, measured is { YieldStress: not null, HighShearViscosity: not null },
            measured.LowShearViscosity ?? flow.Viscosity(RestingRate), rheology.MediumViscosity,
            CoatingWindow.Of(formulation.Solids, formulation.SolventDensity, medium, laws));
    }

    /// <summary>What to say of a slurry that the coater's window does not hold; null where it does.</summary>
    public static string? OutsideWindow(string layer, PreparedSlurry slurry)
    {
        SlurryLaws laws = SlurryLaws.Default;
        Casson flow = slurry.Flow;
        string? problem = flow.Yield > laws.HighestYieldStress.Value
                ? $"its yield stress of {QuantityKinds.Pressure.Format(flow.Yield)} is above the {QuantityKinds.Pressure.Format(laws.HighestYieldStress.Value)} that a coater can spread"
            : flow.Viscosity(10) > laws.HighestCoatingViscosity.Value
                ? FormattableString.Invariant($"{flow.Viscosity(10):0.##} Pa s at 10 s⁻¹ are above the {laws.HighestCoatingViscosity.Value:0.##} Pa s that a coater can spread")
            : flow.Viscosity(100) < laws.LowestCoatingViscosity.Value
                ? FormattableString.Invariant($"{flow.Viscosity(100):0.###} Pa s at 100 s⁻¹ are below {laws.LowestCoatingViscosity.Value:0.###} Pa s: it runs and settles")
            : null;
        if (problem is null) return null;
        string window = slurry.Window.Solids is var (low, high)
            ? FormattableString.Invariant($"by its recipe it can be coated from {low * 100:0.0} to {high * 100:0.0} % of solids")
            : "by its recipe no solids content can be coated";
        return FormattableString.Invariant($"{layer}: outside the coater's window at {slurry.Formulation.SolidMassFraction * 100:0.#} % of solids: {problem}; {window}.");
    }

    private static SlurryRheology Flow(LayerRecipe layer, Formulation formulation, BinderSolution medium, SlurryLaws laws)
    {
        try
        {
            return SlurryRheology.Of(formulation, medium, laws);
        }
        catch (InputException e) when (e.File is null)
        {
            throw layer.Place.Member("slurry").Member("solidsContent").Error(Fields.Wording.Capitalised(e.Problem));
        }
    }

    private static SlurryLaws Laws(SlurryMeasurements measured, Provenance provenance)
    {
        SlurryLaws laws = SlurryLaws.Default;
        provenance.Use(LawName, "maximum packing", laws.MaximumPacking);
        provenance.Use(LawName, "intrinsic viscosity of the particles", laws.IntrinsicViscosity);
        provenance.Use(LawName, "adsorbed binder", laws.AdsorbedBinderShare);
        if (measured.YieldStress is null)
        {
            provenance.Use(LawName, "reference yield stress", laws.ReferenceYieldStress);
            provenance.Use(LawName, "yield exponent", laws.YieldExponent);
        }
        if (measured.CarbonStructureVolume is { } volume)
            return laws with { CarbonStructureVolume = SourcedValue.Of(volume, QuantityKinds.SpecificVolume, "the document") };
        provenance.Use(LawName, "volume of carbon with its liquid", laws.CarbonStructureVolume);
        return laws;
    }

    // The binder of which there is most thickens the liquid.
    private static BinderSolution Medium(LayerRecipe layer, Solvent solvent, Provenance provenance)
    {
        ProcessLaws laws = ProcessLaws.Default;
        Binder? binder = layer.Composition.Components.Where(c => c.Role == ComponentRole.Binder).OrderByDescending(c => c.MassFraction)
            .Select(c => Catalogue.Default.Find<Binder>(c.Name)).OrderByDescending(b => b.IntrinsicViscosity is not null).FirstOrDefault();
        string name = binder?.Name ?? ProcessName;
        return new BinderSolution
        {
            SolventViscosity = provenance.Use(solvent.Name, "viscosity", solvent.Viscosity),
            IntrinsicViscosity = provenance.Use(name, "intrinsic viscosity", binder?.IntrinsicViscosity ?? laws.IntrinsicViscosity),
            MartinCoefficient = provenance.Use(name, "Martin coefficient", binder?.MartinCoefficient ?? laws.MartinCoefficient),
        };
    }
}
