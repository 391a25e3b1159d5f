namespace Loadstone.Coating;

/// <summary>
/// What stands at a height of a film whose second layer was laid on a first: a step that has spread like a diffusing solute
/// between two closed walls, c = ½ Σ [erf((z − a_n)/w) − erf((z − b_n)/w)] with the images of the second layer (J. Crank, The
/// Mathematics of Diffusion, 1975, section 2.2.4). Each layer keeps its mass exactly. Heights count from the first layer's foot.
/// Immutable.
/// </summary>
/// <param name="Thickness">Thickness of both layers H [m]; any coordinate in which their volumes add will do.</param>
/// <param name="Boundary">Thickness of the first layer, where the step stood [m].</param>
/// <param name="Width">Width w of the mixed zone: erf's length, 2√(Dt) for diffusion [m]; 0 is a sharp boundary.</param>
public sealed record MixedZone(double Thickness, double Boundary, double Width)
{
    // erf is 1 to the last bit beyond this many widths.
    private const double Reach = 6;

    /// <summary>Thickness of both layers H [m].</summary>
    public double Thickness { get; init => field = Require.Positive(value, "m"); } = Require.Positive(Thickness, "m");

    /// <summary>Where the step stood [m].</summary>
    public double Boundary { get; init => field = Require.NotNegative(value, "m"); } = Require.Within(Boundary, 0, Thickness, "m");

    /// <summary>Width w [m]. Beyond a thousand thicknesses nothing changes any more.</summary>
    public double Width { get; init => field = Require.NotNegative(value, "m"); } = Require.Within(Width, 0, 1e3 * Thickness, "m");

    /// <summary>Width after diffusion, 2√(Dt) [m].</summary>
    /// <param name="diffusivity">D of the particles in each other's slurry [m²/s].</param>
    /// <param name="time">Time between the second coat and the film's stiffening [s].</param>
    public static double DiffusedWidth(double diffusivity, double time) =>
        2 * Math.Sqrt(Require.NotNegative(diffusivity, "m²/s", nameof(diffusivity)) * Require.NotNegative(time, "s", nameof(time)));

    /// <summary>
    /// Width after particles of the upper layer sank into the lower for a time: the hindered Stokes speed
    /// 2 Δρ g R²/(9 η) (1 − φ)^4.65 times the time [m] (J. F. Richardson and W. N. Zaki, Trans. Inst. Chem. Eng. 32, 35 (1954)). Gravity is
    /// the cause that W. Chen et al. 2024, section 2.3, give for the mixed boundary of wet-on-wet layers.
    /// </summary>
    /// <param name="densityDifference">Density of the particle less that of the slurry's liquid [kg/m³].</param>
    /// <param name="radius">Radius R [m].</param>
    /// <param name="viscosity">Viscosity of the liquid [Pa s].</param>
    /// <param name="fraction">Volume fraction of solids φ.</param>
    /// <param name="time">Time [s].</param>
    public static double SettledWidth(double densityDifference, double radius, double viscosity, double fraction, double time)
    {
        const double gravity = 9.80665;
        double stokes = 2.0 / 9 * Require.NotNegative(densityDifference, "kg/m³", nameof(densityDifference)) * gravity
            * Require.Positive(radius, "m", nameof(radius)) * radius / Require.Positive(viscosity, "Pa s", nameof(viscosity));
        return stokes * Math.Pow(1 - Require.Fraction(fraction, nameof(fraction)), 4.65) * Require.NotNegative(time, "s", nameof(time));
    }

    /// <summary>Volume of the second layer's slurry per volume at a height, 0 to 1.</summary>
    /// <param name="height">z [m].</param>
    public double SecondShareAt(double height)
    {
        Require.Within(height, 0, Thickness, "m", nameof(height));
        if (Width == 0) return height < Boundary ? 0 : 1;
        double sum = 0;
        int images = Images;
        for (int n = -images; n <= images; n++)
        {
            double shift = 2 * n * Thickness;
            sum += 0.5 * (ErrorFunction.Erf((height - Boundary - shift) / Width) - ErrorFunction.Erf((height - 2 * Thickness + Boundary - shift) / Width));
        }
        return Math.Clamp(sum, 0, 1);
    }

    /// <summary>Mean of <see cref="SecondShareAt"/> between two heights, exactly.</summary>
    /// <param name="from">Lower height [m].</param>
    /// <param name="to">Upper height, above it [m].</param>
    public double MeanSecondShare(double from, double to)
    {
        Require.Within(to, 0, Thickness, "m", nameof(to));
        Require.Within(from, 0, to, "m", nameof(from));
        if (from == to) return SecondShareAt(from);
        double volume = Width == 0 ? Math.Max(0, to - Math.Max(from, Boundary)) : Below(to) - Below(from);
        return Math.Clamp(volume / (to - from), 0, 1);
    }

    private int Images => (int)Math.Ceiling((Reach * Width + Thickness) / (2 * Thickness));

    // ∫₀^z of the share.
    private double Below(double z)
    {
        double sum = 0;
        int images = Images;
        for (int n = -images; n <= images; n++)
        {
            double shift = 2 * n * Thickness;
            sum += Step(z, Boundary + shift) - Step(z, 2 * Thickness - Boundary + shift);
        }
        return 0.5 * Width * sum;
    }

    private double Step(double z, double at) => ErrorFunction.Integral((z - at) / Width) - ErrorFunction.Integral(-at / Width);
}
