namespace Loadstone.Laboratory.Transport;

/// <summary>A layer of the stack in a symmetric cell, as measured.</summary>
/// <param name="Thickness">Thickness [m].</param>
/// <param name="Porosity">Porosity.</param>
/// <param name="Tortuosity">Tortuosity factor; null in the one layer that is looked for.</param>
public sealed record MeasuredLayer(Estimate Thickness, Estimate Porosity, Estimate? Tortuosity = null);

/// <summary>What the relaxation of a symmetric cell says.</summary>
/// <param name="Decay">The late part of the relaxation.</param>
/// <param name="Tortuosity">Tortuosity factor τ of the layer that was looked for, with what the inputs leave open.</param>
/// <param name="FromDataAlone">The same, with the error of the voltage alone.</param>
/// <param name="MacMullinNumber">τ/ε of that layer.</param>
/// <param name="ModeRatio">Rate of the next faster mode that the voltage shows over that of the slowest.</param>
public sealed record RestrictedDiffusionResult(ExponentialDecay Decay, Estimate Tortuosity, Estimate FromDataAlone, Estimate MacMullinNumber, double ModeRatio);

/// <summary>
/// Restricted diffusion (Thorat, Stephenson, Zacharias, Zaghib, Harb, Wheeler, J. Power Sources 188, 592 (2009)): the salt between two
/// lithium electrodes evens out after the current is broken, and late in the rest the voltage falls with a rate that the tortuosity decides.
/// One layer: τ = π² D/(λ L²), D of the free electrolyte. A stack, such as an electrode between separators, by its slowest mode.
/// </summary>
public static class RestrictedDiffusion
{
    private const double SingleLayerRatio = 9, RelativeStep = 1e-4;

    /// <summary>Finds the tortuosity of one layer.</summary>
    /// <param name="time">Times since the current was broken [s], rising.</param>
    /// <param name="voltage">Voltages [V], as many.</param>
    /// <param name="layers">The layers from face to face; exactly one has no tortuosity.</param>
    /// <param name="diffusivity">Diffusivity D of the salt in the free electrolyte [m²/s].</param>
    /// <param name="source">File, for messages.</param>
    /// <exception cref="InputException">The record cannot be used, not exactly one tortuosity is open, or the other layers alone relax more slowly.</exception>
    public static RestrictedDiffusionResult Analyse(ReadOnlySpan<double> time, ReadOnlySpan<double> voltage, IReadOnlyList<MeasuredLayer> layers, Estimate diffusivity, string? source = null)
    {
        int unknown = Unknown(layers);
        double ratio = SingleLayerRatio;
        ExponentialDecay decay = ExponentialDecay.Fit(time, voltage, ratio, source);
        double tortuosity = Tortuosity(layers, unknown, diffusivity.Value, decay.Rate.Value, source);
        if (layers.Count > 1)
        {
            // A stack has other faster modes than one layer, and shows the even ones too unless it is symmetric.
            List<DiffusionLayer> stack = Stack(layers, unknown, tortuosity);
            ratio = DiffusionStack.DecayRate(stack, diffusivity.Value, IsSymmetric(stack) ? 3 : 2) / decay.Rate.Value;
            decay = ExponentialDecay.Fit(time, voltage, ratio, source);
            tortuosity = Tortuosity(layers, unknown, diffusivity.Value, decay.Rate.Value, source);
        }
        double rateShare = Relative(decay.Rate) * Slope(s => Tortuosity(layers, unknown, diffusivity.Value, decay.Rate.Value * s, source), tortuosity);
        double inputs = Math.Pow(Relative(diffusivity) * Slope(s => Tortuosity(layers, unknown, diffusivity.Value * s, decay.Rate.Value, source), tortuosity), 2);
        for (int i = 0; i < layers.Count; i++)
        {
            inputs += Share(layers, i, l => l.Thickness, (l, e) => l with { Thickness = e });
            inputs += Share(layers, i, l => l.Porosity, (l, e) => l with { Porosity = e });
            if (layers[i].Tortuosity is not null) inputs += Share(layers, i, l => l.Tortuosity!.Value, (l, e) => l with { Tortuosity = e });
        }
        var alone = new Estimate(tortuosity, tortuosity * Math.Abs(rateShare), decay.Rate.DegreesOfFreedom);
        var whole = new Estimate(tortuosity, tortuosity * Math.Sqrt(rateShare * rateShare + inputs), decay.Rate.DegreesOfFreedom);
        double porosity = layers[unknown].Porosity.Value, porosityError = Relative(layers[unknown].Porosity) * tortuosity / porosity;
        var macMullin = new Estimate(tortuosity / porosity, Math.Sqrt(Math.Pow(whole.StandardError / porosity, 2) + porosityError * porosityError), whole.DegreesOfFreedom);
        return new RestrictedDiffusionResult(decay, whole, alone, macMullin, ratio);

        double Share(IReadOnlyList<MeasuredLayer> all, int index, Func<MeasuredLayer, Estimate> get, Func<MeasuredLayer, Estimate, MeasuredLayer> set)
        {
            double relative = Relative(get(all[index]));
            if (relative == 0) return 0;
            double slope = Slope(s => Tortuosity([.. all.Select((l, i) => i == index ? set(l, Estimate.Exact(get(l).Value * s)) : l)], unknown, diffusivity.Value, decay.Rate.Value, source), tortuosity);
            return Math.Pow(relative * slope, 2);
        }
    }

    private static int Unknown(IReadOnlyList<MeasuredLayer> layers)
    {
        int[] open = [.. Enumerable.Range(0, layers.Count).Where(i => layers[i].Tortuosity is null)];
        return open.Length == 1 ? open[0] : throw new InputException($"{open.Length} of {layers.Count} layers have no tortuosity; expected exactly one, which is looked for.");
    }

    private static double Tortuosity(IReadOnlyList<MeasuredLayer> layers, int unknown, double diffusivity, double rate, string? source)
    {
        if (layers.Count == 1) return Math.PI * Math.PI * diffusivity / (rate * layers[0].Thickness.Value * layers[0].Thickness.Value);
        double found = DiffusionStack.Tortuosity(Stack(layers, unknown, 1), unknown, diffusivity, rate);
        return found > 0 ? found : throw new InputException(FormattableString.Invariant(
            $"the voltage relaxes with {rate:g4} 1/s, faster than the other layers alone would; expected thicknesses, tortuosities and a diffusivity of this very cell."), file: source);
    }

    private static List<DiffusionLayer> Stack(IReadOnlyList<MeasuredLayer> layers, int unknown, double tortuosity) =>
        [.. layers.Select((l, i) => new DiffusionLayer(l.Thickness.Value, l.Porosity.Value, i == unknown ? tortuosity : l.Tortuosity!.Value.Value))];

    private static bool IsSymmetric(List<DiffusionLayer> stack)
    {
        for (int i = 0; i < stack.Count / 2; i++)
        {
            if (stack[i] != stack[^(i + 1)]) return false;
        }
        return true;
    }

    // d ln τ/d ln s
    private static double Slope(Func<double, double> tortuosity, double value) =>
        (tortuosity(1 + RelativeStep) - tortuosity(1 - RelativeStep)) / (2 * RelativeStep * value);

    private static double Relative(Estimate estimate) => estimate.StandardError == 0 ? 0 : estimate.StandardError / estimate.Value;
}
