using Loadstone.Quantities;
using Loadstone.Wetting;

namespace Loadstone.Designs.Infiltration;

/// <summary>A number that a ranking takes of every bed [SI].</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Unit">Unit in which it is shown, or null for the kind's first one.</param>
public sealed record RankingFigure(string Name, QuantityKind Kind, string? Unit = null)
{
    /// <summary>Whether arrangements are ordered by it too, beside the first number; a share of the fill time then.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Whether it is drawn against what is swept.</summary>
    public bool IsPlotted { get; init; }

    /// <summary>Whether it stands among the numbers of each bed alone, not in the summary.</summary>
    public bool IsDetail { get; init; }
}

/// <summary>What a ranking does with each bed: how it is filled, and which numbers are taken of it.</summary>
public abstract record RankingMeasure
{
    /// <summary>The numbers. Arrangements are ordered by the first, a fraction: the time at which the liquid comes through over the time in which the flux would fill all pores.</summary>
    public abstract IReadOnlyList<RankingFigure> Figures { get; }

    /// <summary>Contact angles [rad], rising, of which each gives numbers of its own; NaN alone where no angle acts.</summary>
    public abstract IReadOnlyList<double> ContactAngles { get; init; }

    /// <summary>Whether a contact angle acts.</summary>
    public bool HasAngles => !double.IsNaN(ContactAngles[0]);

    /// <summary>How beds are filled, as the end of a sentence.</summary>
    internal abstract string Words { get; }

    /// <summary>All that the numbers of a bed hang on, beside the bed, to be told from other settings.</summary>
    internal abstract object Settings { get; }

    /// <summary>Refuses a bed before the work begins.</summary>
    /// <exception cref="InputException">It cannot be filled so.</exception>
    internal virtual void Check(DiscBed bed)
    {
    }

    /// <summary>How many beds may be filled at once; −1 for as many as there are processors.</summary>
    internal virtual int AtOnce(DiscBed bed) => -1;

    /// <summary>Fills a bed.</summary>
    /// <param name="bed">The bed.</param>
    /// <param name="folder">Folder for the state of what is not finished, or null.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>For each contact angle the figures.</returns>
    internal abstract double[][] Of(DiscBed bed, string? folder, Action<double> progress, CancellationToken cancellation);
}
