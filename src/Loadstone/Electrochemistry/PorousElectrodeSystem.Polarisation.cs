using Loadstone.Electrochemistry.Analysis;

namespace Loadstone.Electrochemistry;

// Where the potential of the electrolyte falls, with the very coefficients that the fluxes are made of.
internal sealed partial class PorousElectrodeSystem
{
    /// <summary>Takes the falls of the electrolyte's potential apart.</summary>
    /// <param name="salt">c_e [mol/m³] of each cell.</param>
    /// <param name="potential">φ_e [V] of each cell.</param>
    /// <param name="current">Current density, discharge positive [A/m²].</param>
    /// <param name="temperature">T [K].</param>
    public ElectrolyteFalls FallsOf(IReadOnlyList<double> salt, IReadOnlyList<double> potential, double current, double temperature)
    {
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

        LithiumSide side = EvaluateLithiumSide(salt[0], current);
        falls.LithiumFilm = _lithium.FilmResistance * current;
        falls.LithiumChargeTransfer = -side.Potential - falls.LithiumFilm;
        falls.LithiumConcentration = -side.Diffusion;
        falls.LithiumOhmic = side.Potential + side.Diffusion - potential[0];
        return falls;
    }
}
