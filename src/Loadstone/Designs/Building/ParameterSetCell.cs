using Loadstone.Cells;
using Loadstone.Electrodes;
using Loadstone.Materials;
using Loadstone.Numerics;

namespace Loadstone.Designs.Building;

/// <summary>Cells from published parameter sets.</summary>
public static class ParameterSetCell
{
    // Tables of the functions are this close to the published formulas: 1 nV, and 1e-10 of a transport property.
    private const double PotentialTolerance = 1e-9;
    private const double RelativeTolerance = 1e-10;

    /// <summary>The cell of a named set, such as <c>chen2020</c>.</summary>
    /// <exception cref="InputException">There is no set of that name.</exception>
    public static Cell Load(string name) => From(ParameterSets.Load(name));

    /// <summary>The cell of a parameter set. Functions are tabulated closely enough that the voltage does not change.</summary>
    public static Cell From(ParameterSet set)
    {
        Electrode positive = ElectrodeOf(set.Positive, "positive");
        Electrode? negative = set.Negative is null ? null : ElectrodeOf(set.Negative, "negative");
        return new Cell
        {
            Name = set.Name,
            Negative = negative,
            Lithium = set.Lithium is null ? null : new LithiumElectrode
            {
                Thickness = set.Lithium.Thickness.Value,
                ExchangeCurrentDensity = set.Lithium.ExchangeCurrentDensity.Function,
            },
            Positive = positive,
            Separator = new Separator
            {
                Thickness = set.Separator.Thickness.Value,
                Porosity = set.Separator.Porosity.Value,
                TransportEfficiency = set.Separator.TransportEfficiency,
            },
            Electrolyte = new ElectrolyteProperties
            {
                Name = $"electrolyte of {set.Name}",
                InitialConcentration = set.Electrolyte.Concentration.Value,
                Diffusivity = Tabulated(set.Electrolyte.Diffusivity.Function),
                Conductivity = Tabulated(set.Electrolyte.Conductivity.Function),
                TransferenceNumber = Tabulated(set.Electrolyte.TransferenceNumber.Function),
                ThermodynamicFactor = Tabulated(set.Electrolyte.ThermodynamicFactor.Function),
            },
            Area = set.Area,
            LowerCutOff = set.LowerCutOff.Value,
            UpperCutOff = set.UpperCutOff.Value,
            OneC = set.OneC,
            Temperature = set.Temperature.Value,
            CyclableLithium = set.Negative is null ? null : LithiumIn(set.Negative) + LithiumIn(set.Positive),
        };
    }

    private static double LithiumIn(ElectrodeParameters electrode) =>
        electrode.Thickness.Value * electrode.ActiveFraction.Value * electrode.InitialConcentration.Value;

    private static Electrode ElectrodeOf(ElectrodeParameters electrode, string name)
    {
        var material = new IntercalationMaterial
        {
            Name = name,
            MaximumConcentration = electrode.MaximumConcentration.Value,
            OpenCircuitPotential = SampledFunction.Of(electrode.OpenCircuitPotential.Function, 1e-3, 1 - 1e-3, PotentialTolerance),
            Diffusivity = electrode.Diffusivity.Function,
            ReferenceExchangeCurrentDensity = electrode.ReferenceExchangeCurrentDensity,
        };
        var particles = new ParticleClass { Material = material, Radius = electrode.ParticleRadius.Value, VolumeFraction = electrode.ActiveFraction.Value };
        return new Electrode
        {
            Layers = [new Layer(name, electrode.Thickness.Value, electrode.Porosity.Value, electrode.TransportEfficiency, electrode.EffectiveConductivity, [particles])],
        };
    }

    private static ScalarFunction Tabulated(ScalarFunction function) =>
        function.IsConstant ? function : SampledFunction.Of(function, 5, 4000, RelativeTolerance * Math.Abs(function.At(1000)));
}
