using Loadstone.Cells;

namespace Loadstone.Electrochemistry.Sensitivity;

/// <summary>Keeps what a run with sensitivities gives, and moves the sensitivities on from the end of one step to the start of the next.</summary>
internal sealed class SensitivityRecord(Cell cell, PorousElectrodeSystem model, SensitivitySystem system, ConsistentStart starts, string[] names)
{
    private readonly List<SensitivityStep> _steps = [];
    private readonly List<double>[] _voltage = [.. names.Select(_ => new List<double>())];
    private readonly List<double>[] _current = [.. names.Select(_ => new List<double>())];
    private readonly double[] _start = new double[system.Size];
    private readonly double[] _end = new double[system.Part];
    private readonly double[] _slope = new double[system.Part];

    /// <summary>The steps that have ended.</summary>
    public IReadOnlyList<SensitivityStep> Steps => _steps;

    /// <summary>Tells the state from which the next step starts.</summary>
    public void Begin(ReadOnlySpan<double> state)
    {
        state.CopyTo(_start);
        foreach (List<double> list in (List<double>[])[.. _voltage, .. _current]) list.Clear();
    }

    /// <summary>Keeps the sensitivities at a row of the time series.</summary>
    public void AddRow(ReadOnlySpan<double> state)
    {
        for (int p = 0; p < names.Length; p++)
        {
            _voltage[p].Add(system.VoltageSensitivity(state, p));
            _current[p].Add(system.CurrentSensitivity(state, p));
        }
    }

    /// <summary>Keeps a step. From sensitivities at a given time the state's become those at the step's end, whenever that is.</summary>
    public void EndStep(StepResult result, double[] state)
    {
        if (!result.EndedAsAsked && result.End != StepEnd.MetAtStart)
            throw new InputException($"the step \"{result.Step.Text}\" did not end by its own condition: {result.EndText}; expected a step that the cell can do.");
        int n = system.Part;
        // The state between two time steps satisfies the algebraic equations only as well as the polynomial does.
        state.AsSpan(0, n).CopyTo(_end);
        bool moves = result.End is not (StepEnd.Duration or StepEnd.MetAtStart) && starts.Solve(result.EndTime, _end);
        if (moves) starts.Slopes(result.EndTime, _end, _slope);

        TerminalUnknowns terminal = model.Terminal;
        double power = state[terminal.Current] * model.Voltage(state.AsSpan(0, n));
        var list = new List<StepSensitivity>();
        for (int p = 0; p < names.Length; p++)
        {
            double end = moves ? EndTime(result, state, p) : 0, area = system.Parameters[p].AreaSensitivity;
            Span<double> s = state.AsSpan((p + 1) * n, n);
            ReadOnlySpan<double> s0 = _start.AsSpan((p + 1) * n, n);
            double charge = (s[terminal.Charge] - s0[terminal.Charge] + state[terminal.Current] * end) * cell.Area + result.Charge * area;
            double energy = (s[terminal.Energy] - s0[terminal.Energy] + power * end) * cell.Area + result.Energy * area;
            list.Add(new StepSensitivity(names[p], end, _voltage[p][^1], charge, result.Charge == 0 ? 0 : charge / result.Charge, energy)
            {
                VoltageCurve = [.. _voltage[p]],
                CurrentCurve = [.. _current[p]],
            });
            if (!moves) continue;
            for (int i = 0; i < n; i++) s[i] += end * _slope[i];
        }
        _steps.Add(new SensitivityStep(result, list));
        Begin(state);
    }

    // p ∂t/∂p = −(p ∂g/∂p)/g′ of the condition g = 0 that ended the step.
    private double EndTime(StepResult result, double[] state, int parameter)
    {
        TerminalUnknowns terminal = model.Terminal;
        int n = system.Part;
        ReadOnlySpan<double> s = state.AsSpan((parameter + 1) * n, n);
        double area = system.Parameters[parameter].AreaSensitivity, current = state[terminal.Current];
        switch (result.End)
        {
            case StepEnd.Voltage:
                return -system.VoltageSensitivity(state, parameter) / (_slope[terminal.Potential] - _slope[terminal.Current] * terminal.Resistance);
            case StepEnd.Current:
                return -(s[terminal.Current] + current * area) / _slope[terminal.Current];
            case StepEnd.Charge:
                double passed = state[terminal.Charge] - _start[terminal.Charge];
                return -(s[terminal.Charge] - _start[(parameter + 1) * n + terminal.Charge] + passed * area) / current;
            case StepEnd.SaltConcentration:
                int least = 0;
                for (int i = 1; i < system.SaltCells; i++)
                {
                    if (state[i] < state[least]) least = i;
                }
                return -s[least] / _slope[least];
            default:
                throw new InvalidOperationException($"The end {result.End} does not move.");
        }
    }
}
