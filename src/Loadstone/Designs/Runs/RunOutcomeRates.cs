using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Quantities;

namespace Loadstone.Designs.Runs;

/// <summary>Gathers the discharges of rate tests from simulated protocols.</summary>
internal static class RunOutcomeRates
{
    // Rates come from text: 1C and 1.0C are the same, and so is C/3 and 0.3333333333C for whoever measured it.
    private const double SameRate = 1e-6;

    /// <summary>One entry per discharge of a rate test.</summary>
    public static IReadOnlyList<RateOutcome> Of(BuiltDesign built, IReadOnlyList<ProtocolOutcome> protocols) =>
        [.. protocols.SelectMany(protocol => Of(built, protocol))];

    private static IEnumerable<RateOutcome> Of(BuiltDesign built, ProtocolOutcome run)
    {
        var discharges = new List<(double Rate, StepResult? Step)>();
        int simulated = 0;
        foreach (ProtocolStep step in run.Protocol.Steps)
        {
            // A loop that ends early leaves steps out.
            bool wasRun = simulated < run.Result.Steps.Count && ReferenceEquals(run.Result.Steps[simulated].Step, step);
            if (step.RateTestRate is { } rate) discharges.Add((rate, wasRun ? run.Result.Steps[simulated] : null));
            if (wasRun) simulated++;
        }
        double? reference = discharges.Count == 0 ? null : discharges.MinBy(d => d.Rate).Step?.Charge;
        double area = built.Cell.Area;
        double? activeMass = built.Positive?.Loading * area;
        foreach ((double rate, StepResult? step) in discharges)
        {
            yield return new RateOutcome
            {
                Rate = rate,
                Step = step,
                End = step is null ? "not run" : End(step),
                EndText = step is null ? $"not run: {run.Result.Steps[^1].EndText}" : EndText(step),
                SpecificCapacity = step?.Charge / activeMass,
                Retention = reference > 0 ? step?.Charge / reference : null,
                ArealCapacity = step?.Charge / area,
                ArealEnergy = step?.Energy / area,
                Measured = Measured(built.Design, rate),
            };
        }
    }

    private static string End(StepResult step) => step.End switch
    {
        StepEnd.MetAtStart => "cut-off at the start",
        StepEnd.ElectrolyteDepleted => "electrolyte depleted",
        StepEnd.ParticlesFull => "particles full",
        StepEnd.ParticlesEmpty => "particles empty",
        StepEnd.TimeLimit => "not ended",
        StepEnd.Voltage => QuantityKinds.Voltage.Format(step.Series.Voltage[^1]),
        StepEnd.SolverStopped => "time stepping stopped",
        _ => step.EndText,
    };

    private static string EndText(StepResult step) => step.End switch
    {
        StepEnd.MetAtStart => $"cut-off reached before the step starts: {step.EndText}",
        _ when !step.EndedAsAsked => $"ended early: {step.EndText}",
        _ => step.EndText,
    };

    private static double? Measured(Design design, double rate)
    {
        foreach (MeasuredCapacity measured in design.Measured)
        {
            if (Math.Abs(measured.Rate - rate) <= SameRate * rate) return measured.SpecificCapacity;
        }
        return null;
    }
}
