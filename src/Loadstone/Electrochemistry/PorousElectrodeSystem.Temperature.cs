using Loadstone.Cells;
using Loadstone.Electrodes;
using Loadstone.Numerics;

namespace Loadstone.Electrochemistry;

// Temperature: Arrhenius factors on every rate, the entropic shift of the open-circuit potentials, and the heat balance.
internal sealed partial class PorousElectrodeSystem
{
    // Difference of temperature for the column of the Jacobian [K].
    private const double TemperatureStep = 1e-3;

    private readonly LumpedThermal? _thermal;
    private readonly double _area;
    private readonly double[] _exchangeCurrent, _entropy, _entropySlope, _diffusivityFactor;
    private double _f, _temperature, _conductivityFactor, _saltDiffusivityFactor, _lithiumFactor;
    private double[] _temperatureColumn = [], _temperatureScratch = [];

    /// <summary>Temperature T [K] at which the laws are taken. A residual takes it from its state.</summary>
    public double Temperature
    {
        get => _temperature;
        set
        {
            _temperature = value;
            _f = PhysicalConstants.Gas * value / PhysicalConstants.Faraday;
            _conductivityFactor = Arrhenius.Factor(_electrolyte.ConductivityActivationEnergy, value, _electrolyte.ReferenceTemperature);
            _saltDiffusivityFactor = Arrhenius.Factor(_electrolyte.DiffusivityActivationEnergy, value, _electrolyte.ReferenceTemperature);
            _lithiumFactor = _lithium is null ? 1 : Arrhenius.Factor(_lithium.ExchangeActivationEnergy, value, _lithium.ReferenceTemperature);
            for (int m = 0; m < _grid.Materials.Length; m++)
            {
                IntercalationMaterial material = _grid.Materials[m];
                _diffusivityFactor[m] = Arrhenius.Factor(material.DiffusivityActivationEnergy, value, material.ReferenceTemperature);
                double exchange = Arrhenius.Factor(material.ExchangeActivationEnergy, value, material.ReferenceTemperature);
                for (int k = _grid.MaterialStart[m]; k < _grid.MaterialStart[m + 1]; k++) _exchangeCurrent[k] = _grid.ExchangeCurrent[k] * exchange;
            }
            if (_constantDiffusivity) EvaluateSolidDiffusivity(_solidDiffusivity);
        }
    }

    /// <summary>Heat capacity per area of electrode [J/(K m²)]; 1 where the temperature is given.</summary>
    public double HeatCapacityPerArea => _thermal is null ? 1 : _thermal.HeatCapacity / _area;

    // U(θ, T) = U(θ) + (T − T_ref) dU/dT(θ).
    private void AddEntropy(int material, int start, int count)
    {
        if (_grid.Materials[material].EntropicCoefficient is not { } coefficient) return;
        Span<double> entropy = _entropy.AsSpan(start, count), slope = _entropySlope.AsSpan(start, count);
        coefficient.Evaluate(_surface.AsSpan(start, count), entropy, slope);
        double difference = _temperature - _grid.Materials[material].ReferenceTemperature;
        VectorMath.AddScaled(_ocp.AsSpan(start, count), difference, entropy);
        VectorMath.AddScaled(_ocpSlope.AsSpan(start, count), difference, slope);
    }

    private double TemperatureResidual(ReadOnlySpan<double> y, ReadOnlySpan<double> slope, double voltage)
    {
        if (_thermal is null) return slope[_layout.Temperature];
        double gained = HeatPerArea(y, slope, voltage) - _thermal.HeatTransfer / _area * (_temperature - _thermal.AmbientTemperature);
        return _thermal.HeatCapacity / _area * slope[_layout.Temperature] - gained;
    }

    // Heat set free per area, −iV − Σ h a j U + T Σ h a j dU/dT [W/m²]: what the reactions give and the terminals do not take
    // (Bernardi, Pawlikowski, Newman, J. Electrochem. Soc. 132, 5 (1985)); heat of mixing is left out. What charges double layers is kept.
    private double HeatPerArea(ReadOnlySpan<double> y, ReadOnlySpan<double> slope, double voltage)
    {
        double heat = -y[_layout.Current] * voltage - DoubleLayerPower(y, slope);
        for (int k = 0; k < _grid.ParticleCount; k++)
        {
            double rate = _grid.Width[_grid.ParticleCell[k]] * _grid.SurfacePerVolume[k] * y[_layout.Reaction + k];
            heat += rate * (_temperature * _entropy[k] - _ocp[k]);
        }
        return heat;
    }

    // ∂F/∂T by a difference: every law depends on temperature, and it is needed once per time step.
    private void DifferenceTemperatureColumn()
    {
        if (_temperatureColumn.Length == 0) (_temperatureColumn, _temperatureScratch) = (new double[Size], new double[Size]);
        double[] point = _point, slope = _pointSlope, column = _temperatureColumn, scratch = _temperatureScratch;
        double temperature = point[_layout.Temperature];
        point[_layout.Temperature] = temperature + TemperatureStep;
        Residual(_time, point, slope, column);
        point[_layout.Temperature] = temperature;
        Residual(_time, point, slope, scratch);
        for (int i = 0; i < column.Length; i++) column[i] = (column[i] - scratch[i]) / TemperatureStep;
    }

    // The heat that a change of the other unknowns sets free within a step is small against the heat capacity: the row is
    // solved for T alone, and its column is moved to the right-hand side. What that leaves out the next iteration finds.
    private double EliminateTemperature(Span<double> b)
    {
        if (Frozen) return 0;
        if (_thermal is null) return b[_layout.Temperature] / _leading;
        double pivot = _temperatureColumn[_layout.Temperature] + _leading * _thermal.HeatCapacity / _area;
        double change = b[_layout.Temperature] / pivot;
        VectorMath.AddScaled(b, -change, _temperatureColumn);
        return change;
    }
}
