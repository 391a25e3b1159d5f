using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Fading;

/// <summary>One sample of a study of fade.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Track">Its discharges.</param>
/// <param name="Fade">The lines through them.</param>
/// <param name="Warnings">What makes them less sure.</param>
public sealed record FadeSample(string Name, FadeTrack Track, Fade Fade, IReadOnlyList<string> Warnings)
{
    /// <summary>Mass of active material [kg], or null.</summary>
    public Estimate? Mass { get; init; }

    /// <summary>Evenness ψ of the use of its layers, or null.</summary>
    public Estimate? Evenness { get; init; }

    /// <summary>Share of the first capacity lost per charge passed per mass [kg/C]; null without a mass.</summary>
    public Estimate? PerThroughput => Mass is { } mass ? ErrorPropagation.Product(Fade.PerThroughput, mass) : null;

    /// <summary>Share of the first energy lost per charge passed per mass [kg/C]; null without a mass.</summary>
    public Estimate? EnergyPerThroughput => Mass is { } mass ? ErrorPropagation.Product(Fade.EnergyPerThroughput, mass) : null;

    /// <summary>The lines through a test.</summary>
    /// <param name="name">Name of the sample.</param>
    /// <param name="table">Its cycles.</param>
    /// <param name="from">First cycle to use.</param>
    /// <param name="to">Last cycle to use.</param>
    /// <exception cref="InputException">There are fewer than three discharges.</exception>
    public static FadeSample Of(string name, CycleTable table, int from = 1, int to = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(table);
        var track = FadeTrack.Of(table.Cycles, from, to);
        Fade fade = Fade.Of(track) ?? throw new InputException($"{track.Count} discharges from cycle {from} on; a rate of fade needs three or more.", file: table.Source);
        return new FadeSample(name, track, fade, table.Warnings);
    }
}
