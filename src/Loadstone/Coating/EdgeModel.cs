using Loadstone.Slurry;

namespace Loadstone.Coating;

/// <summary>
/// The edges that a coater leaves. Where the film leaves the gap it is drawn thinner, and the free edge keeps more than the middle:
/// H* = √DR with the draw ratio DR = gap/film (T. Dobroth and L. Erwin, Polym. Eng. Sci. 26, 462 (1986); used for electrode
/// slurries by M. Schmitt et al. 2014). Surface tension then spreads the ridge, which keeps its volume: W⁴ = W₀⁴ + 4π⁴ γ h³ t/(3 η),
/// whose first rate is that of a wave of length 2W (S. E. Orchard, Appl. Sci. Res. A 11, 451 (1963)). It stops when the
/// film stiffens, or when the stress γ (π/W)³ a h that drives it falls below the yield stress. The outer ramp is as wide as the
/// contact angle and the slump under its own weight make it. A ridge of a half sine on W stands behind a straight ramp. Immutable.
/// </summary>
public sealed record EdgeModel
{
    private const double Gravity = 9.80665; // m/s², standard

    /// <summary>Surface tension γ [N/m].</summary>
    public required double SurfaceTension { get; init => field = Require.Positive(value, "N/m"); }

    /// <summary>Time from the coater to where the film is stiff [s].</summary>
    public required double Time { get; init => field = Require.NotNegative(value, "s"); }

    /// <summary>Width of the ridge at the coater per gap W₀/G: an assumption, 3 to 30.</summary>
    public double RidgeWidthPerGap { get; init => field = Require.Positive(value, ""); } = 10;

    /// <summary>Angle between the ramp's surface and the foil [rad]: an assumption, 10° to 60°.</summary>
    public double ContactAngle { get; init => field = Require.Within(value, 1e-3, Math.PI / 2, "rad"); } = Math.PI / 6;

    /// <summary>The edge that a film keeps.</summary>
    /// <param name="film">The wet film.</param>
    /// <param name="gap">Gap of the coater G [m], not thinner than the film.</param>
    /// <param name="flow">Flow law of its slurry; the viscosity at 0.1 s⁻¹ and the yield stress count.</param>
    public EdgeMeasures Edge(WetFilm film, double gap, FlowLaw flow)
    {
        ArgumentNullException.ThrowIfNull(film);
        ArgumentNullException.ThrowIfNull(flow);
        double h = film.Thickness;
        Require.Within(gap, h, double.MaxValue, "m", nameof(gap));
        double start = RidgeWidthPerGap * gap;
        double excess = h * (Math.Sqrt(gap / h) - 1);
        double width = SpreadWidth(start, excess, h, flow);
        double ramp = RampWidth(film, flow.YieldStress);
        return new EdgeMeasures(1 + excess * start / (width * h), excess == 0 ? 0 : width / h, h / ramp, excess == 0 ? 0 : width, ramp + (excess == 0 ? 0 : width));
    }

    /// <summary>The profile across the web.</summary>
    /// <param name="film">The wet film.</param>
    /// <param name="gap">Gap of the coater G [m], not thinner than the film.</param>
    /// <param name="flow">Flow law of its slurry.</param>
    /// <param name="width">Coated width from foot to foot [m].</param>
    /// <param name="points">How many points, at least 100.</param>
    /// <exception cref="InputException">The edges are wider than the coating.</exception>
    public CrossWebProfile Profile(WetFilm film, double gap, FlowLaw flow, double width, int points = 2000)
    {
        Require.Within(points, 100, 10_000_000, "points", nameof(points));
        EdgeMeasures edge = Edge(film, gap, flow);
        if (!(Require.Positive(width, "m", nameof(width)) > 4 * edge.SideWidth))
        {
            throw new InputException(FormattableString.Invariant(
                $"a coating {width * 1e3:0.##} mm wide has no middle between two edges of {edge.SideWidth * 1e3:0.##} mm; expected more than {4 * edge.SideWidth * 1e3:0.##} mm."));
        }
        // A third of the points stands on each edge, so that ramp and ridge are seen however wide the web is.
        int third = points / 3;
        var half = new SortedSet<double> { 0, width / 2, edge.SideWidth, edge.SideWidth - edge.RidgeWidth };
        for (int i = 0; i < third; i++) half.Add(edge.SideWidth * i / third);
        for (int i = 0; i < third / 2; i++) half.Add(edge.SideWidth + (width / 2 - edge.SideWidth) * i / (third / 2));
        double[] left = [.. half];
        double[] positions = [-0.02 * width, .. left, .. left.Reverse().Skip(1).Select(y => width - y), 1.02 * width];
        double[] heights = [.. positions.Select(y => HeightAt(Math.Min(y, width - y), edge, film.Thickness))];
        return new CrossWebProfile(positions, heights);
    }

    /// <summary>Orchard's time in which a wave on a film loses all but 1/e of its height, 3 η λ⁴/(16 π⁴ γ h³) [s].</summary>
    /// <param name="viscosity">η [Pa s].</param>
    /// <param name="wavelength">λ [m].</param>
    /// <param name="thickness">h [m].</param>
    public double LevellingTime(double viscosity, double wavelength, double thickness) =>
        3 * Require.Positive(viscosity, "Pa s", nameof(viscosity)) * Math.Pow(Require.Positive(wavelength, "m", nameof(wavelength)), 4)
            / (16 * Math.Pow(Math.PI, 4) * SurfaceTension * Math.Pow(Require.Positive(thickness, "m", nameof(thickness)), 3));

    private double SpreadWidth(double start, double excess, double h, FlowLaw flow)
    {
        double viscosity = flow.Viscosity(0.1);
        double fourth = Math.Pow(start, 4);
        // The height falls as 1/W, so that W⁴ grows four times as fast as the wave's height falls.
        double spread = fourth * (1 + 4 * Time / LevellingTime(viscosity, 2 * start, h));
        // The ridge keeps a W, so the stress γ (π/W)³ a h falls with W⁻⁴.
        double arrested = flow.YieldStress > 0 ? SurfaceTension * Math.Pow(Math.PI, 3) * excess * start * h / flow.YieldStress : double.PositiveInfinity;
        return Math.Pow(Math.Min(spread, Math.Max(fourth, arrested)), 0.25);
    }

    // Slump of a plastic heap, ρ g h²/(2 τ_y) (K. F. Liu and C. C. Mei, J. Fluid Mech. 207, 505 (1989)), no wider than the capillary length.
    private double RampWidth(WetFilm film, double yieldStress)
    {
        double weight = film.Slurry.Density * Gravity;
        double capillary = Math.Sqrt(SurfaceTension / weight);
        double slump = yieldStress > 0 ? Math.Min(capillary, weight * film.Thickness * film.Thickness / (2 * yieldStress)) : capillary;
        return film.Thickness / Math.Tan(ContactAngle) + slump;
    }

    private static double HeightAt(double y, EdgeMeasures edge, double bulk)
    {
        double ramp = edge.SideWidth - edge.RidgeWidth;
        if (y <= 0) return 0;
        if (y < ramp) return bulk * y / ramp;
        if (y >= edge.SideWidth) return bulk;
        return bulk * (1 + (edge.Height - 1) * Math.Sin(Math.PI * (y - ramp) / edge.RidgeWidth));
    }
}
