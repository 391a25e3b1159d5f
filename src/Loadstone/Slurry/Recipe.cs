using System.Globalization;

namespace Loadstone.Slurry;

/// <summary>The way back: the recipe that gives a wanted state of the slurry.</summary>
public static class Recipe
{
    /// <summary>
    /// The mass fractions that give a binder film and a carbon fraction. With f_a = 1 − f_c − f_b − f_o the binder follows
    /// from t_b (f_a s_a + f_c s_c) = f_b/ρ_b, which is linear in f_b (Yari et al. 2020, section 3.1, solved for f_b).
    /// </summary>
    /// <param name="solids">
    /// The solids: within a role their proportions are kept, and solids of role <see cref="ComponentRole.Other"/> keep their
    /// fraction f_o. There must be some active material, and some carbon and binder where they are wanted.
    /// </param>
    /// <param name="binderFilmThickness">Wanted t_b [m].</param>
    /// <param name="carbonFraction">Wanted f_c, mass of all carbons per mass of solids.</param>
    /// <exception cref="InputException">No active material would be left.</exception>
    /// <exception cref="ArgumentException">A role is wanted that the solids do not have.</exception>
    public static Composition For(Composition solids, double binderFilmThickness, double carbonFraction)
    {
        ArgumentNullException.ThrowIfNull(solids);
        Require.NotNegative(binderFilmThickness, "m", nameof(binderFilmThickness));
        Require.Fraction(carbonFraction, nameof(carbonFraction));
        double fc = carbonFraction, fo = solids.MassFractionOf(ComponentRole.Other);
        double sa = PerMass(solids, ComponentRole.Active, solids.SurfaceOf);
        double sc = fc == 0 ? 0 : PerMass(solids, ComponentRole.Carbon, solids.SurfaceOf);
        double tb = binderFilmThickness, fb = 0;
        if (tb > 0)
        {
            double vb = PerMass(solids, ComponentRole.Binder, solids.VolumeOf);
            fb = tb * ((1 - fc - fo) * sa + fc * sc) / (vb + tb * sa);
        }
        double fa = 1 - fc - fb - fo;
        if (fa <= 0)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"a binder film of {tb * 1e9:g4} nm on {fc * 100:g4} % of carbon takes {fb * 100:g4} % of binder, which leaves no active material; expected a thinner film or less carbon."));
        }
        return new Composition([.. solids.Components.Select(c => c with { MassFraction = c.MassFraction * Scale(c.Role) })]);

        double Scale(ComponentRole role)
        {
            double wanted = role switch { ComponentRole.Active => fa, ComponentRole.Carbon => fc, ComponentRole.Binder => fb, _ => fo };
            double present = solids.MassFractionOf(role);
            return present == 0 ? 0 : wanted / present;
        }
    }

    /// <summary>The slurry that gives a binder film, a carbon fraction and a solvent shell: <see cref="For(Composition, double, double)"/> with ss = t_s A ρ_s.</summary>
    /// <param name="solids">The solids, as there.</param>
    /// <param name="binderFilmThickness">Wanted t_b [m].</param>
    /// <param name="carbonFraction">Wanted f_c.</param>
    /// <param name="solventShellThickness">Wanted t_s [m].</param>
    /// <param name="solventDensity">ρ_s [kg/m³].</param>
    /// <exception cref="InputException">No active material would be left.</exception>
    /// <exception cref="ArgumentException">A role is wanted that the solids do not have.</exception>
    public static Formulation For(Composition solids, double binderFilmThickness, double carbonFraction, double solventShellThickness, double solventDensity)
    {
        Composition recipe = For(solids, binderFilmThickness, carbonFraction);
        return new Formulation
        {
            Solids = recipe,
            SolventDensity = solventDensity,
            SolventToSolidRatio = Require.NotNegative(solventShellThickness, "m", nameof(solventShellThickness)) * recipe.WettedSurface * solventDensity,
        };
    }

    private static double PerMass(Composition solids, ComponentRole role, Func<ComponentRole, double> of)
    {
        double mass = solids.MassFractionOf(role);
        return mass > 0 ? of(role) / mass : throw new ArgumentException($"The solids hold none of the role {role}.", nameof(solids));
    }
}
