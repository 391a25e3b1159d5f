using System.CommandLine;
using System.Globalization;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Imaging.Voxels;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse image</c>: fractions, profiles, tortuosity and sizes of segmented stacks.</summary>
internal sealed class ImageCommand() : LaboratoryCommand("image", "Segmented 3D stacks (TIFF): phase fractions, profiles, representative volume, connected share, tortuosity by solving diffusion on the voxels, particle sizes. Each file is a sample.")
{
    private readonly Option<string[]> _phase = new("--phase") { Description = "A phase and its grey value or range of values; the first one conducts unless --conductivity says otherwise.", HelpName = "pore=0", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _threshold = new("--threshold") { Description = "Splits a grey stack into the phases dark (up to the value) and bright: a value, or otsu.", HelpName = "VALUE" };
    private readonly Option<string?> _voxel = new("--voxel") { Description = "Side of a voxel, or its three sides along x, y, z, where the file does not tell it.", HelpName = "\"0.1 µm\"" };
    private readonly Option<string[]> _conductivity = new("--conductivity") { Description = "Diffusivity or conductivity of a phase in any common unit; phases not named insulate.", HelpName = "solid=0.01", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _sizes = new("--sizes") { Description = "Phase whose sizes are told; the last one unless named.", HelpName = "PHASE" };
    private readonly Option<bool> _noTransport = new("--no-transport") { Description = "Leaves the solution of diffusion out." };

    public override FileSubject Subject => FileSubject.Image;

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse image examples/laboratory/spheres.tif --phase pore=0 --phase solid=255 --out image", "a packing of spheres in its pores"),
        ("loadstone analyse image tomogram.tif --threshold otsu --voxel \"0.2 µm\"", "a grey stack split in two"),
        ("loadstone analyse image s.tif --phase pore=0 --phase binder=1 --phase solid=2 --conductivity pore=1 --conductivity binder=0.05", "two phases that conduct"),
    ];

    public override string? Remarks =>
        "x runs along the rows of a page, y down, z from page to page. Both ends of an axis are held at fixed concentrations, the other sides are closed.\n"
        + "Sizes are local thickness by volume. A stack of more than eight grey values is not taken for segmented: name ranges (--phase pore=0..117) or a threshold.";

    public override IReadOnlyList<Option> Options => [_phase, _threshold, _voxel, _conductivity, _sizes, _noTransport];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        Phase[] phases = [.. (parsed.GetValue(_phase) ?? []).Select(PhaseOf)];
        double? threshold = parsed.GetValue(_threshold) switch
        {
            null => null,
            "otsu" => double.NaN,
            var text when double.TryParse(text, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) => value,
            var text => throw new InputException($"\"{text}\" is no threshold; expected a grey value or otsu.", file: "--threshold"),
        };
        if (threshold is not null && phases.Length > 0) throw new InputException("--threshold and --phase exclude each other; expected one of them.", file: "--threshold");
        var settings = new StackSettings(phases, threshold, VoxelOf(parsed.GetValue(_voxel)));
        return [.. files.Select(file =>
        {
            VoxelStack stack = StackFile.Load(file, settings);
            double[]? diffusivities = parsed.GetValue(_noTransport) ? null : Conductivities(parsed.GetValue(_conductivity) ?? [], stack);
            int sizes = parsed.GetValue(_sizes) is { } name ? IndexOf(name, stack, "--sizes") : stack.Phases.Count - 1;
            return StackReport.Of(Path.GetFileNameWithoutExtension(file), StackAnalysis.Of(stack, new StackQuestions(diffusivities, sizes), cancellation));
        })];
    }

    private static Phase PhaseOf(string text)
    {
        if (text.Split('=', 2) is [{ Length: > 0 } name, var values])
        {
            string[] ends = values.Split("..", 2);
            if (double.TryParse(ends[0], CultureInfo.InvariantCulture, out double low) && double.TryParse(ends[^1], CultureInfo.InvariantCulture, out double high) && high >= low) return new Phase(name, low, high);
        }
        throw new InputException($"\"{text}\" is no phase; expected a name with a grey value or a range, such as pore=0 or pore=0..117.", file: "--phase");
    }

    private static (double X, double Y, double Z)? VoxelOf(string? text)
    {
        if (text is null) return null;
        double[] sides = [.. text.Split(',', StringSplitOptions.TrimEntries).Select(side => UncertainQuantity.ParsePositive(side, QuantityKinds.Length, "--voxel").Value)];
        return sides.Length switch
        {
            1 => (sides[0], sides[0], sides[0]),
            3 => (sides[0], sides[1], sides[2]),
            _ => throw new InputException($"\"{text}\" has {sides.Length} sides; expected one, or three for x, y, z.", file: "--voxel"),
        };
    }

    private static double[] Conductivities(string[] texts, VoxelStack stack)
    {
        double[] values = new double[stack.Phases.Count];
        if (texts.Length == 0) values[0] = 1;
        foreach (string text in texts)
        {
            if (text.Split('=', 2) is not [var name, var number] || !double.TryParse(number, CultureInfo.InvariantCulture, out double value) || !(value >= 0 && double.IsFinite(value)))
                throw new InputException($"\"{text}\" is no conductivity of a phase; expected a name and a number of at least 0, such as solid=0.01.", file: "--conductivity");
            values[IndexOf(name, stack, "--conductivity")] = value;
        }
        return values.Any(v => v > 0) ? values : throw new InputException("no phase conducts; expected one conductivity above 0.", file: "--conductivity");
    }

    private static int IndexOf(string name, VoxelStack stack, string option)
    {
        int index = stack.Phases.ToList().FindIndex(p => p.Name == name);
        return index >= 0 ? index : throw new InputException($"no phase is named \"{name}\"; the stack has {string.Join(", ", stack.Phases.Select(p => $"\"{p.Name}\""))}.", file: option);
    }
}
