using Loadstone.Materials;

namespace Loadstone.Reports.MaterialPages;

/// <summary>The page of a published parameter set.</summary>
internal static class ParameterSetPage
{
    /// <summary>Everything that the set says, electrode by electrode.</summary>
    public static MaterialPage Of(ParameterSet set)
    {
        var values = new List<(string, SourcedValue)>
        {
            ("height", set.Height), ("width", set.Width), ("nominal capacity", set.NominalCapacity),
            ("lower cut-off", set.LowerCutOff), ("upper cut-off", set.UpperCutOff), ("temperature", set.Temperature),
        };
        var functions = new List<(string, SourcedFunction)>();
        if (set.Negative is { } negative) Add("negative", negative, values, functions);
        if (set.Lithium is { } lithium)
        {
            values.AddRange([("lithium: thickness", lithium.Thickness), ("lithium: conductivity", lithium.Conductivity), ("lithium: molar volume", lithium.MolarVolume)]);
            functions.Add(("lithium: exchange-current density", lithium.ExchangeCurrentDensity));
        }
        Add("positive", set.Positive, values, functions);
        values.AddRange(
        [
            ("separator: thickness", set.Separator.Thickness), ("separator: porosity", set.Separator.Porosity),
            ("separator: electrolyte exponent", set.Separator.ElectrolyteExponent), ("electrolyte: concentration", set.Electrolyte.Concentration),
        ]);
        functions.AddRange(
        [
            ("electrolyte: conductivity", set.Electrolyte.Conductivity), ("electrolyte: diffusivity", set.Electrolyte.Diffusivity),
            ("electrolyte: transference number", set.Electrolyte.TransferenceNumber), ("electrolyte: thermodynamic factor", set.Electrolyte.ThermodynamicFactor),
        ]);
        return new MaterialPage
        {
            Name = set.Name,
            Title = set.Title,
            Notes = [$"Source: {set.Source}", .. set.Notes],
            Values = values,
            Functions = functions,
        };
    }

    private static void Add(string side, ElectrodeParameters electrode, List<(string, SourcedValue)> values, List<(string, SourcedFunction)> functions)
    {
        values.AddRange(
        [
            ($"{side}: thickness", electrode.Thickness), ($"{side}: porosity", electrode.Porosity), ($"{side}: active fraction", electrode.ActiveFraction),
            ($"{side}: particle radius", electrode.ParticleRadius), ($"{side}: maximum concentration", electrode.MaximumConcentration),
            ($"{side}: initial concentration", electrode.InitialConcentration), ($"{side}: conductivity", electrode.Conductivity),
            ($"{side}: conductivity exponent", electrode.ConductivityExponent), ($"{side}: electrolyte exponent", electrode.ElectrolyteExponent),
            ($"{side}: exchange-current constant", electrode.ExchangeCurrentConstant),
        ]);
        functions.AddRange([($"{side}: open-circuit potential", electrode.OpenCircuitPotential), ($"{side}: diffusivity", electrode.Diffusivity)]);
    }
}
