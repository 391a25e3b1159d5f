using Loadstone.Wetting.Areas;

namespace Loadstone.Designs.Building;

/// <summary>How an electrode of a cell was filled and rested.</summary>
/// <param name="Side">"positive" or "negative".</param>
/// <param name="Wetting">The filling; its first layer is the separator.</param>
public sealed record ElectrodeWetting(string Side, AreaWetting Wetting)
{
    /// <summary>Wetted fraction of the electrode's pores at the end of the rest.</summary>
    public double Wetted => Wetting.Overall(Wetting.States[^1], firstLayer: 1);

    /// <summary>Wetted fraction of each of the electrode's layers at the end of the rest, from the foil to the separator.</summary>
    public IReadOnlyList<double> OfLayers => [.. Wetting.Wetted.Skip(1).Reverse()];
}
