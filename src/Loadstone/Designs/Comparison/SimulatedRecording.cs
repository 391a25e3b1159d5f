using System.Numerics;
using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Designs.Fitting;
using Loadstone.Designs.Runs;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Analysis;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Designs.Comparison;

/// <summary>What an instrument would have recorded of a design in the place of the measured cell, for any analysis to work on.</summary>
public static class SimulatedRecording
{
    private const double HalfFull = 0.5;

    /// <summary>The test, repeated on a design as <see cref="RepeatedTest"/> says.</summary>
    /// <param name="path">File of the design document.</param>
    /// <param name="measured">The test.</param>
    /// <param name="options">Which cell and how finely.</param>
    /// <param name="stateOfCharge">
    /// State of charge at the start, at rest; null for that of the first voltage where the test begins with a rest, full where it begins with a
    /// discharge, empty where it begins with a charge.
    /// </param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The document or the recording cannot be used.</exception>
    public static Recording OfTest(string path, Recording measured, FitOptions options, double? stateOfCharge, CancellationToken cancellation = default)
    {
        (Design design, Cell cell, MeshSettings mesh) = Build(path, options);
        TestTrace trace = TestTrace.Of(measured);
        double start = stateOfCharge ?? Begin(trace, cell);
        var test = new RepeatedTest(trace, cell);
        SimulationResult result = new Simulation(cell, mesh, stateOfCharge: start).Run(test.Protocol, cancellation: cancellation);
        List<string> notes = [FormattableString.Invariant($"The simulation of {design.Name} starts at rest at {start * 100:g4} % state of charge{(stateOfCharge is null ? ", as the first rows tell" : "")}, and does what the cycler did: cut-offs, pulses and rests as measured.")];
        if (!result.IsComplete) notes.Add($"The simulation stopped early, in step {result.Steps.Count} of {test.Protocol.Steps.Count}, {result.Steps[^1].Step.Text}: {result.Steps[^1].EndText}.");
        return test.Record(design.Name, result.Steps, notes);
    }

    /// <summary>The spectrum of a design at the measured frequencies.</summary>
    /// <param name="path">File of the design document.</param>
    /// <param name="measured">The spectrum.</param>
    /// <param name="options">Which cell and how finely.</param>
    /// <param name="stateOfCharge">State of charge, at rest; null for half full.</param>
    /// <exception cref="InputException">The document or the recording cannot be used.</exception>
    public static Recording OfSpectrum(string path, Recording measured, FitOptions options, double? stateOfCharge)
    {
        (Design design, Cell cell, MeshSettings mesh) = Build(path, options);
        double at = stateOfCharge ?? HalfFull;
        ImpedanceSpectrum found = Impedance.Of(cell, at, SpectrumReading.Of(measured).Spectrum.Frequency, mesh: mesh);
        Complex[] z = [.. found.Impedance];
        return new Recording(design.Name,
            [(RecordColumns.Frequency, [.. found.Frequency]), (RecordColumns.RealImpedance, [.. z.Select(v => v.Real)]), (RecordColumns.ImaginaryImpedance, [.. z.Select(v => v.Imaginary)])],
            [FormattableString.Invariant($"The spectrum of {design.Name} is that at rest at {at * 100:g4} % state of charge.")]);
    }

    private static (Design Design, Cell Cell, MeshSettings Mesh) Build(string path, FitOptions options)
    {
        DesignDocument document = DesignDocument.Load(path, options.Overrides);
        Design design = options.Variant is null ? document.Base : DesignRunner.Choose(document, [options.Variant])[0];
        return (design, DesignBuilder.Build(design).Cell, options.Mesh ?? design.Mesh);
    }

    private static double Begin(TestTrace trace, Cell cell)
    {
        double rest = SegmentFinder.RestShare * trace.Current.Max(Math.Abs);
        if (trace.Current[0] > rest) return 1;
        if (trace.Current[0] < -rest) return 0;
        return Math.Clamp(CellBalance.StateOfChargeAt(cell, Math.Clamp(trace.Voltage[0], cell.LowerCutOff, cell.UpperCutOff)), 0, 1);
    }
}
