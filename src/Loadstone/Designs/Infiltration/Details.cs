using System.Text.Json.Nodes;
using Loadstone.Laboratory;
using Loadstone.Quantities;

namespace Loadstone.Designs.Infiltration;

/// <summary>Numbers with their SI units as results.json holds them; what is not finite is null.</summary>
internal static class Details
{
    public static JsonObject Number(double value, string unit) => new() { ["value"] = Finite(value), ["unit"] = unit };

    public static JsonObject Numbers(IEnumerable<double> values, string unit) => new() { ["values"] = new JsonArray([.. values.Select(value => (JsonNode?)Finite(value))]), ["unit"] = unit };

    public static JsonObject Estimate(Estimate estimate, QuantityKind kind) => LaboratoryFiles.ToJson(new NamedEstimate("", estimate, kind));

    private static JsonValue? Finite(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
