using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Designs.Runs;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Sensitivity;

namespace Loadstone.Designs.Fitting;

/// <summary>A design document as a function: values of its parameters in, voltages at the measured times out.</summary>
/// <param name="path">File of the document.</param>
/// <param name="overrides">Paths that are set to other values first.</param>
/// <param name="variant">The variant, or null for the document as it stands.</param>
/// <param name="mesh">Resolution, or null for the document's.</param>
/// <param name="stateOfCharge">State of charge at the start.</param>
/// <param name="parameters">What is varied.</param>
internal sealed class DesignModel(string path, IReadOnlyList<DesignOverride> overrides, string? variant, MeshSettings? mesh, double stateOfCharge, IReadOnlyList<FitParameter> parameters)
{
    private const int WrittenDigits = 15;

    // Wide enough that the error control of time stepping, some 10 µV, does not matter in a difference.
    private const double DifferenceStep = 0.01;

    /// <summary>The cell with some values of the parameters, and its mesh.</summary>
    public (Cell Cell, MeshSettings Mesh) Build(IReadOnlyList<double> values)
    {
        var changes = new List<DesignOverride>(overrides);
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].IsField) changes.Add(new DesignOverride(parameters[i].Name, parameters[i].Text(values[i], WrittenDigits)));
        }
        DesignDocument document = DesignDocument.Load(path, changes);
        Design design = variant is null ? document.Base : DesignRunner.Choose(document, [variant])[0];
        Cell cell = DesignBuilder.Build(design).Cell;
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Cell is { } parameter) cell = parameter.Scaled(cell, values[i]);
        }
        return (cell, mesh ?? design.Mesh);
    }

    /// <summary>Voltages at the measured times; infinite after the end of a run that stops early.</summary>
    /// <param name="run">The measurement.</param>
    /// <param name="values">Values of the parameters.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The values make no cell.</exception>
    public (double[] Voltage, SimulationResult Result) Simulate(MeasuredRun run, IReadOnlyList<double> values, CancellationToken cancellation) =>
        Simulate(run, values, 1, cancellation);

    /// <summary>
    /// What the mesh adds to the voltages: those of the mesh less those of one without end, from a mesh twice as fine and the second order of
    /// the scheme (Richardson, Phil. Trans. R. Soc. A 210, 307 (1911)). Null where the finer mesh cannot follow the current.
    /// </summary>
    /// <param name="run">The measurement.</param>
    /// <param name="values">Values of the parameters.</param>
    /// <param name="cancellation">Stops it.</param>
    public double[]? MeshError(MeasuredRun run, IReadOnlyList<double> values, CancellationToken cancellation)
    {
        double[] coarse = Simulate(run, values, 1, cancellation).Voltage, fine = Simulate(run, values, 2, cancellation).Voltage;
        double[] error = [.. coarse.Select((v, i) => (v - fine[i]) * 4 / 3)];
        return error.All(double.IsFinite) ? error : null;
    }

    private (double[] Voltage, SimulationResult Result) Simulate(MeasuredRun run, IReadOnlyList<double> values, int finer, CancellationToken cancellation)
    {
        (Cell cell, MeshSettings grid) = Build(values);
        SimulationResult result = new Simulation(cell, grid.Finer(finer), stateOfCharge: StateOfCharge(values)).Run(run.Protocol, cancellation: cancellation);
        return (run.At(result.Steps, s => result.Steps[s].Series.Voltage), result);
    }

    /// <summary>
    /// Voltages and their derivatives by each parameter: the engine's own sensitivities for parameters of the cell, differences of runs for
    /// fields of the document and the state of charge. Derivatives by parameters that cannot be 0 are by their logarithm.
    /// </summary>
    public (double[] Voltage, double[][] Derivatives) Linearised(MeasuredRun run, IReadOnlyList<double> values, CancellationToken cancellation)
    {
        var rows = new double[parameters.Count][];
        int[] inside = [.. Enumerable.Range(0, parameters.Count).Where(i => parameters[i].Cell is not null)];
        double[] voltage = [];
        var work = new List<Action>();
        if (inside.Length == 0) work.Add(() => voltage = Simulate(run, values, cancellation).Voltage);
        else
        {
            work.Add(() =>
            {
                (Cell cell, MeshSettings grid) = Build(values);
                IReadOnlyList<SensitivityStep> steps = SensitivityAnalysis.Run(cell, run.Protocol, [.. inside.Select(i => parameters[i].Cell!)], grid, stateOfCharge: StateOfCharge(values), cancellation: cancellation);
                StepResult[] results = [.. steps.Select(s => s.Result)];
                voltage = run.At(results, s => results[s].Series.Voltage);
                for (int k = 0; k < inside.Length; k++)
                {
                    int index = k;
                    rows[inside[k]] = run.At(results, s => steps[s].Parameters[index].VoltageCurve);
                }
            });
        }
        for (int i = 0; i < parameters.Count; i++)
        {
            int index = i;
            if (parameters[i].Cell is null) work.Add(() => rows[index] = Difference(run, values, index, cancellation));
        }
        Parallel.Invoke(new ParallelOptions { CancellationToken = cancellation }, [.. work]);
        return (voltage, rows);
    }

    private double[] Difference(MeasuredRun run, IReadOnlyList<double> values, int index, CancellationToken cancellation)
    {
        FitParameter parameter = parameters[index];
        double value = values[index], step = DifferenceStep * (parameter.IsLogarithmic ? value : parameter.High - parameter.Low);
        double above = Math.Min(value + step, parameter.High), below = Math.Max(value - step, parameter.Low);
        double[] high = Simulate(run, Moved(above), cancellation).Voltage, low = Simulate(run, Moved(below), cancellation).Voltage;
        double width = parameter.IsLogarithmic ? Math.Log(above / below) : above - below;
        return [.. high.Select((v, i) => (v - low[i]) / width)];

        double[] Moved(double to)
        {
            double[] moved = [.. values];
            moved[index] = to;
            return moved;
        }
    }

    private double StateOfCharge(IReadOnlyList<double> values)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name == FitParameter.StateOfChargeName) return values[i];
        }
        return stateOfCharge;
    }
}
