using Loadstone.Formats.Json;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.SampleBooks;

/// <summary>Binding energy of two components from total energies, E_b = E_AB − E_A − E_B; negative where they bind.</summary>
internal static class BindingEnergy
{
    private const double Hartree = 4.3597447222060e-18; // J, CODATA 2022

    private static readonly string[] HartreeSymbols = ["hartree", "Ha", "E_h", "Eh"];

    /// <summary>Reads the three energies of a complex and its parts.</summary>
    /// <exception cref="InputException">A field is missing, no energy, or they are not of one kind.</exception>
    public static NamedEstimate Read(PlacedObject entry)
    {
        string name = WrittenQuantity.Text(Member("pair"));
        (Estimate whole, QuantityKind kind) = Energy(Member("complex"));
        PlacedValue parts = Member("parts");
        if (parts is not PlacedArray { Items: [var first, var second] }) throw parts.Error($"Expected a list of two energies, not {parts.Sort}.");
        (Estimate a, QuantityKind kindA) = Energy(first);
        (Estimate b, QuantityKind kindB) = Energy(second);
        if (kindA != kind || kindB != kind) throw parts.Error("The energies of the complex and of its parts must be of one kind, per molecule or per mole.");
        double error = Math.Sqrt(whole.StandardError * whole.StandardError + a.StandardError * a.StandardError + b.StandardError * b.StandardError);
        return new NamedEstimate($"binding energy, {name}", new Estimate(whole.Value - a.Value - b.Value, error), kind, kind == QuantityKinds.Energy ? "eV" : "kJ/mol");

        PlacedValue Member(string field) => entry.Find(field) ?? throw entry.Error($"\"{field}\" is missing; expected pair, complex and parts.");
    }

    // Programs print hartree, which no instrument does.
    private static (Estimate, QuantityKind) Energy(PlacedValue value)
    {
        string text = WrittenQuantity.Text(value);
        foreach (string symbol in HartreeSymbols)
        {
            if (!text.EndsWith(symbol, StringComparison.Ordinal)) continue;
            if (!QuantityKinds.Ratio.TryParse(text[..^symbol.Length].Trim(), out double number, out string? problem)) throw value.Error(problem);
            return (Estimate.Exact(number * Hartree), QuantityKinds.Energy);
        }
        NamedEstimate found = WrittenQuantity.Read("", value, QuantityKinds.Energy, QuantityKinds.MolarEnergy);
        return (found.Estimate, found.Kind);
    }
}
