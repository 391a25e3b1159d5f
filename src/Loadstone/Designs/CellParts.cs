using Loadstone.Formats.Json;

namespace Loadstone.Designs;

/// <summary>A sheet by name and thickness: a foil, a separator, lithium.</summary>
/// <param name="Material">Name of the material.</param>
/// <param name="Thickness">Thickness [m], or null for the catalogue's.</param>
/// <param name="Place">Where it stands.</param>
public sealed record SheetDesign(string Material, double? Thickness, JsonPlace Place);

/// <summary>What a document says of the separator; null where it says nothing.</summary>
/// <param name="Sheet">Its material and thickness.</param>
/// <param name="Porosity">Porosity.</param>
/// <param name="BruggemanExponent">Exponent b of the transport efficiency ε^b.</param>
/// <param name="TortuosityFactor">Tortuosity factor τ; the transport efficiency is ε/τ.</param>
public sealed record SeparatorDesign(SheetDesign Sheet, double? Porosity = null, double? BruggemanExponent = null, double? TortuosityFactor = null);

/// <summary>What a document says of self-heating.</summary>
/// <param name="HeatCapacity">Heat capacity of the whole cell [J/K].</param>
/// <param name="HeatTransfer">Heat that it gives to its surroundings per temperature difference [W/K].</param>
/// <param name="Ambient">Temperature of the surroundings [K], or null for that of the cell at the start.</param>
public sealed record ThermalDesign(double HeatCapacity, double HeatTransfer, double? Ambient = null);

/// <summary>What a document says of the electrolyte; null where it says nothing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Concentration">Salt concentration at rest [mol/m³].</param>
public sealed record ElectrolyteDesign(string Name, JsonPlace Place, double? Concentration = null);
