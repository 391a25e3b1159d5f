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
        double concentration = design?.Concentration ?? provenance.Use(material.Name, "concentration", material.Concentration);
        double Energy(string property, SourcedFunction function, SourcedValue? stated) =>
            stated is null ? function.ActivationEnergyNear(concentration, temperature) : provenance.UseAwayFromReference(material.Name, property, stated);
        return new ElectrolyteProperties
        {
            Name = material.Title,
            InitialConcentration = concentration,
            // Functions of temperature hold at the cell's own; from there on their slope at rest counts.
            ReferenceTemperature = material.Conductivity.DependsOnTemperature ? temperature : DesignDefaults.Temperature,
            ConductivityActivationEnergy = Energy("activation energy of the conductivity", material.Conductivity, material.ConductivityActivationEnergy),
            DiffusivityActivationEnergy = Energy("activation energy of the diffusivity", material.Diffusivity, material.DiffusivityActivationEnergy),
            Conductivity = Use("conductivity", material.Conductivity),
            Diffusivity = Use("diffusivity", material.Diffusivity),
            TransferenceNumber = Use("transference number", material.TransferenceNumber),
            ThermodynamicFactor = Use("thermodynamic factor", material.ThermodynamicFactor),
        };
    }

    /// <summary>Self-heating in surroundings that are as warm as the cell where the document does not say otherwise.</summary>
    public static LumpedThermal? Thermal(ThermalDesign? design, double temperature) => design is null ? null : new LumpedThermal
    {
        HeatCapacity = design.HeatCapacity,
        HeatTransfer = design.HeatTransfer,
        AmbientTemperature = design.Ambient ?? temperature,
    };

    /// <summary>The lithium electrode.</summary>
    public static LithiumElectrode Lithium(SheetDesign? design, JsonPlace cell, Provenance provenance)
    {
        LithiumMetal material = CoatingRecipe.Find<LithiumMetal>(design?.Material ?? DesignDefaults.Lithium.Material, design?.Place ?? cell.Member("negative"));
        if (design?.Thickness is null) provenance.Default("negative", $"{DesignDefaults.Lithium}");
        return new LithiumElectrode
        {
            Thickness = design?.Thickness ?? DesignDefaults.Lithium.Thickness,
            ExchangeCurrentDensity = provenance.Use(material.Name, "exchange-current density", material.ExchangeCurrentDensity),
            ReferenceTemperature = DesignDefaults.Temperature,
            ExchangeActivationEnergy = provenance.UseAwayFromReference(material.Name, "activation energy of the exchange-current density", material.ExchangeActivationEnergy),
        };
    }
}
