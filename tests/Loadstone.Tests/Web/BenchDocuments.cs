using System.Globalization;

namespace Loadstone.Tests.Web;

/// <summary>Documents that tests of the Bench page send.</summary>
internal static class BenchDocuments
{
    /// <summary>A layered half cell on a coarse mesh.</summary>
    public static string Layered(double porosity = 25) => $$"""
        {
          "name": "Layered",
          "positive": {
            "loading": "22 mg/cm²",
            "porosity": "{{porosity.ToString("R", CultureInfo.InvariantCulture)}} %",
            "layers": [
              { "name": "L", "share": "50 %", "solids": { "nmc83-large": "96 %", "acetylene black": "2 %", "pvdf": "2 %" }, "particleDiameter": "11.3 µm" },
              { "name": "S", "share": "50 %", "solids": { "nmc83-small": "96 %", "acetylene black": "2 %", "pvdf": "2 %" }, "particleDiameter": "4.5 µm" }
            ]
          },
          "negative": "lithium 250 µm",
          "oneC": "210 mA/g",
          "mesh": { "separator": 4, "positive": 8, "radial": 8 },
          "run": [ { "rateTest": ["0.5C", "1C"], "between": ["2.7 V", "4.3 V"] } ],
          "variants": { "reversed": { "positive.layers": "reversed" } }
        }
        """;

    /// <summary>One whose protocol names a file.</summary>
    public static string NamingAFile(string file) =>
        Layered().Replace("""{ "rateTest": ["0.5C", "1C"], "between": ["2.7 V", "4.3 V"] }""", $$"""{ "protocol": [ "Follow {{file}} until 2.7 V" ] }""", StringComparison.Ordinal)
            .Replace("\"oneC\"", "\"between\": [\"2.7 V\", \"4.3 V\"], \"oneC\"", StringComparison.Ordinal);
}
