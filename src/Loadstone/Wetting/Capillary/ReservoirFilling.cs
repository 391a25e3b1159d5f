namespace Loadstone.Wetting.Capillary;

/// <summary>
/// Filling from a reservoir: all menisci that its pressure can move go on at once, each at its pressure of entry, and share the way through the liquid behind them.
/// A pore is full when its volume has come in; then the front is another one.
/// </summary>
internal sealed class ReservoirFilling(FillingFront front, CapillaryLiquid liquid, double pressure)
{
    private readonly FlowNetwork _network = new(front.Space);

    public CapillaryFilling Run()
    {
        PoreSpace space = front.Space;
        double volume = space.Volume, curvature = pressure / liquid.SurfaceTension, slowness = liquid.Viscosity / liquid.SurfaceTension;
        double letIn = space.VolumeAbove, time = 0, breakthrough = double.NaN;
        var steps = new List<FillingStep>();
        while (Moving(curvature) is { Count: > 0 } moving)
        {
            double[] flows = Flows(moving, curvature);
            (FrontEvent first, double lapse) = FirstFull(moving, flows);
            for (int i = 0; i < moving.Count; i++) Spread(moving[i], flows[i] * lapse);
            (letIn, time) = (letIn + flows.Sum() * lapse, time + lapse * slowness);
            if (first.Pores.Count == 0)
            {
                breakthrough = first.Curvature;
                break;
            }
            foreach (int pore in first.Pores) front.Partly[pore] = 0;
            IReadOnlyList<int> trapped = front.Fill(first.Pores, curvature);
            _network.Add(first.Pores);
            _network.Forget(front.IsOpen);
            steps.Add(new FillingStep(first.Cause, first.Curvature, first.Pores, letIn / volume, time, pressure - liquid.SurfaceTension * first.Curvature, trapped, front.TrappedVolume / volume));
        }
        // Menisci that stay at rest bulge as far as the reservoir's pressure pushes them; where a pore was filling its liquid is counted already.
        double atRest = Math.Max(letIn, space.VolumeAbove + front.WetVolume + front.Bulges(curvature));
        return new CapillaryFilling
        {
            Steps = steps,
            BreakthroughCurvature = breakthrough,
            Saturation = atRest / volume,
            TrappedShare = front.TrappedVolume / volume,
            IsTrapped = front.IsTrapped,
            Outlines = [.. space.Pores.Select(pore => pore.Outline)],
            Time = time,
            FillTime = double.NaN,
            CapillaryNumber = time > 0 ? slowness * (letIn - space.VolumeAbove) / (time * space.Bed.Width) : 0,
            LargestViscousDrop = steps.Count == 0 ? 0 : steps.Max(step => step.ViscousDrop),
            EntryScatter = FluxFilling.Scatter(steps) * liquid.SurfaceTension,
        };
    }

    // What goes on now: of events that share a gap or a pore the one that needs least.
    private List<FrontEvent> Moving(double curvature)
    {
        var candidates = new List<FrontEvent>();
        foreach (FrontEvent candidate in front.Events())
        {
            if (candidate.Curvature < curvature) candidates.Add(candidate);
        }
        candidates.Sort();
        var taken = new HashSet<int>();
        var moving = new List<FrontEvent>();
        foreach (FrontEvent candidate in candidates)
        {
            bool isFree = !taken.Contains(~candidate.First.Throat.Index) && (candidate.Second is not { } other || !taken.Contains(~other.Throat.Index));
            foreach (int pore in candidate.Pores) isFree &= !taken.Contains(pore);
            if (!isFree) continue;
            moving.Add(candidate);
            taken.Add(~candidate.First.Throat.Index);
            if (candidate.Second is { } second) taken.Add(~second.Throat.Index);
            foreach (int pore in candidate.Pores) taken.Add(pore);
        }
        return moving;
    }

    // Flow of each event times μ/σ [m]: what the reservoir's pressure is above its entry drives it through the network; none runs backwards.
    private double[] Flows(List<FrontEvent> moving, double curvature)
    {
        var gaps = new List<(Throat Throat, int Behind, int Event)>();
        for (int i = 0; i < moving.Count; i++)
        {
            gaps.Add((moving[i].First.Throat, moving[i].First.Behind, i));
            if (moving[i].Second is { } second) gaps.Add((second.Throat, second.Behind, i));
        }
        var system = new FrontFlow(gaps.Count);
        for (int i = 0; i < gaps.Count; i++)
        {
            for (int j = 0; j < gaps.Count; j++) system[i, j] = _network.Between(gaps[i].Behind, gaps[j].Behind);
            system[i, i] += 1 / FlowNetwork.Conductance(gaps[i].Throat);
            system.Drive[i] = curvature - moving[gaps[i].Event].Curvature;
        }
        double[] flows = new double[moving.Count];
        double[] each = system.Solve();
        for (int i = 0; i < each.Length; i++) flows[gaps[i].Event] += each[i];
        return flows;
    }

    private (FrontEvent First, double Lapse) FirstFull(List<FrontEvent> moving, double[] flows)
    {
        (FrontEvent? first, double least) = (null, double.PositiveInfinity);
        for (int i = 0; i < moving.Count; i++)
        {
            if (!(flows[i] > 0)) continue;
            double lapse = Left(moving[i]) / flows[i];
            if (first is null || lapse < least) (first, least) = (moving[i], lapse);
        }
        return first is null ? throw new InvalidOperationException("No meniscus moves though the reservoir's pressure is above its entry.") : (first, least);
    }

    private double Left(FrontEvent moving)
    {
        double left = 0;
        foreach (int pore in moving.Pores) left += Math.Max(0, front.Space.Pores[pore].Volume - front.Partly[pore]);
        return left;
    }

    // Liquid into the pores of an event, each by the room that it has.
    private void Spread(FrontEvent moving, double liquidIn)
    {
        double left = Left(moving);
        if (!(left > 0)) return;
        foreach (int pore in moving.Pores) front.Partly[pore] += Math.Max(0, front.Space.Pores[pore].Volume - front.Partly[pore]) * liquidIn / left;
    }
}
