using Loadstone.Laboratory.Imaging.Voxels.Diffusion;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Imaging.Voxels;

/// <summary>A segmented stack as a result.</summary>
public static class StackReport
{
    private const double Micro = 1e6, Representative = 0.05;

    /// <summary>The result.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="found">What the stack says.</param>
    public static LaboratoryResult Of(string sample, StackAnalysis found)
    {
        VoxelStack stack = found.Stack;
        var numbers = new List<NamedEstimate>();
        foreach (PhaseShare share in found.Shares) numbers.Add(new($"fraction, {share.Phase.Name}", share.Fraction, QuantityKinds.Fraction));
        var sections = new List<ReportSection> { new("Phases", [About(found), Phases(found), Profiles(sample, found), Volumes(sample, found), Slice(sample, stack)]) };
        var warnings = new List<string>();
        if (found.Transport.Count > 0)
        {
            bool isBinary = found.Diffusivities!.Count(d => d > 0) == 1;
            foreach (AxisTransport along in found.Transport)
            {
                DiffusivityResult one = along.Whole;
                if (isBinary && one.Relative > 0) numbers.Add(new($"tortuosity factor, {Name(one.Axis)}", along.TortuosityFactor, QuantityKinds.Ratio));
                numbers.Add(new($"relative diffusivity, {Name(one.Axis)}", along.Relative, QuantityKinds.Ratio));
                if (one.Relative == 0) warnings.Add($"nothing conducts from side to side along {Name(one.Axis)}; there is no tortuosity.");
                if (!one.Converged) warnings.Add(FormattableString.Invariant($"diffusion along {Name(one.Axis)} did not converge: the fluxes in and out differ by {one.Imbalance:g2} of their mean."));
            }
            sections.Add(new ReportSection("Transport", [Transport(found, isBinary)]));
        }
        if (found.Sizes is { } sizes)
        {
            foreach (double share in (double[])[0.1, 0.5, 0.9]) numbers.Add(new(FormattableString.Invariant($"D{share * 100:g2}, {sizes.Phase.Name}"), new Estimate(sizes.Quantile(share), double.NaN), QuantityKinds.ParticleSize));
            sections.Add(new ReportSection("Sizes", [Sizes(sample, sizes)]));
        }
        foreach (PhaseShare share in found.Shares)
        {
            double side = share.RepresentativeSide(Representative);
            if (side > Math.Cbrt(stack.Side(StackAxis.X) * stack.Side(StackAxis.Y) * stack.Side(StackAxis.Z)))
                warnings.Add(FormattableString.Invariant($"the box is smaller than what represents {share.Phase.Name} within ± {Representative:p0}, a cube of {side * Micro:g3} µm."));
        }
        return new LaboratoryResult("image", sample, numbers, sections, warnings);
    }

    private static Paragraph About(StackAnalysis found)
    {
        VoxelStack s = found.Stack;
        return new Paragraph(FormattableString.Invariant($"{s.Width} × {s.Height} × {s.Depth} voxels of {s.VoxelX * Micro:g4} × {s.VoxelY * Micro:g4} × {s.VoxelZ * Micro:g4} µm: a box of {s.Side(StackAxis.X) * Micro:g4} × {s.Side(StackAxis.Y) * Micro:g4} × {s.Side(StackAxis.Z) * Micro:g4} µm. Phases by value: {string.Join(", ", s.Phases)}."));
    }

    private static Table Phases(StackAnalysis found) => new("Phases",
        [TableColumn.Words("phase"), new("fraction", "%"), new("± 95 %", "%"), new("spread along x", "%"), new("along y", "%"), new("along z", "%"), new("representative side", "µm")],
        [.. found.Shares.Select(s => (IReadOnlyList<string>)[s.Phase.Name, Percent(s.Fraction.Value), Percent(s.Fraction.HalfWidth()), .. s.Profiles.Select(p => Percent(Deviation(p))), Shown(s.RepresentativeSide(Representative) * Micro)])],
        FormattableString.Invariant($"± is that of the box as a sample of the material, from the spread over sub-volumes. Spread along an axis is the standard deviation of the fraction from plane to plane. The cube of the representative side holds the fraction within ± {Representative:p0} of its value in 95 of 100 places."));

    private static Plot Profiles(string sample, StackAnalysis found) => new($"{sample} profiles", "Fraction of each plane", new Axis("Position / µm"), new Axis("Fraction / %"),
        [.. Shown(found).SelectMany(share => Enum.GetValues<StackAxis>().Select(axis => new Series($"{share.Phase.Name}, {Name(axis)}",
            [.. Enumerable.Range(0, found.Stack.Count(axis)).Select(i => (i + 0.5) * found.Stack.Voxel(axis) * Micro)], [.. share.Profiles[(int)axis].Select(f => f * 100)])))]);

    private static Plot Volumes(string sample, StackAnalysis found)
    {
        var series = new List<Series>();
        int color = 0;
        foreach (PhaseShare share in Shown(found))
        {
            double[] sides = [.. share.SubVolumes.Select(v => v.Side * Micro)];
            series.Add(new Series(share.Phase.Name, sides, [.. share.SubVolumes.Select(v => v.Mean * 100)], SeriesStyle.Points, color));
            double[] low = [.. share.SubVolumes.Select(v => Math.Max(0, v.Mean - 2 * v.Spread) * 100)], high = [.. share.SubVolumes.Select(v => Math.Min(1, v.Mean + 2 * v.Spread) * 100)];
            if (sides.Length > 0) series.Add(new Series($"{share.Phase.Name} ± 2 standard deviations", [.. sides, double.NaN, .. sides], [.. low, double.NaN, .. high], SeriesStyle.LineAndPoints, color + 1));
            color += 2;
        }
        return new Plot($"{sample} sub-volumes", "Fraction in sub-volumes", new Axis("Side of the sub-volumes / µm"), new Axis("Fraction / %"), series,
            "Cubes side by side in the box: where the spread is small beside what matters, the size is representative.");
    }

    // Of two phases one says it all.
    private static IEnumerable<PhaseShare> Shown(StackAnalysis found) => found.Shares.Count == 2 ? found.Shares.Take(1) : found.Shares;

    private static Drawing Slice(string sample, VoxelStack stack)
    {
        double[,] labels = new double[stack.Height, stack.Width];
        for (int y = 0; y < stack.Height; y++)
        {
            for (int x = 0; x < stack.Width; x++) labels[stack.Height - 1 - y, x] = stack.Row(y, stack.Depth / 2)[x];
        }
        return HeatMap.Draw($"{sample} slice", "Page in the middle", labels, new MapSide("x / µm", 0, stack.Side(StackAxis.X) * Micro), new MapSide("y / µm", 0, stack.Side(StackAxis.Y) * Micro),
            string.Join(", ", stack.Phases.Select((p, i) => FormattableString.Invariant($"{i} {p.Name}"))), (0, Math.Max(1, stack.Phases.Count - 1)), toScale: true);
    }

    private static Table Transport(StackAnalysis found, bool isBinary) => new("Transport",
        [TableColumn.Words("along"), new("connected share", "%"), new("D_eff/D"), new("tortuosity factor"), new("± 95 %"), new("Bruggeman exponent"), new("flux in − out"), new("steps")],
        [.. found.Transport.Select(a => (Along: a, a.Whole)).Select(t => (IReadOnlyList<string>)[Name(t.Whole.Axis), Percent(t.Along.ConnectedShare), Shown(t.Whole.Relative),
            isBinary && t.Whole.Relative > 0 ? Shown(t.Whole.TortuosityFactor) : "–", isBinary ? Shown(t.Along.TortuosityFactor.HalfWidth()) : "–",
            isBinary && t.Whole.Relative > 0 && t.Whole.Fraction < 1 ? Shown(Math.Log(t.Whole.Relative) / Math.Log(t.Whole.Fraction)) : "–", FormattableString.Invariant($"{t.Whole.Imbalance:g2}"), FormattableString.Invariant($"{t.Whole.Iterations}")])],
        $"Steady diffusion solved on the voxels; conducts: {string.Join(", ", found.Stack.Phases.Where((_, p) => found.Diffusivities![p] > 0).Select(p => FormattableString.Invariant($"{p.Name} ({found.Diffusivities![found.Stack.Phases.ToList().IndexOf(p)]:g4})")))}. "
        + "D_eff/D refers to the best conductor. τ = ε D/D_eff, ε being the whole fraction of the phase; D_eff/D = ε^b with Bruggeman's exponent b. ± is that of the box as a sample, from its eight octants.");

    private static Plot Sizes(string sample, SizeDistribution sizes) => new($"{sample} sizes", $"Sizes of {sizes.Phase.Name} by volume", new Axis("Local thickness / µm"), new Axis("Volume below / %", 0, 100),
        [new Series(sizes.Phase.Name, [.. sizes.Diameters.Select(d => d * Micro)], [.. sizes.Below.Select(b => b * 100)])],
        "Local thickness: the diameter of the largest sphere within the phase that holds the voxel.");

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / Math.Max(1, values.Length - 1));
    }

    private static string Name(StackAxis axis) => axis switch { StackAxis.X => "x", StackAxis.Y => "y", _ => "z" };

    private static string Percent(double fraction) => double.IsFinite(fraction) ? FormattableString.Invariant($"{fraction * 100:f2}") : "–";

    private static string Shown(double value) => double.IsFinite(value) ? FormattableString.Invariant($"{value:g4}") : "–";
}
