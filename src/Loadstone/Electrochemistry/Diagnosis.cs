namespace Loadstone.Electrochemistry;

/// <summary>Says in the field's words why time stepping could not go on.</summary>
internal static class Diagnosis
{
    private const double DepletedConcentration = 1;
    private const double EdgeOfStoichiometry = 1e-3;

    /// <summary>The reason, from the last good state.</summary>
    public static (StepEnd End, string Text) Of(PorousElectrodeSystem system, ReadOnlySpan<double> y)
    {
        CellGrid grid = system.Grid;
        int driest = 0;
        for (int i = 1; i < grid.Count; i++)
        {
            if (y[i] < y[driest]) driest = i;
        }
        if (y[driest] < DepletedConcentration)
        {
            return (StepEnd.ElectrolyteDepleted,
                $"electrolyte depleted: {y[driest]:g3} mol/m³ left at {grid.Centre[driest] * 1e6:f1} µm from the negative side");
        }
        for (int k = 0; k < grid.ParticleCount; k++)
        {
            double theta = system.SurfaceStoichiometryAt(y, k);
            string where = $"the surface of particles of radius {grid.Radius[k] * 1e6:g3} µm at {grid.Centre[grid.ParticleCell[k]] * 1e6:f1} µm from the negative side";
            if (theta < EdgeOfStoichiometry) return (StepEnd.ParticlesEmpty, $"no lithium left at {where}");
            if (theta > 1 - EdgeOfStoichiometry) return (StepEnd.ParticlesFull, $"no room for lithium left at {where}");
        }
        return (StepEnd.SolverStopped, $"time stepping stopped at {system.Voltage(y):g5} V: no step meets the error bound");
    }
}
