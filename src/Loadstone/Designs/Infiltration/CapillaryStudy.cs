using Loadstone.Laboratory;
using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Designs.Infiltration;

/// <summary>How beds fill where capillarity alone decides, over several random beds of one arrangement.</summary>
/// <param name="Name">Name of the arrangement.</param>
/// <param name="Beds">The beds, one a seed.</param>
/// <param name="Fillings">Their fillings, in the same order.</param>
public sealed record CapillaryStudy(string Name, IReadOnlyList<DiscBed> Beds, IReadOnlyList<CapillaryFilling> Fillings)
{
    /// <summary>Share of the pore volume that is wet at breakthrough, with the error of the mean over the seeds: also the breakthrough time over the fill time at a forced flux.</summary>
    public Estimate Saturation => Estimate.MeanOf([.. Fillings.Select(f => f.Saturation)]);

    /// <summary>Share of the pore volume whose air has lost its way out.</summary>
    public Estimate TrappedShare => Estimate.MeanOf([.. Fillings.Select(f => f.TrappedShare)]);

    /// <summary>Curvature at which the liquid leaves below [1/m]; times σ it is a pressure.</summary>
    public Estimate BreakthroughCurvature => Estimate.MeanOf([.. Fillings.Select(f => f.BreakthroughCurvature)]);

    /// <summary>Time of breakthrough, or of the last step from a reservoir that moves the liquid no more [s].</summary>
    public Estimate Time => Estimate.MeanOf([.. Fillings.Select(f => f.Time)]);

    /// <summary>Share of the box that is no disc.</summary>
    public Estimate Porosity => Estimate.MeanOf([.. Beds.Select(b => b.Porosity)]);

    /// <summary>Fills given beds.</summary>
    /// <param name="name">Name of the arrangement.</param>
    /// <param name="beds">The beds.</param>
    /// <param name="liquid">The liquid.</param>
    /// <param name="drive">What drives it.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">The contact angle is beyond 90°.</exception>
    public static CapillaryStudy Of(string name, IReadOnlyList<DiscBed> beds, CapillaryLiquid liquid, FillingDrive drive, CancellationToken cancellation = default)
    {
        Require.NotEmpty(beds);
        var fillings = new CapillaryFilling[beds.Count];
        ParallelWork.Each(beds.Count, i => fillings[i] = CapillaryFilling.Of(beds[i], liquid, drive), cancellation);
        return new CapillaryStudy(name, beds, fillings);
    }

    /// <summary>Makes beds of layers, one for each seed from 1 on.</summary>
    /// <param name="generator">How they are made.</param>
    /// <param name="layers">The layers, the first at the foil.</param>
    /// <param name="seeds">How many.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">A layer cannot be packed.</exception>
    public static IReadOnlyList<DiscBed> Pack(BedGenerator generator, IReadOnlyList<BedLayer> layers, int seeds, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(seeds, 1);
        var beds = new DiscBed[seeds];
        ParallelWork.Each(seeds, i => beds[i] = generator.Make(layers, i + 1), cancellation);
        return beds;
    }
}
