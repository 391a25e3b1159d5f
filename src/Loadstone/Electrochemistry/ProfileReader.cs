namespace Loadstone.Electrochemistry;

/// <summary>Reads profiles out of a state.</summary>
internal static class ProfileReader
{
    /// <summary>The profiles of a state.</summary>
    public static Profiles Read(PorousElectrodeSystem system, ReadOnlySpan<double> y, double time)
    {
        CellGrid grid = system.Grid;
        StateLayout layout = system.Layout;
        int n = grid.Count;
        double[] solid = y.Slice(layout.SolidPotential, n).ToArray();
        Array.Fill(solid, double.NaN, grid.NegativeCount, grid.SeparatorCount);
        var particles = new ParticleProfile[grid.ClassCount];
        for (int c = 0; c < grid.ClassCount; c++) particles[c] = ReadClass(system, y, c);
        return new Profiles
        {
            Time = time,
            Temperature = y[layout.Temperature],
            CurrentDensity = y[layout.Current],
            LithiumReactionCurrent = system.IsHalfCell ? system.LithiumReactionOf(y) : null,
            Position = grid.Centre,
            SaltConcentration = y[..n].ToArray(),
            ElectrolytePotential = y.Slice(layout.ElectrolytePotential, n).ToArray(),
            SolidPotential = solid,
            Particles = particles,
        };
    }

    private static ParticleProfile ReadClass(PorousElectrodeSystem system, ReadOnlySpan<double> y, int classIndex)
    {
        CellGrid grid = system.Grid;
        int first = Array.IndexOf(grid.ParticleClassIndex, classIndex);
        int count = grid.ParticleClassIndex.Count(c => c == classIndex);
        double[] position = new double[count], surface = new double[count], mean = new double[count], reaction = new double[count];
        for (int k = 0; k < count; k++)
        {
            int particle = first + k;
            position[k] = grid.Centre[grid.ParticleCell[particle]];
            surface[k] = system.SurfaceStoichiometryAt(y, particle);
            mean[k] = LithiumInventory.MeanStoichiometry(system, y, particle);
            reaction[k] = y[system.Layout.Reaction + particle];
        }
        int material = Array.FindLastIndex(grid.MaterialStart, start => start <= first);
        return new ParticleProfile(grid.Materials[material].Name, grid.Radius[first], position, surface, mean, reaction);
    }
}
