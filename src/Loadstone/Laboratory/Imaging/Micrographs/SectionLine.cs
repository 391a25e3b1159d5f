namespace Loadstone.Laboratory.Imaging.Micrographs;

/// <summary>A line across layers, and the band along it over which grey values are averaged. In pixels; middles of pixels are whole numbers.</summary>
/// <param name="FromX">Start, x.</param>
/// <param name="FromY">Start, y.</param>
/// <param name="ToX">End, x.</param>
/// <param name="ToY">End, y.</param>
/// <param name="Band">Width of the band.</param>
public sealed record SectionLine(double FromX, double FromY, double ToX, double ToY, double Band)
{
    private const int ShortestLine = 8;

    /// <summary>Length of the line.</summary>
    public double Length => Math.Sqrt((ToX - FromX) * (ToX - FromX) + (ToY - FromY) * (ToY - FromY));

    /// <summary>From the top to the bottom of a picture, over its whole width.</summary>
    public static SectionLine Down(Micrograph picture) => new((picture.Width - 1) / 2.0, 0, (picture.Width - 1) / 2.0, picture.Height - 1, picture.Width);

    /// <summary>From the left to the right of a picture, over its whole height.</summary>
    public static SectionLine Across(Micrograph picture) => new(0, (picture.Height - 1) / 2.0, picture.Width - 1, (picture.Height - 1) / 2.0, picture.Height);

    /// <summary>Mean profiles of strips side by side across the band, one value a pixel along the line.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="strips">How many strips; fewer where the band is narrower than that.</param>
    /// <exception cref="InputException">The band does not lie in the picture, or the line is shorter than eight pixels.</exception>
    public double[][] Profiles(Micrograph picture, int strips)
    {
        double length = Length, across = Math.Max(1, Math.Floor(Band + 1e-9)), dx = (ToX - FromX) / length, dy = (ToY - FromY) / length, half = (across - 1) / 2;
        if (!(length >= ShortestLine)) throw new InputException(FormattableString.Invariant($"the line is {length:g3} pixels long; expected {ShortestLine} or more."), file: picture.Source);
        foreach ((double x, double y) in ((double, double)[])[(FromX, FromY), (ToX, ToY)])
        {
            foreach (double side in (double[])[-half, half])
            {
                (double px, double py) = (x - side * dy, y + side * dx);
                if (!(px > -0.51 && py > -0.51 && px < picture.Width - 0.49 && py < picture.Height - 0.49))
                    throw new InputException(FormattableString.Invariant($"the band about the line reaches to ({px:g5}, {py:g5}), outside of the picture of {picture.Width} × {picture.Height} pixels."), file: picture.Source);
            }
        }
        int count = (int)Math.Min(strips, across), points = (int)Math.Floor(length + 1e-9) + 1;
        double[][] profiles = new double[count][];
        for (int s = 0; s < count; s++)
        {
            int from = (int)(across * s / count), to = (int)(across * (s + 1) / count);
            double[] profile = profiles[s] = new double[points];
            for (int k = from; k < to; k++)
            {
                double side = k - half, x = FromX - side * dy, y = FromY + side * dx;
                for (int t = 0; t < points; t++) profile[t] += picture.At(x + t * dx, y + t * dy) / (to - from);
            }
        }
        return profiles;
    }
}
