namespace Loadstone.Wetting;

/// <summary>
/// A bed of discs in a box: the section of an electrode through which electrolyte runs from the top to the foil. Sides are planes of symmetry.
/// Immutable.
/// </summary>
public sealed class DiscBed
{
    private DiscBed(double width, double height, IReadOnlyList<Disc> discs, double gap, string source) => (Width, Height, Discs, SmallestGap, Source) = (width, height, discs, gap, source);

    /// <summary>Width of the box [m].</summary>
    public double Width { get; }

    /// <summary>Height of the box, head-space and tail-space included [m].</summary>
    public double Height { get; }

    /// <summary>The discs; y is 0 at the bottom of the box.</summary>
    public IReadOnlyList<Disc> Discs { get; }

    /// <summary>Smallest distance between two discs [m]; infinite of one disc.</summary>
    public double SmallestGap { get; }

    /// <summary>Where it comes from, for messages.</summary>
    public string Source { get; }

    /// <summary>Share of the box that is no disc.</summary>
    public double Porosity => 1 - Discs.Sum(disc => Math.PI * disc.Radius * disc.Radius) / (Width * Height);

    /// <summary>A bed.</summary>
    /// <param name="width">Width of the box [m].</param>
    /// <param name="height">Height of the box [m].</param>
    /// <param name="discs">The discs, one or more.</param>
    /// <param name="source">Where it comes from, for messages.</param>
    /// <exception cref="InputException">A disc stands out of the box, has no size, or two overlap.</exception>
    public static DiscBed Of(double width, double height, IReadOnlyList<Disc> discs, string source)
    {
        Require.Positive(width, "m", nameof(width));
        Require.Positive(height, "m", nameof(height));
        Require.NotEmpty(discs);
        double largest = 0;
        for (int i = 0; i < discs.Count; i++)
        {
            Disc disc = discs[i];
            if (!(disc.Radius > 0) || !double.IsFinite(disc.X + disc.Y + disc.Radius))
                throw new InputException(FormattableString.Invariant($"disc {i + 1} has a radius of {disc.Radius * 1e6:g4} µm at ({disc.X * 1e6:g6}, {disc.Y * 1e6:g6}) µm; expected finite numbers and a radius above 0."), file: source);
            if (disc.X - disc.Radius < 0 || disc.X + disc.Radius > width || disc.Y - disc.Radius < 0 || disc.Y + disc.Radius > height)
                throw new InputException(FormattableString.Invariant($"disc {i + 1} of radius {disc.Radius * 1e6:g4} µm at ({disc.X * 1e6:g6}, {disc.Y * 1e6:g6}) µm stands out of the box of {width * 1e6:g6} × {height * 1e6:g6} µm; expected all discs inside, or a larger box."), file: source);
            largest = Math.Max(largest, disc.Radius);
        }
        double gap = double.PositiveInfinity;
        var grid = new NeighbourCells(4 * largest, width, height);
        grid.Fill(discs);
        for (int i = 0; i < discs.Count; i++)
        {
            foreach (int j in grid.Near(discs[i]))
            {
                if (j >= i) continue;
                double dx = discs[j].X - discs[i].X, dy = discs[j].Y - discs[i].Y, between = Math.Sqrt(dx * dx + dy * dy) - discs[i].Radius - discs[j].Radius;
                if (between < 0)
                    throw new InputException(FormattableString.Invariant($"discs {j + 1} and {i + 1} overlap by {-between * 1e6:g3} µm near ({discs[i].X * 1e6:g6}, {discs[i].Y * 1e6:g6}) µm; expected discs that stand apart."), file: source);
                gap = Math.Min(gap, between);
            }
        }
        return new DiscBed(width, height, [.. discs], gap, source);
    }

    /// <summary>A box without discs, for flows whose solution is known.</summary>
    /// <param name="width">Width of the box [m].</param>
    /// <param name="height">Height of the box [m].</param>
    public static DiscBed Empty(double width, double height) =>
        new(Require.Positive(width, "m", nameof(width)), Require.Positive(height, "m", nameof(height)), [], double.PositiveInfinity, "an empty box");

    /// <summary>A box between discs that may reach out of it and over each other: walls for what a solver is compared with.</summary>
    internal static DiscBed Unchecked(double width, double height, IReadOnlyList<Disc> discs) => new(width, height, [.. discs], double.NaN, "walls");

    /// <summary>The same bed seen in a mirror: left and right change places.</summary>
    public DiscBed Mirrored() => new(Width, Height, [.. Discs.Select(disc => disc with { X = Width - disc.X })], SmallestGap, Source);
}
