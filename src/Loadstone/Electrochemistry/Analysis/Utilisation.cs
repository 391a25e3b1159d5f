using Loadstone.Cells;
using Loadstone.Electrodes;

namespace Loadstone.Electrochemistry.Analysis;

/// <summary>How much of its usable lithium a particle class has given or taken over the depth of its layer.</summary>
/// <param name="Material">Name of the material.</param>
/// <param name="Radius">Particle radius [m].</param>
/// <param name="Position">Cell centres from the negative collector or the lithium [m], length m.</param>
/// <param name="Values">Utilisation, 0 as at rest at the upper cut-off and 1 as at rest at the lower one, length m.</param>
public sealed record UtilisationProfile(string Material, double Radius, IReadOnlyList<double> Position, IReadOnlyList<double> Values);

/// <summary>
/// Utilisation over the depth: (θ̄(x) − θ_full)/(θ_empty − θ_full) with the mean stoichiometry of the particles and those at rest
/// at the two cut-offs. A layer that is used evenly has the same value everywhere.
/// </summary>
public static class Utilisation
{
    /// <summary>Utilisation of every particle class, in the order of <see cref="Profiles.Particles"/>.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="profiles">Profiles of a simulation of the cell.</param>
    /// <exception cref="ArgumentException">The profiles belong to another cell.</exception>
    /// <exception cref="InputException">The cell cannot rest at its cut-offs.</exception>
    public static IReadOnlyList<UtilisationProfile> Of(Cell cell, Profiles profiles)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(profiles);
        var full = CellBalance.PotentialsAt(cell, 1);
        var empty = CellBalance.PotentialsAt(cell, 0);
        (IntercalationMaterial Material, double Full, double Empty)[] classes =
        [
            .. Classes(cell.Negative).Select(material => (material, full.Negative, empty.Negative)),
            .. Classes(cell.Positive).Select(material => (material, full.Positive, empty.Positive)),
        ];
        if (classes.Length != profiles.Particles.Count)
            throw new ArgumentException($"The profiles have {profiles.Particles.Count} particle classes, this cell has {classes.Length}.", nameof(profiles));
        return [.. classes.Zip(profiles.Particles, (c, particles) => Of(particles, c.Material, c.Full, c.Empty, cell.Temperature))];
    }

    private static UtilisationProfile Of(ParticleProfile particles, IntercalationMaterial material, double full, double empty, double temperature)
    {
        double from = CellBalance.StoichiometryAt(material, full, temperature), to = CellBalance.StoichiometryAt(material, empty, temperature);
        return new UtilisationProfile(particles.Material, particles.Radius, particles.Position,
            [.. particles.MeanStoichiometry.Select(theta => (theta - from) / (to - from))]);
    }

    private static IEnumerable<IntercalationMaterial> Classes(Electrode? electrode) =>
        electrode?.Layers.SelectMany(layer => layer.Particles).Select(particles => particles.Material) ?? [];
}
