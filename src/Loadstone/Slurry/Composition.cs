using System.Globalization;

namespace Loadstone.Slurry;

/// <summary>The solids of one layer. Their mass fractions add to 1. Immutable.</summary>
public sealed class Composition
{
    private const double RoundOff = 1e-9;

    /// <summary>A recipe of solids.</summary>
    /// <param name="components">The solids, several of one role if so wished.</param>
    /// <exception cref="InputException">The mass fractions do not add to 100 %.</exception>
    public Composition(IReadOnlyList<SolidComponent> components)
    {
        Components = [.. Require.NotEmpty(components)];
        double sum = Components.Sum(c => c.MassFraction);
        if (Math.Abs(sum - 1) > RoundOff)
        {
            string names = string.Join(" + ", Components.Select(c => c.Name));
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"the mass fractions {names} add to {sum * 100:0.######} %; expected 100 %."));
        }
        SpecificVolume = Components.Sum(c => c.MassFraction / c.Density);
        WettedSurface = SurfaceOf(ComponentRole.Active) + SurfaceOf(ComponentRole.Carbon);
    }

    /// <summary>The solids, in the order in which they were given.</summary>
    public IReadOnlyList<SolidComponent> Components { get; }

    /// <summary>Volume of the solids per mass of solids, Σ f_i/ρ_i [m³/kg].</summary>
    public double SpecificVolume { get; }

    /// <summary>Density of the solids without pores [kg/m³].</summary>
    public double Density => 1 / SpecificVolume;

    /// <summary>Surface of active materials and carbons per mass of solids, A = f_a s_a + f_c s_c [m²/kg] (Yari 2020, section 3.1).</summary>
    public double WettedSurface { get; }

    /// <summary>
    /// Thickness of the binder film on the wetted surface, t_b = (f_b/ρ_b)/A [m] (Yari 2020, section 3.1; after Lestriez 2010);
    /// 0 without binder, infinite where binder has no surface to cover.
    /// </summary>
    public double BinderFilmThickness
    {
        get
        {
            double volume = VolumeOf(ComponentRole.Binder);
            return volume == 0 ? 0 : volume / WettedSurface;
        }
    }

    /// <summary>Mass of all solids of a role per mass of solids.</summary>
    public double MassFractionOf(ComponentRole role) => Sum(role, c => c.MassFraction);

    /// <summary>Volume of all solids of a role per mass of solids [m³/kg].</summary>
    public double VolumeOf(ComponentRole role) => Sum(role, c => c.MassFraction / c.Density);

    /// <summary>Surface of all solids of a role per mass of solids [m²/kg].</summary>
    public double SurfaceOf(ComponentRole role) => Sum(role, c => c.MassFraction * c.SpecificSurface);

    private double Sum(ComponentRole role, Func<SolidComponent, double> of) => Components.Where(c => c.Role == role).Sum(of);
}
