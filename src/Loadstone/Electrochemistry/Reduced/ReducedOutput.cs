namespace Loadstone.Electrochemistry.Reduced;

/// <summary>Reads out of the state of a reduced model what the full model also gives.</summary>
internal static class ReducedOutput
{
    private const double DepletedConcentration = 1;
    private const double EdgeOfStoichiometry = 1e-3;

    /// <summary>Why time stepping could not go on, from the last good state.</summary>
    public static (StepEnd End, string Text) Diagnose(ReducedSystem system, ReadOnlySpan<double> y)
    {
        CellGrid grid = system.Grid;
        for (int i = 0; i < grid.Count; i++)
        {
            if (y[i] < DepletedConcentration)
            {
                return (StepEnd.ElectrolyteDepleted,
                    $"electrolyte depleted: {y[i]:g3} mol/m³ left at {grid.Centre[i] * 1e6:f1} µm from the negative side");
            }
        }
        for (int k = 0; k < system.Classes.Count; k++)
        {
            double theta = system.SurfaceStoichiometryAt(y, k);
            string where = $"the surface of the {system.Classes.Material[k].Name} particles of radius {system.Classes.Radius[k] * 1e6:g3} µm";
            if (theta < EdgeOfStoichiometry) return (StepEnd.ParticlesEmpty, $"no lithium left at {where}");
            if (theta > 1 - EdgeOfStoichiometry) return (StepEnd.ParticlesFull, $"no room for lithium left at {where}");
        }
        return (StepEnd.SolverStopped, $"time stepping stopped at {system.Voltage(y):g5} V: no step meets the error bound");
    }

    /// <summary>
    /// Lithium in particles and electrolyte, less what a lithium electrode has given since the start [mol/m²]: constant.
    /// </summary>
    public static double Lithium(ReducedSystem system, ReadOnlySpan<double> y, bool halfCell)
    {
        CellGrid grid = system.Grid;
        double lithium = 0;
        for (int i = 0; i < grid.Count; i++) lithium += grid.Width[i] * grid.Porosity[i] * y[i];
        for (int k = 0; k < system.Classes.Count; k++) lithium += system.Classes.Sites[k] * Mean(system, y, k);
        return halfCell ? lithium - y[system.Layout.Charge] / PhysicalConstants.Faraday : lithium;
    }

    /// <summary>The profiles of a state; what the model takes as one value along the depth is given as that value.</summary>
    public static Profiles Read(ReducedSystem system, ReadOnlySpan<double> y, double time)
    {
        CellGrid grid = system.Grid;
        LumpedClasses classes = system.Classes;
        int n = grid.Count;
        var particles = new ParticleProfile[classes.Count];
        for (int k = 0; k < classes.Count; k++)
        {
            double[] position = [.. grid.Centre.Where((_, i) => classes.SurfaceInCell[k][i] > 0)];
            int count = position.Length;
            particles[k] = new ParticleProfile(classes.Material[k].Name, classes.Radius[k], position,
                Repeat(system.SurfaceStoichiometryAt(y, k), count), Repeat(Mean(system, y, k), count),
                Repeat(y[system.Layout.Reaction + k], count));
        }
        // Against the negative terminal, without the drops within electrodes and separator, which the model knows as means.
        double[] solid = new double[n];
        Array.Fill(solid, double.NaN, grid.NegativeCount, grid.SeparatorCount);
        Array.Fill(solid, y[system.Layout.Voltage], grid.PositiveStart, grid.PositiveCount);
        double[] electrolyte = new double[n];
        for (int i = 0; i < n; i++)
        {
            electrolyte[i] = i < grid.PositiveStart ? -y[system.Layout.Negative] : y[system.Layout.Voltage] - y[system.Layout.Positive];
        }
        return new Profiles
        {
            Time = time,
            CurrentDensity = y[system.Layout.Current],
            Position = grid.Centre,
            SaltConcentration = y[..n].ToArray(),
            ElectrolytePotential = electrolyte,
            SolidPotential = solid,
            Particles = particles,
        };
    }

    private static double Mean(ReducedSystem system, ReadOnlySpan<double> y, int k)
    {
        double sum = 0;
        for (int s = 0; s < system.Radial.Count; s++)
        {
            sum += system.Radial.Volume[s] * y[system.Layout.Stoichiometry + s * system.Classes.Count + k];
        }
        return 3 * sum;
    }

    private static double[] Repeat(double value, int count)
    {
        var values = new double[count];
        Array.Fill(values, value);
        return values;
    }
}
