using Loadstone.Numerics;

namespace Loadstone.Drying;

/// <summary>Something to know about a drying step that ran to its end.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Message">A sentence with the numbers.</param>
public sealed record DryingWarning(string Name, string Message);

/// <summary>How a film dried: rows over time, and a curve through them. Immutable.</summary>
public sealed class DryingCurve
{
    private readonly double[] _times, _solvent, _temperatures, _rates;

    internal DryingCurve(WetFilm film, DryingRows rows, double? dryingTime, double? endOfShrinkage, IReadOnlyList<DryingWarning> warnings)
    {
        Film = film;
        DryingTime = dryingTime;
        EndOfShrinkage = endOfShrinkage;
        Warnings = warnings;
        HeatTaken = rows.Heat;
        (_times, _solvent, _temperatures, _rates) = ([.. rows.Times], [.. rows.Solvent], [.. rows.Temperatures], [.. rows.Rates]);
    }

    /// <summary>The film.</summary>
    public WetFilm Film { get; }

    /// <summary>When the film was dry [s]; null if the programme ended before.</summary>
    public double? DryingTime { get; }

    /// <summary>When the particles touched and the film stopped shrinking [s]; null if the programme ended before.</summary>
    public double? EndOfShrinkage { get; }

    /// <summary>What to know about it.</summary>
    public IReadOnlyList<DryingWarning> Warnings { get; }

    /// <summary>Times [s], increasing from 0, length n.</summary>
    public IReadOnlyList<double> Times => _times;

    /// <summary>Solvent in the film [kg/m²], length n.</summary>
    public IReadOnlyList<double> SolventMasses => _solvent;

    /// <summary>Temperature of the film [K], length n.</summary>
    public IReadOnlyList<double> Temperatures => _temperatures;

    /// <summary>Evaporation rate [kg/(m² s)], length n.</summary>
    public IReadOnlyList<double> Rates => _rates;

    /// <summary>Share of the solvent left at the end.</summary>
    public double ResidualShare => _solvent[^1] / Film.SolventMass;

    /// <summary>Heat that air gave to film and foil [J/m²].</summary>
    public double HeatTaken { get; }

    /// <summary>The part of it that evaporated solvent [J/m²].</summary>
    public double LatentHeat => (Film.SolventMass - _solvent[^1]) * Film.Solvent.HeatOfVaporisation.Value;

    /// <summary>The part of it that warmed film and foil [J/m²].</summary>
    public double SensibleHeat => HeatTaken - LatentHeat;

    /// <summary>Solvent [kg/m²] at a time up to the last row [s].</summary>
    public double SolventMassAt(double time) => SolventAt(time).Value;

    /// <summary>Temperature [K] at a time up to the last row [s], linear between rows.</summary>
    public double TemperatureAt(double time)
    {
        int i = Row(time);
        double share = (time - _times[i]) / (_times[i + 1] - _times[i]);
        return _temperatures[i] + share * (_temperatures[i + 1] - _temperatures[i]);
    }

    /// <summary>Solvent and its slope from the cubic through the rows' values and rates, so that the one is the other's integral.</summary>
    internal (double Value, double Slope) SolventAt(double time)
    {
        int i = Row(time);
        double step = _times[i + 1] - _times[i];
        return CubicHermite.At((time - _times[i]) / step, step, _solvent[i], -_rates[i], _solvent[i + 1], -_rates[i + 1]);
    }

    private int Row(double time)
    {
        int i = Array.BinarySearch(_times, Require.Within(time, 0, _times[^1], "s", nameof(time)));
        return Math.Clamp(i >= 0 ? i : ~i - 1, 0, _times.Length - 2);
    }
}

/// <summary>The rows of a curve while it grows.</summary>
internal sealed class DryingRows
{
    public List<double> Times { get; } = [];
    public List<double> Solvent { get; } = [];
    public List<double> Temperatures { get; } = [];
    public List<double> Rates { get; } = [];
    public double Heat { get; private set; }
    public int Count => Times.Count;

    public void Add(double time, ReadOnlySpan<double> y, double rate)
    {
        Times.Add(time);
        Solvent.Add(y[DryingSystem.Solvent]);
        Temperatures.Add(y[DryingSystem.Temperature]);
        Rates.Add(rate);
        Heat = y[DryingSystem.Heat];
    }
}
