namespace Loadstone.Wetting;

/// <summary>Makes beds of discs from layers: the same seed gives the same bed on every machine.</summary>
public sealed record BedGenerator
{
    // Discs of half a gap more than their own radius cannot fill more than this; beyond, no pushing helps.
    private const double Densest = 0.82;

    private const int Tries = 6, Rounds = 6000;

    /// <summary>Width of the box [m].</summary>
    public double Width { get; init => field = Require.Positive(value, "m"); } = 50e-6;

    /// <summary>Smallest distance between discs [m]: without one a dense bed in two dimensions lets nothing through.</summary>
    public double Gap { get; init => field = Require.NotNegative(value, "m"); } = 0.8e-6;

    /// <summary>Smallest distance of discs from the sides and from the faces of their layer [m].</summary>
    public double WallClearance { get; init => field = Require.NotNegative(value, "m"); } = 0.4e-6;

    /// <summary>Free height above the topmost layer [m].</summary>
    public double HeadSpace { get; init => field = Require.NotNegative(value, "m"); }

    /// <summary>Free height below the lowest layer [m].</summary>
    public double TailSpace { get; init => field = Require.NotNegative(value, "m"); }

    /// <summary>Makes a bed.</summary>
    /// <param name="layers">Layers, the first at the foil (the bottom).</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <exception cref="InputException">A layer cannot be packed at its porosity with this gap; the message says which would do.</exception>
    public DiscBed Make(IReadOnlyList<BedLayer> layers, int seed)
    {
        Require.NotEmpty(layers);
        var discs = new List<Disc>();
        double bottom = TailSpace;
        for (int k = 0; k < layers.Count; k++)
        {
            BedLayer layer = layers[k];
            foreach (Disc disc in Fill(layer, k, unchecked(seed * 31 + k))) discs.Add(disc with { Y = disc.Y + bottom });
            bottom += layer.Thickness;
        }
        return DiscBed.Of(Width, bottom + HeadSpace, discs, FormattableString.Invariant($"the bed of seed {seed}"));
    }

    private IReadOnlyList<Disc> Fill(BedLayer layer, int index, int seed)
    {
        double claimed = (1 - layer.Porosity) * layer.Classes.Sum(c => c.AreaShare * Square((c.Radius + Gap / 2) / c.Radius));
        foreach (DiscClass one in layer.Classes)
        {
            if (2 * (one.Radius + WallClearance) > Math.Min(layer.Thickness, Width))
                throw new InputException(FormattableString.Invariant($"discs of {2e6 * one.Radius:g4} µm do not fit into layer {index + 1}, {layer.Thickness * 1e6:g4} µm thick and {Width * 1e6:g4} µm wide; expected smaller particles or a larger box."));
        }
        DiscClass[] classes = [.. layer.Classes.Select(c => c with { AreaShare = c.AreaShare * (1 - layer.Porosity) })];
        if (claimed < Densest)
        {
            var packer = new DiscPacker(Width, layer.Thickness, Gap, WallClearance, PackingSides.Walls, Rounds);
            for (int attempt = 0; attempt < Tries; attempt++)
            {
                (IReadOnlyList<Disc> discs, int leftOut) = packer.Place(classes, unchecked(seed + 7919 * attempt));
                if (leftOut == 0) return discs;
            }
        }
        double possible = 1 - (1 - layer.Porosity) * 0.75 / claimed;
        throw new InputException(FormattableString.Invariant($"layer {index + 1} cannot be packed at a porosity of {layer.Porosity * 100:g3} % with a gap of {Gap * 1e6:g3} µm between discs: with half a gap about each, they would fill {claimed * 100:g3} % of the section. Expected a porosity above about {possible * 100:f0} %, or a smaller gap."));
    }

    private static double Square(double value) => value * value;
}
