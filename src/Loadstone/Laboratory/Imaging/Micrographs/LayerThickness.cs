namespace Loadstone.Laboratory.Imaging.Micrographs;

/// <summary>A layer between two edges.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Thickness">Mean thickness over the section [m].</param>
/// <param name="Spread">Standard deviation of the thickness along the section [m]; what noise adds is in it.</param>
/// <param name="ByStrip">Thickness of each strip [m].</param>
public sealed record MeasuredThickness(string Name, Estimate Thickness, double Spread, IReadOnlyList<double> ByStrip);

/// <summary>Layers on a section.</summary>
/// <param name="Line">The section.</param>
/// <param name="Layers">The layers between the first and the last region, which the picture's border cuts off.</param>
/// <param name="Ratios">Thickness of each layer over that of the next one.</param>
/// <param name="Edges">Places of the edges along the line, strip by strip [pixels].</param>
/// <param name="Profile">Mean grey along the line.</param>
/// <param name="Fitted">The same as regions and edges.</param>
/// <param name="Blur">Standard deviation of the edges [m].</param>
/// <param name="Dropped">Strips that could not be read.</param>
public sealed record LayerSection(
    SectionLine Line, IReadOnlyList<MeasuredThickness> Layers, IReadOnlyList<(string Name, Estimate Ratio)> Ratios, IReadOnlyList<double[]> Edges,
    double[] Profile, double[] Fitted, double Blur, int Dropped);

/// <summary>
/// Thickness of layers, films and rims from the grey along a section: in strips side by side, regions of even grey between edges
/// blurred by one Gaussian are fitted together, so that films hardly wider than the blur keep their thickness. Errors are those of the
/// mean over the strips.
/// </summary>
public static class LayerThickness
{
    /// <summary>Strips unless told otherwise.</summary>
    public const int StandardStrips = 16;

    private const int FewestStrips = 3, MostPoints = 1024;

    /// <summary>Measures the layers.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="line">The section.</param>
    /// <param name="regions">Names of all regions along the line, three or more; the first and the last are cut off by the ends of the line and get no thickness.</param>
    /// <param name="strips">Strips side by side.</param>
    /// <exception cref="InputException">There are too few regions, the line is too short, or the edges cannot be found.</exception>
    public static LayerSection Measure(Micrograph picture, SectionLine line, IReadOnlyList<string> regions, int strips = StandardStrips)
    {
        if (regions.Count < 3) throw new InputException($"{regions.Count} regions are named; expected three or more: what lies before, the layers, and what lies behind.", file: picture.Source);
        double[][] profiles = line.Profiles(picture, strips);
        double[] mean = new double[profiles[0].Length];
        foreach (double[] profile in profiles)
        {
            for (int t = 0; t < mean.Length; t++) mean[t] += profile[t] / profiles.Length;
        }
        if (mean.Length < 4 * regions.Count) throw new InputException(FormattableString.Invariant($"the line has {mean.Length} points for {regions.Count} regions; expected {4 * regions.Count} or more."), file: picture.Source);
        GreyEdges start = Start(mean, regions.Count);
        GreyEdges whole = start.Fit(mean)?.Edges ?? throw Unclear(picture, "edges of the mean profile run together");

        var edges = new List<double[]>();
        double blur = 0;
        foreach (double[] profile in profiles)
        {
            // A wavy layer lies elsewhere in each strip: its own even regions are the better start.
            if (whole.Fit(profile) is not { Fit.Converged: true } found || !InOrder(found.Edges.Positions))
            {
                if (Start(profile, regions.Count).Fit(profile) is not { Fit.Converged: true } anew || !InOrder(anew.Edges.Positions)) continue;
                found = anew;
            }
            edges.Add(found.Edges.Positions);
            blur += found.Edges.Blur;
        }
        if (edges.Count < Math.Min(FewestStrips, profiles.Length)) throw Unclear(picture, FormattableString.Invariant($"only {edges.Count} of {profiles.Length} strips show them"));

        var layers = new List<MeasuredThickness>();
        for (int k = 0; k + 1 < whole.Positions.Length; k++)
        {
            double[] pixels = [.. edges.Select(e => e[k + 1] - e[k])];
            Estimate thickness = picture.Length(Estimate.MeanOf(pixels));
            double average = pixels.Average(), spread = pixels.Length > 1 ? Math.Sqrt(pixels.Sum(p => (p - average) * (p - average)) / (pixels.Length - 1)) : double.NaN;
            layers.Add(new MeasuredThickness(regions[k + 1], thickness, spread * picture.Pixel.Value, [.. pixels.Select(p => p * picture.Pixel.Value)]));
        }
        (string, Estimate)[] ratios = [.. layers.Zip(layers.Skip(1), (a, b) => ($"{a.Name} : {b.Name}", Ratio(a.ByStrip, b.ByStrip)))];
        return new LayerSection(line, layers, ratios, edges, mean, [.. mean.Select((_, t) => whole.At(t))], blur / edges.Count * picture.Pixel.Value, profiles.Length - edges.Count);
    }

    // Long profiles are thinned for the search, whose work grows with their square.
    private static GreyEdges Start(double[] profile, int regions)
    {
        int thin = (profile.Length + MostPoints - 1) / MostPoints;
        double[] coarse = new double[profile.Length / thin];
        for (int i = 0; i < coarse.Length; i++) coarse[i] = profile.AsSpan(i * thin, thin).ToArray().Average();
        GreyEdges found = GreyEdges.Segment(coarse, regions, 2);
        return found with { Positions = [.. found.Positions.Select(p => (p + 0.5) * thin - 0.5)], Blur = thin };
    }

    private static bool InOrder(double[] positions)
    {
        for (int k = 1; k < positions.Length; k++)
        {
            if (!(positions[k] > positions[k - 1])) return false;
        }
        return true;
    }

    // Of means; its error is that of what the strips leave over.
    private static Estimate Ratio(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        double mean = second.Average(), ratio = first.Average() / mean;
        return Estimate.MeanOf([.. first.Zip(second, (a, b) => (a - ratio * b) / mean)]) with { Value = ratio };
    }

    private static InputException Unclear(Micrograph picture, string why) =>
        new($"the layers cannot be told apart by their grey: {why}; expected as many regions of even grey along the section as names.", file: picture.Source);
}
