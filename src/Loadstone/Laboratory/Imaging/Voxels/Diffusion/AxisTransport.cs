namespace Loadstone.Laboratory.Imaging.Voxels.Diffusion;

/// <summary>Transport along one axis of a stack, as of a sample of a material.</summary>
/// <param name="Whole">Solution of the whole box.</param>
/// <param name="ConnectedShare">Share of the conducting phases' voxels in clusters that reach from side to side.</param>
/// <param name="Relative">D_eff/D; its error is that of the mean over the eight octants, NaN where they are too small.</param>
/// <param name="TortuosityFactor">τ = ε D/D_eff, likewise.</param>
public sealed record AxisTransport(DiffusivityResult Whole, double ConnectedShare, Estimate Relative, Estimate TortuosityFactor)
{
    private const int SmallestSide = 32;
    private const int Octants = 8;

    // The octants differ by per cents; a thousandth more is no news.
    private const double OctantTolerance = 1e-3;

    /// <summary>All axes of a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="diffusivities">Diffusivity of each phase, 0 for insulators, at least one above.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<AxisTransport> Of(VoxelStack stack, IReadOnlyList<double> diffusivities, CancellationToken cancellation = default)
    {
        bool[] conducts = [.. diffusivities.Select(d => d > 0)];
        StackAxis[] axes = Enum.GetValues<StackAxis>();
        var workspace = new DiffusionWorkspace();
        var parts = new List<DiffusivityResult[]>();
        if (axes.All(axis => stack.Count(axis) >= SmallestSide))
        {
            for (int i = 0; i < Octants; i++)
            {
                VoxelStack octant = stack.Octant(i);
                var within = new Clusters(octant, conducts);
                parts.Add([.. axes.Select(axis => EffectiveDiffusivity.Solve(octant, diffusivities, within, axis, OctantTolerance, workspace, cancellation))]);
            }
        }
        var clusters = new Clusters(stack, conducts);
        return [.. axes.Select((axis, a) =>
        {
            DiffusivityResult whole = EffectiveDiffusivity.Solve(stack, diffusivities, clusters, axis, EffectiveDiffusivity.Tolerance, workspace, cancellation);
            double factor = whole.TortuosityFactor;
            Estimate relative = OfParts(whole.Relative, parts, part => part[a].Relative);
            // What of ε the tortuosity does not turn into D, to first order.
            Estimate tortuosity = whole.Relative > 0 ? OfParts(factor, parts, part => (part[a].Fraction - factor * part[a].Relative) / whole.Relative) : new Estimate(factor, double.NaN);
            return new AxisTransport(whole, clusters.ConnectedShare(axis), relative, tortuosity);
        })];
    }

    private static Estimate OfParts(double value, List<DiffusivityResult[]> parts, Func<DiffusivityResult[], double> quantity) =>
        parts.Count == 0 ? new Estimate(value, double.NaN) : Estimate.MeanOf([.. parts.Select(quantity)]) with { Value = value };
}
