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
    private const double EntropicTolerance = 1e-10; // V/K: 5 nV at 50 K from the reference
    private const double End = 1e-3; // potentials turn steep nearer to the ends of the lithium axis; the formula answers there

    /// <summary>The cell of a named set, such as <c>chen2020</c>.</summary>
    /// <exception cref="InputException">There is no set of that name.</exception>
    public static Cell Load(string name) => From(ParameterSets.Load(name));

    /// <summary>The cell of a parameter set. Functions are tabulated closely enough that the voltage does not change.</summary>
    public static Cell From(ParameterSet set)
    {
        double temperature = set.Temperature.Value;
        Electrode positive = ElectrodeOf(set.Positive, "positive", temperature);
        Electrode? negative = set.Negative is null ? null : ElectrodeOf(set.Negative, "negative", temperature);
        return new Cell
        {
            Name = set.Name,
            Negative = negative,
            Lithium = set.Lithium is null ? null : new LithiumElectrode
            {
                Thickness = set.Lithium.Thickness.Value,
                ExchangeCurrentDensity = set.Lithium.ExchangeCurrentDensity.Function,
                ReferenceTemperature = temperature,
            },
            Positive = positive,
            Separator = new Separator
            {
                Thickness = set.Separator.Thickness.Value,
                Porosity = set.Separator.Porosity.Value,
                TransportEfficiency = set.Separator.TransportEfficiency,
            },
            Electrolyte = ElectrolyteOf(set, temperature),
            Area = set.Area,
            LowerCutOff = set.LowerCutOff.Value,
            UpperCutOff = set.UpperCutOff.Value,
            OneC = set.OneC,
            Temperature = temperature,
            CyclableLithium = set.Negative is null ? null : LithiumIn(set.Negative) + LithiumIn(set.Positive),
        };
    }

    private static double LithiumIn(ElectrodeParameters electrode) =>
        electrode.Thickness.Value * electrode.ActiveFraction.Value * electrode.InitialConcentration.Value;

    private static ElectrolyteProperties ElectrolyteOf(ParameterSet set, double temperature)
    {
        ElectrolyteParameters electrolyte = set.Electrolyte;
        double concentration = electrolyte.Concentration.Value;
        return new ElectrolyteProperties
        {
            Name = $"electrolyte of {set.Name}",
            InitialConcentration = concentration,
            Diffusivity = Tabulated(electrolyte.Diffusivity.Function),
            Conductivity = Tabulated(electrolyte.Conductivity.Function),
            TransferenceNumber = Tabulated(electrolyte.TransferenceNumber.Function),
            ThermodynamicFactor = Tabulated(electrolyte.ThermodynamicFactor.Function),
            ReferenceTemperature = temperature,
            ConductivityActivationEnergy = electrolyte.ConductivityActivationEnergy?.Value ?? electrolyte.Conductivity.ActivationEnergyNear(concentration, temperature),
            DiffusivityActivationEnergy = electrolyte.DiffusivityActivationEnergy?.Value ?? electrolyte.Diffusivity.ActivationEnergyNear(concentration, temperature),
        };
    }

    private static Electrode ElectrodeOf(ElectrodeParameters electrode, string name, double temperature)
    {
        var material = new IntercalationMaterial
        {
            Name = name,
            MaximumConcentration = electrode.MaximumConcentration.Value,
            OpenCircuitPotential = SampledFunction.Of(electrode.OpenCircuitPotential.Function, End, 1 - End, PotentialTolerance),
            Diffusivity = electrode.Diffusivity.Function,
            ReferenceExchangeCurrentDensity = electrode.ReferenceExchangeCurrentDensity,
            ReferenceTemperature = temperature,
            DiffusivityActivationEnergy = electrode.DiffusivityActivationEnergy?.Value ?? 0,
            ExchangeActivationEnergy = electrode.ExchangeActivationEnergy?.Value ?? 0,
            EntropicCoefficient = electrode.EntropicCoefficient is { } entropy ? SampledFunction.Of(entropy.Function, End, 1 - End, EntropicTolerance) : null,
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
