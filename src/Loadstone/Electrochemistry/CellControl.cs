using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Electrochemistry;

/// <summary>The equation that a control puts on current density i and voltage V: residual, and its derivatives by i and V.</summary>
internal sealed class CellControl
{
    private readonly Control _control;
    private readonly double _area;
    private readonly double _oneC;

    /// <summary>A control for a cell.</summary>
    /// <param name="control">What is held.</param>
    /// <param name="area">Area of the cell [m²].</param>
    /// <param name="oneC">Current at 1C [A].</param>
    public CellControl(Control control, double area, double oneC)
    {
        _control = control;
        _area = area;
        _oneC = oneC;
    }

    /// <summary>Start of the step [s]; tables count from here.</summary>
    public double StartTime { get; set; }

    /// <summary>The same control on a cell of another area [m²], with the same current at 1C.</summary>
    public CellControl OnArea(double area) => new(_control, area, _oneC) { StartTime = StartTime };

    /// <summary>True when the current is known beforehand.</summary>
    public bool GivesCurrent => _control is Control.Rest or Control.Current or Control.CRate or Control.CurrentTable;

    /// <summary>Part of the given current that flows; below 1 only while a start is approached in steps.</summary>
    public double CurrentShare { get; set; } = 1;

    /// <summary>The given current density at a time [A/m²]; only when <see cref="GivesCurrent"/>.</summary>
    public double CurrentAt(double time) => CurrentShare * (_control switch
    {
        Control.Rest => 0,
        Control.Current c => c.Amperes / _area,
        Control.CRate c => c.Rate * _oneC / _area,
        Control.CurrentTable table => Interpolate(table, time - StartTime) / _area,
        _ => throw new InvalidOperationException($"{_control.GetType().Name} does not give the current."),
    });

    /// <summary>Residual and derivatives.</summary>
    public (double Residual, double ByCurrent, double ByVoltage) Equation(double time, double current, double voltage) => _control switch
    {
        Control.Voltage v => (voltage - v.Volts, 0, 1),
        Control.Power p => (current * voltage - p.Watts / _area, voltage, current),
        Control.Resistance r => (voltage - current * _area * r.Ohms, -_area * r.Ohms, 1),
        _ => (current - CurrentAt(time), 1, 0),
    };

    private static double Interpolate(Control.CurrentTable table, double time)
    {
        IReadOnlyList<double> t = table.Times, i = table.Amperes;
        int low = 0, high = t.Count - 1;
        if (time <= t[0]) return i[0];
        if (time >= t[high]) return i[high];
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (t[middle] <= time) low = middle;
            else high = middle;
        }
        double s = (time - t[low]) / (t[high] - t[low]);
        return i[low] + s * (i[high] - i[low]);
    }
}
