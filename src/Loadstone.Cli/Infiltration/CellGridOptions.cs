using System.CommandLine;

namespace Loadstone.Cli.Infiltration;

/// <summary>The options of a flow of two fluids on a grid, the same for the modes that have one.</summary>
internal sealed class CellGridOptions
{
    /// <summary>Side of a cell.</summary>
    public Option<string> Cell { get; } = new("--grid") { Description = "Side of a grid cell.", HelpName = "\"0.5 µm\"", DefaultValueFactory = _ => "0.5 µm" };

    /// <summary>Viscosity of the air.</summary>
    public Option<string> AirViscosity { get; } = new("--air-viscosity") { Description = "Viscosity of the air.", HelpName = "\"0.018 mPa s\"", DefaultValueFactory = _ => "0.018 mPa s" };
}
