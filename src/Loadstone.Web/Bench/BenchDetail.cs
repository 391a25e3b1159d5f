using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Analysis;
using static Loadstone.Web.Bench.BenchUnits;

namespace Loadstone.Web.Bench;

/// <summary>One discharge looked into: what took the voltage, and profiles against time.</summary>
internal static class BenchDetail
{
    private const int Times = 60;

    private static readonly string[] Keys = ["electrolyteOhmic", "electrolyteConcentration", "solid", "contact", "chargeTransfer", "film", "particleDiffusion", "imbalance"];

    /// <summary>The discharge once more, with profiles kept at even times of the first one.</summary>
    public static StepResult Run(BuiltDesign built, double rate, StepResult? first, CancellationToken cancellation)
    {
        first ??= BenchDischarge.Run(built, rate, null, cancellation);
        double end = first.EndTime;
        double[] times = [.. Enumerable.Range(0, Times - 1).Select(i => end * i / (Times - 1))];
        return BenchDischarge.Run(built, rate, times, cancellation);
    }

    /// <summary>Its losses.</summary>
    public static LossesPart Losses(BuiltDesign built, double rate, StepResult step)
    {
        IReadOnlyList<(double Charge, PolarisationBreakdown Breakdown)> along = PolarisationBreakdown.Along(built.Cell, step, built.Design.Mesh);
        (string Name, double Value)[][] terms = [.. along.Select(a => a.Breakdown.Whole.Terms.Select(term => (term.Name, term.Value)).ToArray())];
        return new LossesPart(
            BenchDischarge.Text(rate), PerGram(built.Positive?.Loading), [.. along.Select(a => Areal(a.Charge / built.Cell.Area))],
            [.. along.Select(a => Math.Round(a.Breakdown.EquilibriumVoltage, 5))], [.. along.Select(a => Math.Round(a.Breakdown.Voltage, 5))],
            [.. Keys.Select((key, i) => new LossTerm(key, terms[0][i].Name, [.. terms.Select(at => Math.Round(at[i].Value * 1000, 3))]))]);
    }

    /// <summary>Its profiles.</summary>
    public static MapsPart Maps(BuiltDesign built, double rate, StepResult step, StackPart stack)
    {
        Cell cell = built.Cell;
        Profiles[] profiles = [.. step.Snapshots.Append(step.AtEnd).DistinctBy(p => p.Time)];
        double top = (cell.Negative?.Thickness ?? 0) + cell.Separator.Thickness + cell.Positive.Thickness;
        double[] height = Heights(profiles[0].Position, top), faces = new double[height.Length + 1];
        for (int i = 0; i < height.Length; i++) faces[i + 1] = Math.Round(2 * height[i] - faces[i], 3);
        double current = profiles[^1].CurrentDensity;
        return new MapsPart(
            BenchDischarge.Text(rate), [.. profiles.Select(p => Math.Round(p.Time - step.StartTime, 2))], [.. profiles.Select(p => Areal((p.Time - step.StartTime) * current))],
            height, faces, [.. profiles.Select(p => Upwards(p.SaltConcentration, 1))],
            [.. Enumerable.Range(0, profiles[0].Particles.Count).Select(k => Particles(profiles, k, top, stack))]);
    }

    private static ParticleMap Particles(Profiles[] profiles, int k, double top, StackPart stack)
    {
        ParticleProfile first = profiles[0].Particles[k];
        bool isRising = first.Position.Count < 2 || first.Position[0] > first.Position[^1];
        double[] height = [.. first.Position.Select(x => Micrometres(top - x))];
        if (!isRising) Array.Reverse(height);
        double[] InOrder(IReadOnlyList<double> values)
        {
            double[] rounded = Rounded(values, 4);
            if (!isRising) Array.Reverse(rounded);
            return rounded;
        }
        double diameter = Micrometres(2 * first.Radius);
        (int layer, int @class) = Place(stack, height[height.Length / 2], diameter, first.Material);
        return new ParticleMap(layer, @class, stack.Layers[layer].Electrode!, first.Material, diameter, height,
            [.. profiles.Select(p => InOrder(p.Particles[k].SurfaceStoichiometry))], [.. profiles.Select(p => InOrder(p.Particles[k].MeanStoichiometry))]);
    }

    // The layer at a height above the positive foil, and its particles of that size; where two materials have one size, the one of that name.
    private static (int Layer, int Class) Place(StackPart stack, double height, double diameter, string material)
    {
        double below = 0;
        for (int i = 0; i < stack.Layers.Count; i++)
        {
            StackLayer layer = stack.Layers[i];
            if (layer.Role is "foil" or "copper") continue;
            below += layer.Thickness;
            if (layer.Role != "coating" || height > below) continue;
            StackParticle[] particles = [.. layer.Particles];
            int exact = Array.FindIndex(particles, p => p.Diameter == diameter && p.Material == material);
            return (i, Math.Max(0, exact >= 0 ? exact : Array.FindIndex(particles, p => p.Diameter == diameter)));
        }
        throw new InvalidOperationException($"No coating stands at {height} µm.");
    }

    private static double[] Heights(IReadOnlyList<double> position, double top)
    {
        double[] height = [.. position.Select(x => Micrometres(top - x))];
        Array.Reverse(height);
        return height;
    }

    private static double[] Upwards(IReadOnlyList<double> values, int decimals)
    {
        double[] rounded = Rounded(values, decimals);
        Array.Reverse(rounded);
        return rounded;
    }
}
