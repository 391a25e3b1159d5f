using Loadstone.Numerics;

namespace Loadstone.Drying;

/// <summary>
/// Solvent m [kg/m²], temperature T [K] and heat taken up q [J/m²] of a film in one stage of a programme:
/// m′ = −g, C(m) T′ = h (T_a − T) − g ΔH_v, q′ = h (T_a − T).
/// </summary>
internal sealed class DryingSystem(WetFilm film) : IDaeSystem
{
    public const int Solvent = 0, Temperature = 1, Heat = 2;

    private const double Pressure = 101_325;
    private const double ClosestToBoiling = 0.98; // p_s/p from where the logarithm goes on along its tangent
    private const double RelativeTolerance = 1e-6;

    private readonly double _initial = film.SolventMass;
    private readonly double _molarMass = film.Solvent.MolarMass.Value;
    private readonly double _heatOfVaporisation = film.Solvent.HeatOfVaporisation.Value;
    private readonly double _poreSolvent = film.PoreSolventMass * film.CriticalSaturation;
    private readonly double _poreLength = film.DryThickness / film.DryTransportEfficiency;

    private OvenStage _stage = null!;
    private double _start;
    private double _time;
    private double _m, _temperature;
    private double _a, _b, _c, _d, _heatColumn, _leading;

    public int Size => 3;

    /// <summary>The stage that counts from now on.</summary>
    public void Enter(OvenStage stage, double time) => (_stage, _start) = (stage, time);

    /// <summary>
    /// Evaporation rate g [kg/(m² s)]: k p M/(R T_f) ln((p − p_∞)/(p − p_s)), Stefan's law, with T_f midway between film and air.
    /// 1/k adds the air's resistance, the skin's, and that of the emptied pores above the receding front.
    /// </summary>
    public double Rate(double time, double m, double temperature)
    {
        double air = _stage.TemperatureAt(time - _start), middle = (air + temperature) / 2;
        double resistance = 1 / _stage.MassTransferCoefficient + film.SkinResistance;
        if (m < _poreSolvent)
            resistance += (1 - Math.Max(0, m) / _poreSolvent) * _poreLength / film.Solvent.VapourDiffusivityAt(temperature);
        double share = film.Solvent.SaturationPressureAt(temperature) / Pressure;
        double logarithm = share < ClosestToBoiling
            ? -Math.Log(1 - share)
            : -Math.Log(1 - ClosestToBoiling) + (share - ClosestToBoiling) / (1 - ClosestToBoiling);
        double driving = logarithm + Math.Log(1 - _stage.VapourPressure / Pressure);
        return Pressure * _molarMass / (PhysicalConstants.Gas * middle) * driving / resistance;
    }

    /// <summary>y′ at a point.</summary>
    public void Slopes(double time, ReadOnlySpan<double> y, Span<double> slope)
    {
        double rate = Rate(time, y[Solvent], y[Temperature]);
        double heat = _stage.HeatTransferCoefficient * (_stage.TemperatureAt(time - _start) - y[Temperature]);
        slope[Solvent] = -rate;
        slope[Temperature] = (heat - rate * _heatOfVaporisation) / film.HeatCapacity(y[Solvent]);
        slope[Heat] = heat;
    }

    public void Residual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual)
    {
        Slopes(time, y, residual);
        for (int i = 0; i < Size; i++) residual[i] = slope[i] - residual[i];
        (_time, _m, _temperature) = (time, y[Solvent], y[Temperature]);
    }

    // Differences are enough for two unknowns: they cost two more rates a step and Newton's method still converges in two or three.
    public bool Factor(double leadingCoefficient)
    {
        double dm = 1e-7 * _initial, dT = 1e-4;
        Span<double> at = [_m, _temperature, 0], moved = [_m + dm, _temperature, 0], slope = stackalloc double[3], other = stackalloc double[3];
        Slopes(_time, at, slope);
        Slopes(_time, moved, other);
        _a = leadingCoefficient - (other[Solvent] - slope[Solvent]) / dm;
        _c = -(other[Temperature] - slope[Temperature]) / dm;
        moved[Solvent] = _m;
        moved[Temperature] = _temperature + dT;
        Slopes(_time, moved, other);
        _b = -(other[Solvent] - slope[Solvent]) / dT;
        _d = leadingCoefficient - (other[Temperature] - slope[Temperature]) / dT;
        _heatColumn = _stage.HeatTransferCoefficient;
        _leading = leadingCoefficient;
        return _a * _d - _b * _c != 0;
    }

    public void Solve(Span<double> rightHandSide)
    {
        double determinant = _a * _d - _b * _c;
        double first = rightHandSide[Solvent], second = rightHandSide[Temperature];
        rightHandSide[Solvent] = (first * _d - _b * second) / determinant;
        rightHandSide[Temperature] = (_a * second - _c * first) / determinant;
        rightHandSide[Heat] = (rightHandSide[Heat] - _heatColumn * rightHandSide[Temperature]) / _leading;
    }

    public double AdmissibleShare(ReadOnlySpan<double> y, ReadOnlySpan<double> update) => 1;

    public void ErrorWeights(ReadOnlySpan<double> y, Span<double> weights)
    {
        weights[Solvent] = 1 / (RelativeTolerance * _initial);
        weights[Temperature] = 1 / (RelativeTolerance * 300);
        weights[Heat] = 1 / (RelativeTolerance * _initial * _heatOfVaporisation);
    }

    public double Norm(ReadOnlySpan<double> error, ReadOnlySpan<double> weights)
    {
        double largest = 0;
        for (int i = 0; i < Size; i++)
        {
            double scaled = Math.Abs(error[i] * weights[i]);
            if (!(scaled <= largest)) largest = scaled;
        }
        return largest;
    }
}
