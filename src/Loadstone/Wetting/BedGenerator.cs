namespace Loadstone.Wetting;

/// <summary>Makes beds of discs from layers: the same seed gives the same bed on every machine.</summary>
public sealed record BedGenerator
{
    // Discs of half a gap more than their own radius cannot fill more than this; beyond, no pushing helps.
    private const double Densest = 0.82;

    private const int Tries = 16, Rounds = 6000;

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
            foreach (Disc disc in Fill(layer, k, seed)) discs.Add(disc with { Y = disc.Y + bottom });
            bottom += layer.Thickness;
        }
        return DiscBed.Of(Width, bottom + HeadSpace, discs, FormattableString.Invariant($"the bed of seed {seed}"));
    }

    private IReadOnlyList<Disc> Fill(BedLayer layer, int index, int seed)
    {
        double claimed = (1 - layer.Porosity) * layer.Classes.Select((c, i) => layer.MeanShare(i) * Square((c.Radius + Gap / 2) / c.Radius)).Sum();
        foreach ((DiscClass one, int i) in layer.Classes.Select((c, i) => (c, i)))
        {
            if (layer.MeanShare(i) > 0 && 2 * (one.Radius + WallClearance) > Math.Min(layer.Thickness, Width))
                throw new InputException(FormattableString.Invariant($"discs of {2e6 * one.Radius:g4} µm do not fit into layer {index + 1}, {layer.Thickness * 1e6:g4} µm thick and {Width * 1e6:g4} µm wide; expected smaller particles or a larger box."));
        }
        DiscClass[] classes = WholeDiscs(layer);
        if (claimed < Densest)
        {
            var packer = new DiscPacker(Width, layer.Thickness, Gap, WallClearance, PackingSides.Walls, Rounds);
            for (int attempt = 0; attempt < Tries; attempt++)
            {
                (IReadOnlyList<Disc> discs, int leftOut) = packer.Place(classes, SeedStream.Of(seed, index, attempt), layer.SharesAtTop is null ? null : layer.HeightBelowWhich);
                if (leftOut == 0) return discs;
            }
        }
        double possible = 1 - (1 - layer.Porosity) * 0.75 / claimed;
        throw new InputException(FormattableString.Invariant($"layer {index + 1} cannot be packed at a porosity of {layer.Porosity * 100:g3} % with a gap of {Gap * 1e6:g3} µm between discs: with half a gap about each, they would fill {claimed * 100:g3} % of the section. Expected a porosity above about {possible * 100:f0} %, or a smaller gap."));
    }

    // Shares that whole discs can have: what is left of a disc of one size goes to the next smaller, so that the porosity is right to half of the smallest.
    private DiscClass[] WholeDiscs(BedLayer layer)
    {
        double section = Width * layer.Thickness, left = 0;
        var classes = new DiscClass[layer.Classes.Count];
        foreach (int i in Enumerable.Range(0, classes.Length).OrderByDescending(i => layer.Classes[i].Radius))
        {
            double radius = layer.Classes[i].Radius, one = Math.PI * radius * radius, wanted = layer.MeanShare(i) * (1 - layer.Porosity) * section + left;
            double placed = layer.MeanShare(i) > 0 ? Math.Max(0, Math.Round(wanted / one)) * one : 0;
            classes[i] = new DiscClass(radius, placed / section);
            left = wanted - placed;
        }
        return classes;
    }

    private static double Square(double value) => value * value;
}
