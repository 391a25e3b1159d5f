namespace Loadstone.Slurry;

/// <summary>Which bound of the coater's window a slurry breaks.</summary>
public enum WindowBound
{
    /// <summary>None: it can be coated.</summary>
    None,

    /// <summary>Too thin at 100 s⁻¹: it runs and settles.</summary>
    TooThin,

    /// <summary>Too thick at 10 s⁻¹.</summary>
    TooThick,

    /// <summary>Its yield stress is too high.</summary>
    TooStiff,

    /// <summary>The particles jam.</summary>
    Jammed,
}

/// <summary>A slurry of a given solids content before a coater.</summary>
/// <param name="SolidMassFraction">Mass of solids per mass of slurry.</param>
/// <param name="SolidVolumeFraction">φ.</param>
/// <param name="ViscosityAtRest">At 0.1 s⁻¹ [Pa s].</param>
/// <param name="ViscosityAt10">At 10 s⁻¹ [Pa s].</param>
/// <param name="ViscosityAt100">At 100 s⁻¹ [Pa s].</param>
/// <param name="YieldStress">τ₀ [Pa].</param>
/// <param name="Bound">Which bound it breaks.</param>
public sealed record WindowPoint(double SolidMassFraction, double SolidVolumeFraction, double ViscosityAtRest, double ViscosityAt10,
    double ViscosityAt100, double YieldStress, WindowBound Bound);

/// <summary>
/// At which solids content a recipe leaves the coater's window: viscosity between 10 and 100 s⁻¹, which J. K. Park et al. name as the
/// rates of coating, and yield stress. Limits: <see cref="SlurryLaws"/>. Immutable.
/// </summary>
public sealed record CoatingWindow
{
    // The sought solids content is closer than this to the one that is given; measured ones are not better than 0.1 %.
    private const double Tolerance = 1e-6;

    /// <summary>Points from thin to thick; the last stands below the jamming limit.</summary>
    public required IReadOnlyList<WindowPoint> Points { get; init; }

    /// <summary>Solids content at which the particles jam, mass fraction.</summary>
    public required double JammingSolids { get; init; }

    /// <summary>Lowest and highest solids content that can be coated, mass fractions; null if there is none.</summary>
    public required (double Low, double High)? Solids { get; init; }

    /// <summary>What bounds it above.</summary>
    public required WindowBound UpperBound { get; init; }

    /// <summary>The window of a recipe.</summary>
    /// <param name="solids">The solids.</param>
    /// <param name="solventDensity">ρ_s [kg/m³].</param>
    /// <param name="medium">Solvent and binder.</param>
    /// <param name="laws">Parameters and limits; null for the default ones.</param>
    /// <param name="lowestSolids">Solids content of the first point, mass fraction.</param>
    /// <param name="points">How many points, at least 2.</param>
    public static CoatingWindow Of(Composition solids, double solventDensity, BinderSolution medium, SlurryLaws? laws = null,
        double lowestSolids = 0.3, int points = 50)
    {
        laws ??= SlurryLaws.Default;
        Require.Within(points, 2, 100_000, "points", nameof(points));
        double jamming = SlurryRheology.JammingSolids(solids, solventDensity, laws);
        double last = Math.Min(jamming - 1e-3 * jamming, 0.99);
        Require.Within(lowestSolids, 1e-3, last, "(fraction)", nameof(lowestSolids));
        var list = new WindowPoint[points];
        for (int i = 0; i < points; i++) list[i] = PointAt(lowestSolids + (last - lowestSolids) * i / (points - 1));

        WindowPoint lowest = list[0], highest = list[^1];
        (double, double)? window = null;
        var upper = WindowBound.Jammed;
        // Viscosities and yield stress rise with the solids content, so the window has at most one piece.
        if (!IsThick(lowest.Bound) && highest.Bound != WindowBound.TooThin)
        {
            double low = lowest.Bound == WindowBound.TooThin ? Edge(b => b == WindowBound.TooThin) : lowestSolids;
            double high = IsThick(highest.Bound) ? Edge(b => !IsThick(b)) : last;
            if (IsThick(highest.Bound)) upper = PointAt(Math.Min(last, high + 2 * Tolerance)).Bound;
            if (low < high) window = (low, high);
        }
        else if (IsThick(lowest.Bound))
        {
            upper = lowest.Bound;
        }
        return new CoatingWindow { Points = list, JammingSolids = jamming, Solids = window, UpperBound = upper };

        WindowPoint PointAt(double w)
        {
            var slurry = new Formulation { Solids = solids, SolventDensity = solventDensity, SolventToSolidRatio = 1 / w - 1 };
            Casson flow = SlurryRheology.Of(slurry, medium, laws).Flow;
            var point = new WindowPoint(w, slurry.SolidVolumeFraction, flow.Viscosity(0.1), flow.Viscosity(10), flow.Viscosity(100), flow.YieldStress, WindowBound.None);
            return point with { Bound = BoundOf(point, laws) };
        }

        double Edge(Func<WindowBound, bool> isBelow)
        {
            double low = lowestSolids, high = last;
            while (high - low > Tolerance)
            {
                double middle = 0.5 * (low + high);
                if (isBelow(PointAt(middle).Bound)) low = middle;
                else high = middle;
            }
            return 0.5 * (low + high);
        }
    }

    private static bool IsThick(WindowBound bound) => bound is WindowBound.TooThick or WindowBound.TooStiff;

    private static WindowBound BoundOf(WindowPoint point, SlurryLaws laws) =>
        point.YieldStress > laws.HighestYieldStress.Value ? WindowBound.TooStiff
        : point.ViscosityAt10 > laws.HighestCoatingViscosity.Value ? WindowBound.TooThick
        : point.ViscosityAt100 < laws.LowestCoatingViscosity.Value ? WindowBound.TooThin : WindowBound.None;
}
