namespace Loadstone.Wetting.Capillary;

/// <summary>
/// Filling by a flux: the meniscus that needs the least pressure moves first. Liquid that has been let in sets the time. A step happens when what was let in fills
/// the pores behind the front and the menisci's bulges at the step's pressure; where a jump has left more than that, it goes on at once.
/// </summary>
internal sealed class FluxFilling(FillingFront front, CapillaryLiquid liquid, double speed)
{
    public CapillaryFilling Run()
    {
        PoreSpace space = front.Space;
        var network = new FlowNetwork(space);
        var steps = new List<FillingStep>();
        double volume = space.Volume, flow = speed * space.Bed.Width, letIn = space.VolumeAbove, breakthrough = double.NaN;
        while (front.Least() is { } next)
        {
            letIn = Math.Max(letIn, space.VolumeAbove + front.WetVolume + front.Bulges(next.Curvature));
            if (next.Pores.Count == 0)
            {
                breakthrough = next.Curvature;
                break;
            }
            double resistance = ResistanceTo(next.First);
            if (next.Second is { } second) resistance = Math.Min(resistance, ResistanceTo(second));
            IReadOnlyList<int> trapped = front.Fill(next.Pores, next.Curvature);
            network.Add(next.Pores);
            network.Forget(front.IsOpen);
            steps.Add(new FillingStep(next.Cause, next.Curvature, next.Pores, letIn / volume, letIn / flow, liquid.Viscosity * flow * resistance, trapped, front.TrappedVolume / volume));
        }
        return new CapillaryFilling
        {
            Steps = steps,
            BreakthroughCurvature = breakthrough,
            Saturation = letIn / volume,
            TrappedShare = front.TrappedVolume / volume,
            IsTrapped = front.IsTrapped,
            Outlines = [.. space.Pores.Select(pore => pore.Outline)],
            Time = letIn / flow,
            FillTime = volume / flow,
            CapillaryNumber = liquid.Viscosity * speed / liquid.SurfaceTension,
            LargestViscousDrop = steps.Count == 0 ? 0 : steps.Max(step => step.ViscousDrop),
            EntryScatter = Scatter(steps) * liquid.SurfaceTension,
        };

        double ResistanceTo((Throat Throat, int Behind) gap) => network.Between(gap.Behind, gap.Behind) + 1 / FlowNetwork.Conductance(gap.Throat);
    }

    /// <summary>Standard deviation of the steps' curvatures [1/m].</summary>
    public static double Scatter(IReadOnlyList<FillingStep> steps)
    {
        if (steps.Count < 2) return 0;
        double mean = steps.Average(step => step.Curvature);
        return Math.Sqrt(steps.Sum(step => (step.Curvature - mean) * (step.Curvature - mean)) / (steps.Count - 1));
    }
}
