using Loadstone.Electrochemistry.Analysis;

namespace Loadstone.Electrochemistry;

// Where the potential of the electrolyte falls, with the very coefficients that the fluxes are made of.
internal sealed partial class PorousElectrodeSystem
{
    /// <summary>Takes the falls of the electrolyte's potential apart.</summary>
    /// <param name="profiles">The profiles.</param>
    /// <param name="temperature">T [K].</param>
    public ElectrolyteFalls FallsOf(Profiles profiles, double temperature)
    {
        IReadOnlyList<double> salt = profiles.SaltConcentration, potential = profiles.ElectrolytePotential;
        int n = _grid.Count;
        var y = new double[Size];
        for (int i = 0; i < n; i++)
        {
            y[i] = salt[i];
            y[_layout.ElectrolytePotential + i] = potential[i];
        }
        Temperature = temperature;
        EvaluateElectrolyte(y);
        var falls = new ElectrolyteFalls(n - 1);
        for (int i = 0; i < n - 1; i++)
        {
            ref readonly Face face = ref EvaluateFace(y, i);
            double half = _grid.Width[i] / 2;
            falls.Ohmic[i] = -face.Drive;
            falls.Concentration[i] = face.Drive - (potential[i + 1] - potential[i]);
            falls.OhmicShareLeft[i] = half / _kappa[i] * face.Conductance;
            falls.ConcentrationShareLeft[i] = half / _diffusion[i] * face.DiffusionConductance;
        }
        if (_lithium is null) return falls;

        double reaction = profiles.LithiumReactionCurrent ?? profiles.CurrentDensity;
        LithiumSide side = EvaluateLithiumSide(salt[0], profiles.CurrentDensity, reaction);
        falls.LithiumFilm = _lithium.FilmResistance * reaction;
        falls.LithiumChargeTransfer = -side.Potential - falls.LithiumFilm;
        falls.LithiumConcentration = -side.Diffusion;
        falls.LithiumOhmic = side.Potential + side.Diffusion - potential[0];
        return falls;
    }
}
