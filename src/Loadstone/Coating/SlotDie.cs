using Loadstone.Slurry;

namespace Loadstone.Coating;

/// <summary>A slot die: a pump sets the flow, so that the film is known before the slurry is. Immutable.</summary>
public sealed record SlotDie
{
    /// <summary>Gap between lip and web G [m].</summary>
    public required double Gap { get; init => field = Require.Positive(value, "m"); }

    /// <summary>Speed of the web U [m/s].</summary>
    public required double Speed { get; init => field = Require.Positive(value, "m/s"); }

    /// <summary>Coated width [m].</summary>
    public required double Width { get; init => field = Require.Positive(value, "m"); }

    /// <summary>Shear rate of the drag flow under the lip U/G [1/s].</summary>
    public double ShearRate => Speed / Gap;

    /// <summary>The wet film of a flow, thickness = flow/(width × speed).</summary>
    /// <param name="slurry">The slurry.</param>
    /// <param name="flowRate">Volume per time [m³/s].</param>
    public WetFilm Film(Formulation slurry, double flowRate) => new(slurry, Require.Positive(flowRate, "m³/s", nameof(flowRate)) / (Width * Speed));

    /// <summary>Flow that a wet film takes [m³/s].</summary>
    public double FlowFor(WetFilm film)
    {
        ArgumentNullException.ThrowIfNull(film);
        return film.Thickness * Width * Speed;
    }

    /// <summary>Gap over wet thickness, the draw ratio G/h.</summary>
    public double DrawRatio(WetFilm film)
    {
        ArgumentNullException.ThrowIfNull(film);
        return Gap / film.Thickness;
    }

    /// <summary>Capillary number η U/γ, with the viscosity at <see cref="ShearRate"/>.</summary>
    /// <param name="flow">The flow law.</param>
    /// <param name="surfaceTension">γ [N/m].</param>
    public double CapillaryNumber(FlowLaw flow, double surfaceTension)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return flow.Viscosity(ShearRate) * Speed / Require.Positive(surfaceTension, "N/m", nameof(surfaceTension));
    }

    /// <summary>
    /// Thinnest film that the downstream meniscus can hold, the low-flow limit Ca = 0.65 (2/(G/h − 1))^(3/2) solved for h [m]
    /// (K. J. Ruschak, Chem. Eng. Sci. 31, 1057 (1976)). The law is for small capillary numbers; above about 0.1 measured
    /// limits level off (K.-Y. Lee, L.-D. Liu and T.-J. Liu, Chem. Eng. Sci. 47, 1703 (1992)), so that it then asks for more than is needed.
    /// </summary>
    /// <param name="capillaryNumber">Ca above 0.</param>
    public double ThinnestFilm(double capillaryNumber) =>
        Gap / (1 + 2 * Math.Pow(0.65 / Require.Positive(capillaryNumber, "", nameof(capillaryNumber)), 2.0 / 3));

    /// <summary>Refuses a film that is thicker than the gap or thinner than the low-flow limit, or a gap through which the largest particle does not pass.</summary>
    /// <param name="film">The wet film.</param>
    /// <param name="flow">The flow law of its slurry.</param>
    /// <param name="surfaceTension">γ [N/m].</param>
    /// <param name="largestParticle">Diameter of the largest particle [m], or null not to check.</param>
    /// <exception cref="InputException">It is one of these; the message gives the number that would do.</exception>
    public void Check(WetFilm film, FlowLaw flow, double surfaceTension, double? largestParticle = null)
    {
        ArgumentNullException.ThrowIfNull(film);
        if (largestParticle is { } size) BladeCoater.CheckGap(Gap, size);
        if (film.Thickness >= Gap)
        {
            throw new InputException(FormattableString.Invariant(
                $"a wet film of {film.Thickness * 1e6:0.##} µm does not fit under a die at {Gap * 1e6:0.##} µm; expected a gap of more than {film.Thickness * 1e6:0.##} µm."));
        }
        double thinnest = ThinnestFilm(CapillaryNumber(flow, surfaceTension));
        if (film.Thickness < thinnest)
        {
            throw new InputException(FormattableString.Invariant(
                $"a wet film of {film.Thickness * 1e6:0.##} µm breaks up under a die at {Gap * 1e6:0.##} µm and {Speed * 60:0.###} m/min; expected at least {thinnest * 1e6:0.##} µm, or a gap below {Gap * film.Thickness / thinnest * 1e6:0.##} µm."));
        }
    }
}
