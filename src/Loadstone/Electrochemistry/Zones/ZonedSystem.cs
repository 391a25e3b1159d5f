using Loadstone.Cells;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Electrochemistry.Zones;

/// <summary>
/// Zones side by side as one differential-algebraic system: the porous-electrode model of each zone, held at the voltage V that
/// all share, and V and the current density I of the whole cell from Σ a_z i_z = I and what the cycler holds. A Newton step
/// solves each zone twice with its own factored matrix, for its residual and for its answer to V; what is left is two by two.
/// </summary>
internal sealed class ZonedSystem : ICellSystem
{
    private const double MostVoltageChange = 0.5; // V in one Newton iteration, as in the zones

    private readonly PorousElectrodeSystem[] _zones;
    private readonly string[] _names;
    private readonly double[] _shares;
    private readonly int[] _starts;
    private readonly double[][] _byVoltage; // each zone's answer to V
    private double _time, _voltage, _current, _leading, _controlByCurrent, _controlByVoltage, _currentByVoltage;

    /// <summary>The model of a cell of zones.</summary>
    public ZonedSystem(ZonedCell cell, MeshSettings mesh, Tolerances tolerances)
    {
        _zones = [.. cell.Zones.Select(zone => new PorousElectrodeSystem(zone.Cell, mesh, tolerances))];
        _names = [.. cell.Zones.Select(zone => zone.Name)];
        _shares = [.. cell.Zones.Select(zone => zone.AreaShare)];
        _starts = new int[_zones.Length];
        _byVoltage = new double[_zones.Length][];
        int size = 0;
        for (int z = 0; z < _zones.Length; z++)
        {
            _starts[z] = size;
            _byVoltage[z] = new double[_zones[z].Size];
            size += _zones[z].Size;
            // The row of a zone's control is its voltage; Residual takes V off it.
            _zones[z].Control = new CellControl(new Control.Voltage(0), cell.Area, cell.Terminals.OneC);
        }
        Terminal = new TerminalUnknowns(size, size + 1, size + 2, size + 3, 0);
        Size = size + 4;
        Control = new CellControl(new Control.Rest(), cell.Area, cell.Terminals.OneC);
    }

    /// <summary>The zones' own models.</summary>
    public IReadOnlyList<PorousElectrodeSystem> Zones => _zones;

    /// <summary>Parts of the area.</summary>
    public IReadOnlyList<double> Shares => _shares;

    public int Size { get; }

    public TerminalUnknowns Terminal { get; }

    public CellControl Control { get; set; }

    public bool Frozen
    {
        get => _zones[0].Frozen;
        set
        {
            foreach (PorousElectrodeSystem zone in _zones) zone.Frozen = value;
        }
    }

    /// <summary>The unknowns of one zone.</summary>
    public Span<double> Of(int zone, Span<double> y) => y.Slice(_starts[zone], _zones[zone].Size);

    /// <summary>The unknowns of one zone.</summary>
    public ReadOnlySpan<double> Of(int zone, ReadOnlySpan<double> y) => y.Slice(_starts[zone], _zones[zone].Size);

    public double Voltage(ReadOnlySpan<double> y) => y[Terminal.Potential];

    public (StepEnd End, string Text) Diagnose(ReadOnlySpan<double> y)
    {
        (StepEnd End, string Text) last = default;
        for (int z = 0; z < _zones.Length; z++)
        {
            last = _zones[z].Diagnose(Of(z, y));
            if (last.End != StepEnd.SolverStopped) return (last.End, $"in zone {_names[z]} {last.Text}");
        }
        return last;
    }

    /// <summary>Profiles through the first zone; <see cref="ZoneStep"/> holds those of all.</summary>
    public Profiles ProfilesOf(ReadOnlySpan<double> y, double time) => _zones[0].ProfilesOf(Of(0, y), time);

    public void Residual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual)
    {
        TerminalUnknowns t = Terminal;
        (_time, _voltage, _current) = (time, y[t.Potential], y[t.Current]);
        double sum = 0;
        for (int z = 0; z < _zones.Length; z++)
        {
            int current = _zones[z].Layout.Current;
            ReadOnlySpan<double> own = Of(z, y);
            Span<double> r = Of(z, residual);
            _zones[z].Residual(time, own, Of(z, slope), r);
            r[current] -= _voltage;
            sum += _shares[z] * own[current];
        }
        residual[t.Potential] = sum - _current;
        residual[t.Current] = Control.Equation(time, _current, _voltage).Residual;
        residual[t.Charge] = Frozen ? 0 : slope[t.Charge] - _current;
        residual[t.Energy] = Frozen ? 0 : slope[t.Energy] - _current * _voltage;
    }

    public bool Factor(double leadingCoefficient)
    {
        _leading = leadingCoefficient;
        _currentByVoltage = 0;
        for (int z = 0; z < _zones.Length; z++)
        {
            if (!_zones[z].Factor(leadingCoefficient)) return false;
            double[] answer = _byVoltage[z];
            Array.Clear(answer);
            answer[_zones[z].Layout.Current] = 1;
            _zones[z].Solve(answer);
            _currentByVoltage += _shares[z] * answer[_zones[z].Layout.Current];
        }
        (_, _controlByCurrent, _controlByVoltage) = Control.Equation(_time, _current, _voltage);
        return _controlByCurrent * _currentByVoltage + _controlByVoltage != 0;
    }

    public void Solve(Span<double> rightHandSide)
    {
        Span<double> b = rightHandSide;
        TerminalUnknowns t = Terminal;
        double sum = 0;
        for (int z = 0; z < _zones.Length; z++)
        {
            Span<double> own = Of(z, b);
            _zones[z].Solve(own);
            sum += _shares[z] * own[_zones[z].Layout.Current];
        }
        // δI = Σ a_z δi_z − r with δi_z = x_z + w_z δV, and the cycler's equation for both.
        double rest = sum - b[t.Potential];
        double voltage = (b[t.Current] - _controlByCurrent * rest) / (_controlByCurrent * _currentByVoltage + _controlByVoltage);
        double current = rest + _currentByVoltage * voltage;
        for (int z = 0; z < _zones.Length; z++) Numerics.VectorMath.AddScaled(Of(z, b), voltage, _byVoltage[z]);
        b[t.Potential] = voltage;
        b[t.Current] = current;
        b[t.Charge] = Frozen ? 0 : (b[t.Charge] + current) / _leading;
        b[t.Energy] = Frozen ? 0 : (b[t.Energy] + current * _voltage + _current * voltage) / _leading;
    }

    public double AdmissibleShare(ReadOnlySpan<double> y, ReadOnlySpan<double> update)
    {
        double change = Math.Abs(update[Terminal.Potential]);
        double share = change > MostVoltageChange ? MostVoltageChange / change : 1;
        for (int z = 0; z < _zones.Length; z++) share = Math.Min(share, _zones[z].AdmissibleShare(Of(z, y), Of(z, update)));
        return share;
    }

    /// <summary>V and I follow from the zones without error of their own and do not count.</summary>
    public void ErrorWeights(ReadOnlySpan<double> y, Span<double> weights)
    {
        for (int z = 0; z < _zones.Length; z++) _zones[z].ErrorWeights(Of(z, y), Of(z, weights));
        weights[Terminal.Potential..].Clear();
    }

    public double Norm(ReadOnlySpan<double> error, ReadOnlySpan<double> weights)
    {
        double largest = 0;
        for (int z = 0; z < _zones.Length; z++) largest = Math.Max(largest, _zones[z].Norm(Of(z, error), Of(z, weights)));
        return largest;
    }
}
