using System.Text;
using Loadstone.Designs;

namespace Loadstone.Tests.Designs;

/// <summary>Small documents for the tests, and the error that a broken one gives.</summary>
internal static class Documents
{
    /// <summary>Two layers against lithium, with a rate test.</summary>
    public const string TwoLayers = """
        {
          "name": "Two layers",
          "positive": {
            "loading": "22 mg/cm²",
            "porosity": "25 %",
            "layers": [
              { "name": "L", "share": "50 %", "solids": { "nmc83": "96 %", "acetylene black": "2 %", "pvdf": "2 %" }, "particleDiameter": "11.3 µm" },
              { "name": "S", "share": "50 %", "solids": { "nmc83": "96 %", "acetylene black": "2 %", "pvdf": "2 %" }, "particleDiameter": "4.5 µm" }
            ]
          },
          "negative": "lithium 250 µm",
          "oneC": "210 mA/g",
          "run": [ { "rateTest": ["0.1C", "1C"], "between": ["2.7 V", "4.3 V"] } ]
        }
        """;

    public static DesignDocument Parse(string json, params string[] overrides) =>
        DesignDocument.Parse(Encoding.UTF8.GetBytes(json), "design.json", [.. overrides.Select(DesignOverride.Parse)]);

    public static InputException Error(string json, params string[] overrides) =>
        Should.Throw<InputException>(() => Parse(json, overrides));

    /// <summary>The error of <see cref="TwoLayers"/> with one piece of text replaced.</summary>
    public static InputException ErrorOf(string old, string replacement)
    {
        TwoLayers.ShouldContain(old);
        return Error(TwoLayers.Replace(old, replacement, StringComparison.Ordinal));
    }

    public static CellDesign.Recipe Recipe(Design design) => design.Cell.ShouldBeOfType<CellDesign.Recipe>();
}
