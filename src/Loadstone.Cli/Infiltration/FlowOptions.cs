using System.CommandLine;

namespace Loadstone.Cli.Infiltration;

/// <summary>The options of a flux that is forced in, the same for all modes that have one.</summary>
internal sealed class FlowOptions
{
    /// <summary>Viscosity of the electrolyte.</summary>
    public Option<string> Viscosity { get; } = new("--viscosity") { Description = "Viscosity of the electrolyte.", HelpName = "\"3.1 mPa s\"", DefaultValueFactory = _ => "3.1 mPa s" };

    /// <summary>Volume per cross-section and time.</summary>
    public Option<string> Speed { get; } = new("--velocity") { Description = "Flux that is forced in, volume per cross-section and time.", HelpName = "\"0.1 mm/s\"", DefaultValueFactory = _ => "0.1 mm/s" };
}
