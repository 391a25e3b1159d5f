using Loadstone.Slurry;

namespace Loadstone.Coating;

/// <summary>
/// A blade (doctor blade, knife, comma) over a moving web: the web drags slurry through the gap, and a head of slurry before the
/// blade pushes. Steady lubrication flow between parallel walls; the film behind carries what passes the gap. Immutable.
/// </summary>
public sealed record BladeCoater
{
    private const double Gravity = 9.80665; // m/s², standard

    /// <summary>Gap between web and blade G [m].</summary>
    public required double Gap { get; init => field = Require.Positive(value, "m"); }

    /// <summary>Speed of the web U [m/s].</summary>
    public required double Speed { get; init => field = Require.Positive(value, "m/s"); }

    /// <summary>Length of the gap in the direction of the web L [m].</summary>
    public double LipLength { get; init => field = Require.Positive(value, "m"); } = 1e-3;

    /// <summary>Height of the slurry that stands before the blade [m].</summary>
    public double HeadHeight { get; init => field = Require.NotNegative(value, "m"); }

    /// <summary>Shear rate of the drag flow under the blade U/G [1/s].</summary>
    public double ShearRate => Speed / Gap;

    /// <summary>The wet film behind the blade.</summary>
    /// <param name="slurry">The slurry; its density makes the head's pressure.</param>
    /// <param name="flow">Its flow law; under the blade, the power law that touches it at <see cref="ShearRate"/> counts.</param>
    /// <param name="largestParticle">Diameter of the largest particle [m], or null not to check.</param>
    /// <exception cref="InputException">The gap is not wider than the largest particle.</exception>
    public WetFilm Film(Formulation slurry, FlowLaw flow, double? largestParticle = null)
    {
        ArgumentNullException.ThrowIfNull(slurry);
        ArgumentNullException.ThrowIfNull(flow);
        if (largestParticle is { } size) CheckGap(Gap, size);
        return new WetFilm(slurry, WetThickness(flow, slurry.Density * Gravity * HeadHeight));
    }

    /// <summary>Thickness of the wet film [m]: half the gap without pressure, whatever the flow law; more with it.</summary>
    /// <param name="flow">The flow law.</param>
    /// <param name="headPressure">Pressure of the slurry before the blade [Pa].</param>
    public double WetThickness(FlowLaw flow, double headPressure)
    {
        ArgumentNullException.ThrowIfNull(flow);
        Require.NotNegative(headPressure, "Pa", nameof(headPressure));
        return GapFlow.Flux(flow.TangentAt(ShearRate), Gap, Speed, headPressure / LipLength) / Speed;
    }

    /// <summary>This coater with the gap that gives a wanted wet film.</summary>
    /// <param name="wanted">The wet film; <see cref="WetFilm.For"/> gives it for a loading.</param>
    /// <param name="flow">The flow law of its slurry.</param>
    /// <param name="largestParticle">Diameter of the largest particle [m], or null not to check.</param>
    /// <exception cref="InputException">The gap would not be wider than the largest particle.</exception>
    public BladeCoater For(WetFilm wanted, FlowLaw flow, double? largestParticle = null)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(flow);
        // The film grows with the gap, and is at least half of it: the gap lies in (0, 2h].
        double low = 0, high = 2 * wanted.Thickness;
        for (int i = 0; i < 200 && high - low > 1e-15 * high; i++)
        {
            double middle = 0.5 * (low + high);
            if ((this with { Gap = middle }).Film(wanted.Slurry, flow).Thickness < wanted.Thickness) low = middle;
            else high = middle;
        }
        if (largestParticle is { } size) CheckGap(high, size);
        return this with { Gap = high };
    }

    /// <summary>Refuses a gap through which the largest particle does not pass.</summary>
    /// <param name="gap">The gap [m].</param>
    /// <param name="largestParticle">Diameter of the largest particle [m].</param>
    /// <exception cref="InputException">It does not pass.</exception>
    public static void CheckGap(double gap, double largestParticle)
    {
        Require.Positive(gap, "m", nameof(gap));
        Require.Positive(largestParticle, "m", nameof(largestParticle));
        if (gap > largestParticle) return;
        throw new InputException(FormattableString.Invariant(
            $"a gap of {gap * 1e6:0.##} µm does not let the largest particle of {largestParticle * 1e6:0.##} µm pass; expected more than that, and at least {3 * largestParticle * 1e6:0.##} µm for a film without streaks."));
    }
}
