using Loadstone.Numerics;

namespace Loadstone.Electrochemistry;

/// <summary>Told of the state at each row of a time series, in their order.</summary>
internal delegate void RowKept(ReadOnlySpan<double> state);

/// <summary>
/// Keeps the rows of a step's time series: within each time step as many as straight lines need to stay within
/// <see cref="LinearError"/> of the voltage, or at a period that a person asked for.
/// </summary>
internal sealed class Recorder(ICellSystem system, double area, double? period, double startTime, RowKept? rowKept)
{
    /// <summary>Voltage error of straight lines between rows at the points that are tried [V].</summary>
    private const double LinearError = 2e-5;

    private const int DeepestSplit = 12;

    private readonly List<double> _time = [], _voltage = [], _current = [], _charge = [], _energy = [], _temperature = [];
    private readonly double[] _state = rowKept is null ? [] : new double[system.Size];
    private int _periods;
    private StepPolynomial _voltageNow;

    /// <summary>Adds a row from a state.</summary>
    public void Add(double time, ReadOnlySpan<double> state)
    {
        AddRow(time, system.Voltage(state), state[system.Terminal.Current], state[system.Terminal.Charge], state[system.Terminal.Energy],
            system.Terminal.Temperature is { } index ? state[index] : null);
        rowKept?.Invoke(state);
    }

    /// <summary>Adds the rows of the integrator's latest step up to a time.</summary>
    public void AddStep(BdfIntegrator integrator, double end)
    {
        double begin = integrator.PreviousTime;
        if (period is { } spacing)
        {
            while (startTime + (_periods + 1) * spacing <= end) AddAt(integrator, startTime + ++_periods * spacing);
            return;
        }
        _voltageNow = VoltageOf(integrator);
        Split(integrator, begin, _voltageNow.At(begin), end, _voltageNow.At(end), 0);
        AddAt(integrator, end);
    }

    /// <summary>Adds the row at the end of the step if it is not there yet.</summary>
    public void AddEnd(double time, ReadOnlySpan<double> state)
    {
        if (_time.Count == 0 || _time[^1] < time) Add(time, state);
    }

    /// <summary>The rows.</summary>
    public TimeSeries Series() => new([.. _time], [.. _voltage], [.. _current], [.. _charge], [.. _energy]) { Temperature = [.. _temperature] };

    // Rows strictly between two times. Two more points than the middle are tried, so that an inflection cannot hide an error.
    private void Split(BdfIntegrator integrator, double a, double va, double b, double vb, int depth)
    {
        if (depth >= DeepestSplit) return;
        double middle = (a + b) / 2, vm = _voltageNow.At(middle);
        bool straight = Math.Abs(vm - (va + vb) / 2) <= LinearError
            && Math.Abs(_voltageNow.At(a + 0.25 * (b - a)) - (0.75 * va + 0.25 * vb)) <= LinearError
            && Math.Abs(_voltageNow.At(a + 0.75 * (b - a)) - (0.25 * va + 0.75 * vb)) <= LinearError;
        if (straight) return;
        Split(integrator, a, va, middle, vm, depth + 1);
        AddAt(integrator, middle);
        Split(integrator, middle, vm, b, vb, depth + 1);
    }

    private StepPolynomial VoltageOf(BdfIntegrator integrator)
    {
        TerminalUnknowns terminal = system.Terminal;
        return integrator.Polynomial(terminal.Potential, -terminal.Resistance, terminal.Current);
    }

    private void AddAt(BdfIntegrator integrator, double time)
    {
        TerminalUnknowns terminal = system.Terminal;
        AddRow(time, VoltageOf(integrator).At(time), integrator.Interpolate(time, terminal.Current),
            integrator.Interpolate(time, terminal.Charge), integrator.Interpolate(time, terminal.Energy),
            terminal.Temperature is { } index ? integrator.Interpolate(time, index) : null);
        if (rowKept is null) return;
        integrator.Interpolate(time, _state);
        rowKept(_state);
    }

    private void AddRow(double time, double voltage, double current, double charge, double energy, double? temperature)
    {
        _time.Add(time);
        _voltage.Add(voltage);
        _current.Add(current * area);
        _charge.Add(charge * area);
        _energy.Add(energy * area);
        if (temperature is { } kelvin) _temperature.Add(kelvin);
    }
}
