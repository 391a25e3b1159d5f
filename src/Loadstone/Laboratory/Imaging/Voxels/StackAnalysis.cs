using Loadstone.Laboratory.Imaging.Voxels.Diffusion;

namespace Loadstone.Laboratory.Imaging.Voxels;

/// <summary>What is asked of a stack.</summary>
/// <param name="Diffusivities">Diffusivity or conductivity of each phase, 0 for insulators; null to leave transport out.</param>
/// <param name="SizesOf">Index of the phase whose sizes are asked, or null.</param>
public sealed record StackQuestions(IReadOnlyList<double>? Diffusivities, int? SizesOf);

/// <summary>What a segmented stack says.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Shares">Fractions of the phases.</param>
/// <param name="Diffusivities">Diffusivity of each phase, or null.</param>
/// <param name="Transport">Transport along x, y, z; empty where it was not asked for.</param>
/// <param name="Sizes">Sizes of a phase, or null.</param>
public sealed record StackAnalysis(
    VoxelStack Stack, IReadOnlyList<PhaseShare> Shares, IReadOnlyList<double>? Diffusivities, IReadOnlyList<AxisTransport> Transport,
    SizeDistribution? Sizes)
{
    /// <summary>Analyses a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="questions">What is asked.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">A phase whose sizes are asked is not there or fills the stack.</exception>
    public static StackAnalysis Of(VoxelStack stack, StackQuestions questions, CancellationToken cancellation = default)
    {
        IReadOnlyList<PhaseShare> shares = PhaseShares.Of(stack);
        IReadOnlyList<AxisTransport> transport = questions.Diffusivities is { } diffusivities ? AxisTransport.Of(stack, diffusivities, cancellation) : [];
        return new StackAnalysis(stack, shares, questions.Diffusivities, transport, questions.SizesOf is { } phase ? LocalThickness.Of(stack, phase) : null);
    }
}
