using System.Globalization;
using Loadstone.Designs;
using Loadstone.Designs.Building;

namespace Loadstone.Tests.Designs.Making;

/// <summary>Documents with a process that the tests of making share.</summary>
internal static class Processes
{
    public const string Ramp = """ "drying": { "rampAndHold": { "temperature": "120 °C" } } """;

    public const string TwoLayers = """
        "layers": [
          { "name": "A", "solids": { "nmc811": "94 %", "super p": "3 %", "pvdf": "3 %" }, "slurry": { "solvent": "nmp", "solidsContent": "60 %" } },
          { "name": "B", "solids": { "nmc811": "97 %", "super p": "1 %", "pvdf": "2 %" }, "slurry": { "solvent": "nmp", "solidsContent": "60 %" } } ]
        """;

    public static string OneLayer(string solids = "70 %", string more = "") =>
        $$""" "layers": [ { "name": "L", "solids": { "nmc811": "96 %", "super p": "2 %", "pvdf": "2 %" }, "slurry": { "solvent": "nmp", "solidsContent": "{{solids}}"{{more}} } } ] """;

    public static string Document(string electrode) => $$"""
        { "name": "made", "positive": { {{electrode}} }, "negative": "lithium", "run": [ { "rateTest": ["1C"], "between": ["3.0 V", "4.3 V"] } ] }
        """;

    public static DesignDocument Parse(string electrode) => DesignDocument.Parse(System.Text.Encoding.UTF8.GetBytes(Document(electrode)));

    public static BuiltDesign Build(string electrode) => DesignBuilder.Build(Parse(electrode).Variants[0]);

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
