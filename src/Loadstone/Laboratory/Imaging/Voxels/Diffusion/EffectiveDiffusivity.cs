namespace Loadstone.Laboratory.Imaging.Voxels.Diffusion;

/// <summary>Effective diffusivity (or conductivity) of a stack along one axis.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Relative">Effective diffusivity over that of the best conducting phase, D_eff/D.</param>
/// <param name="Fraction">Volume fraction ε of the conducting phases.</param>
/// <param name="Imbalance">Relative difference between the fluxes in and out.</param>
/// <param name="Iterations">Steps of the solver.</param>
/// <param name="Converged">Whether the imbalance came below the tolerance.</param>
public sealed record DiffusivityResult(StackAxis Axis, double Relative, double Fraction, double Imbalance, int Iterations, bool Converged)
{
    /// <summary>Tortuosity factor τ = ε D/D_eff of the conducting phases; infinite where none reaches from side to side.</summary>
    public double TortuosityFactor => Fraction / Relative;
}

/// <summary>
/// Steady diffusion solved on the voxels: finite volumes with one cell a voxel, faces of two half voxels in series, both ends of the axis at
/// fixed concentrations on the outer faces, the other sides closed.
/// </summary>
public static class EffectiveDiffusivity
{
    /// <summary>Standard tolerance of the fluxes in and out.</summary>
    public const double Tolerance = 1e-5;

    private const int MostIterations = 2000;

    /// <summary>Solves along an axis.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="diffusivities">Diffusivity of each phase, 0 for insulators, at least one above.</param>
    /// <param name="clusters">Clusters of the phases that are no insulators: those that reach nowhere carry nothing.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="tolerance">Largest relative difference between the fluxes in and out.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The stack is too large to be laid out, or no phase conducts.</exception>
    public static DiffusivityResult Solve(VoxelStack stack, IReadOnlyList<double> diffusivities, Clusters clusters, StackAxis axis, double tolerance = Tolerance, CancellationToken cancellation = default) =>
        Solve(stack, diffusivities, clusters, axis, tolerance, new DiffusionWorkspace(), cancellation);

    /// <summary>The same in arrays that several solutions share.</summary>
    internal static DiffusivityResult Solve(VoxelStack stack, IReadOnlyList<double> diffusivities, Clusters clusters, StackAxis axis, double tolerance, DiffusionWorkspace workspace, CancellationToken cancellation)
    {
        double best = Require.Positive(Require.NotEmpty(diffusivities).Max(), "");
        float[] resistivities = [.. diffusivities.Select(d => (float)(best / d))];
        double fraction = 0, voxels = stack.Labels.Length;
        for (int p = 0; p < diffusivities.Count; p++) fraction += diffusivities[p] > 0 ? stack.Labels.AsSpan().Count((byte)p) / voxels : 0;

        // The axis becomes the grid's last one.
        (StackAxis first, StackAxis second) = axis switch { StackAxis.X => (StackAxis.Y, StackAxis.Z), StackAxis.Y => (StackAxis.X, StackAxis.Z), _ => (StackAxis.X, StackAxis.Y) };
        var shape = new GridShape(stack.Count(first), stack.Count(second), stack.Count(axis));
        float[] resistivity = workspace.Take(0, shape.Length);
        Array.Fill(resistivity, float.PositiveInfinity);
        foreach (int plate in (int[])[-1, shape.Z])
        {
            for (int y = 0; y < shape.Y; y++) resistivity.AsSpan(shape.RowAt(y, plate), shape.X).Clear();
        }
        foreach (Clusters.Run run in clusters.Percolating(axis))
        {
            ReadOnlySpan<byte> labels = stack.Row(run.Y, run.Z);
            (int start, int step) = axis switch
            {
                StackAxis.X => (shape.RowAt(run.Z, 0) + run.Y, shape.Plane),
                StackAxis.Y => (shape.RowAt(run.Z, run.Y), 1),
                _ => (shape.RowAt(run.Y, run.Z), 1),
            };
            for (int x = run.From; x < run.To; x++) resistivity[start + x * step] = resistivities[labels[x]];
        }

        // Face over distance, relative to faces across the axis.
        double along = stack.Voxel(axis), x2 = along / stack.Voxel(first), y2 = along / stack.Voxel(second);
        var problem = new SteadyDiffusion(shape, resistivity, ((float)(x2 * x2), (float)(y2 * y2), 1), workspace);
        DiffusionSolution found = problem.Solve(tolerance, MostIterations, cancellation);
        double relative = found.Conductance * shape.Z / ((double)shape.X * shape.Y);
        return new DiffusivityResult(axis, relative, fraction, found.Conductance > 0 ? Math.Abs(found.Inflow - found.Outflow) / found.Conductance : 0, found.Iterations, found.Converged);
    }
}
