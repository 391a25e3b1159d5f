using Loadstone.Cells;
using Loadstone.Designs.Fields;
using Loadstone.Formats.Json;
using Loadstone.Materials;
using Loadstone.Numerics;

namespace Loadstone.Designs.Building;

/// <summary>Makes separator, electrolyte and lithium electrode of what a document says of them.</summary>
internal static class CellPartsBuilder
{
    /// <summary>The separator.</summary>
    public static Separator Separator(SeparatorDesign? design, JsonPlace cell, Provenance provenance)
    {
        if (design is null) provenance.Default("separator", $"{DesignDefaults.Separator}");
        SeparatorMaterial material = CoatingRecipe.Find<SeparatorMaterial>(design?.Sheet.Material ?? DesignDefaults.Separator.Material, design?.Sheet.Place ?? cell.Member("separator"));
        double porosity = design?.Porosity ?? provenance.Use(material.Name, "porosity", material.Porosity);
        double efficiency = design switch
        {
            { TortuosityFactor: { } tau } => porosity / tau,
            { BruggemanExponent: { } exponent } => Math.Pow(porosity, exponent),
            // The catalogue's efficiency belongs to its porosity; another porosity keeps the tortuosity's exponent.
            _ => Math.Pow(porosity, Math.Log(provenance.Use(material.Name, "transport efficiency", material.TransportEfficiency)) / Math.Log(material.Porosity.Value)),
        };
        return new Separator
        {
            Thickness = design is null ? DesignDefaults.Separator.Thickness : design.Sheet.Thickness ?? provenance.Use(material.Name, "thickness", material.Thickness),
            Porosity = porosity,
            TransportEfficiency = efficiency,
        };
    }

    /// <summary>The electrolyte at a temperature.</summary>
    public static ElectrolyteProperties Electrolyte(ElectrolyteDesign? design, JsonPlace cell, double temperature, Provenance provenance)
    {
        if (design is null) provenance.Default("electrolyte", DesignDefaults.Electrolyte);
        Electrolyte material = CoatingRecipe.Find<Electrolyte>(design?.Name ?? DesignDefaults.Electrolyte, design?.Place ?? cell.Member("electrolyte"));
        ScalarFunction Use(string property, SourcedFunction function) => provenance.Use(material.Name, property, ModelFunctions.Transport(function, temperature));
        return new ElectrolyteProperties
        {
            Name = material.Title,
            InitialConcentration = design?.Concentration ?? provenance.Use(material.Name, "concentration", material.Concentration),
            Conductivity = Use("conductivity", material.Conductivity),
            Diffusivity = Use("diffusivity", material.Diffusivity),
            TransferenceNumber = Use("transference number", material.TransferenceNumber),
            ThermodynamicFactor = Use("thermodynamic factor", material.ThermodynamicFactor),
        };
    }

    /// <summary>The lithium electrode at a temperature.</summary>
    public static LithiumElectrode Lithium(SheetDesign? design, JsonPlace cell, double temperature, Provenance provenance)
    {
        LithiumMetal material = CoatingRecipe.Find<LithiumMetal>(design?.Material ?? DesignDefaults.Lithium.Material, design?.Place ?? cell.Member("negative"));
        if (design?.Thickness is null) provenance.Default("negative", $"{DesignDefaults.Lithium}");
        return new LithiumElectrode
        {
            Thickness = design?.Thickness ?? DesignDefaults.Lithium.Thickness,
            ExchangeCurrentDensity = provenance.Use(material.Name, "exchange-current density", material.ExchangeCurrentDensity.At(temperature)),
        };
    }
}
