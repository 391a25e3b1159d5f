using System.CommandLine;

namespace Loadstone.Cli.Infiltration;

/// <summary>The options of surface tension, the same for the modes in which it acts.</summary>
internal sealed class LiquidOptions
{
    /// <summary>Contact angle, or several.</summary>
    public Option<string> Angle { get; } = new("--angle") { Description = "Contact angle through the electrolyte, or several for a ranking in capillary mode.", HelpName = "\"30°\"", DefaultValueFactory = _ => "30°" };

    /// <summary>Surface tension.</summary>
    public Option<string> Tension { get; } = new("--surface-tension") { Description = "Surface tension of the electrolyte.", HelpName = "\"30 mN/m\"", DefaultValueFactory = _ => "30 mN/m" };

    /// <summary>Whether a reservoir fills the bed.</summary>
    public Option<bool> Reservoir { get; } = new("--reservoir") { Description = "Fill from a reservoir at the pressure of the air, in place of a flux that is forced in until it leaves below." };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [Angle, Tension, Reservoir];
}
