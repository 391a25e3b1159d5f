using System.CommandLine;
using System.Globalization;
using Loadstone.Cli.Commands;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Infiltration;
using Loadstone.Designs.Runs;
using Loadstone.Electrodes;
using Loadstone.Formats;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;
using Loadstone.Reports;
using Loadstone.Wetting;

namespace Loadstone.Cli.Infiltration;

/// <summary>The options that say which beds are filled: random ones of a design's variants, or the one of a packing file.</summary>
internal sealed class BedOptions
{
    private const int MostSeeds = 100_000;

    private readonly Option<int> _seeds = new("--seeds") { Description = "Random beds of each variant of a design; 3 in study mode unless told.", HelpName = "N", DefaultValueFactory = _ => 20 };
    private readonly Option<string> _gap = new("--gap") { Description = "Smallest distance between discs of a design's beds, or several for a ranking: it sets the pressures of entry more than anything else.", HelpName = "\"0.8 µm\"", DefaultValueFactory = _ => "0.8 µm" };
    private readonly Option<string?> _porosity = new("--porosity") { Description = "Porosity of all layers of a design's beds; each layer's own unless told.", HelpName = "\"50 %\"" };
    private readonly Option<string> _width = new("--width") { Description = "Width of a design's beds.", HelpName = "\"50 µm\"", DefaultValueFactory = _ => "50 µm" };
    private readonly Option<string> _box = new("--box") { Description = "Width and height of a packing file's box.", HelpName = "\"50 µm x 146 µm\"", DefaultValueFactory = _ => "50 µm x 146 µm" };
    private readonly Option<string?> _keep = new("--beds") { Description = "Folder to which the beds are written as packing files.", HelpName = "DIR" };
    private readonly CellOptions _cell = new();
    private readonly List<(string Name, IReadOnlyList<DiscBed> Beds)> _made = [];

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_seeds, _gap, _porosity, _width, _box, _keep, .. _cell.Choice];

    /// <summary>Names of the arrangements, and how the beds of each are made.</summary>
    /// <param name="task">What was asked for.</param>
    /// <param name="usualSeeds">Beds of each variant unless told.</param>
    /// <exception cref="InputException">An option does not go with the file, or a value cannot be used.</exception>
    public IReadOnlyList<(string Name, Func<IReadOnlyList<DiscBed>> Make)> Sets(WetTask task, int usualSeeds)
    {
        ParseResult parsed = task.Parsed;
        if (BedFile.Recognises(task.File))
        {
            foreach (Option option in (Option[])[_seeds, _gap, _porosity, _width, .. _cell.Choice])
            {
                if (parsed.Has(option)) throw new InputException($"{option.Name} is for the random beds of a design; {task.File} is one bed of its own.", file: option.Name);
            }
            (double across, double up) = Box(parsed.GetValue(_box)!);
            string name = Path.GetFileNameWithoutExtension(task.File);
            return [(name, () => Kept(name, [BedFile.Load(task.File, across, up)]))];
        }
        IReadOnlyList<Design> designs = Designs(task);
        if (Gaps(parsed) is not [var gap]) throw new InputException("several gaps make a ranking of arrangements; expected one.", file: _gap.Name);
        int count = parsed.Has(_seeds) ? Seeds(parsed, 1) : usualSeeds;
        BedGenerator generator = Generator(parsed) with { Gap = gap };
        return [.. designs.Select(design => (design.Name, (Func<IReadOnlyList<DiscBed>>)(() =>
            Kept(design.Name, CapillaryStudy.Pack(generator, BedLayer.Of(DesignBuilder.Build(design).Cell.Positive, Porosity(parsed)), count, task.Cancellation)))))];
    }

    /// <summary>The gaps that were asked for [m].</summary>
    /// <exception cref="InputException">One is no length above 0.</exception>
    public IReadOnlyList<double> Gaps(ParseResult parsed) => RankingText.Gaps(parsed.GetValue(_gap)!, _gap.Name);

    /// <summary>A plan with the sizes, thickness and porosity of a design, and with the gaps and seeds that were asked for.</summary>
    /// <param name="task">What was asked for.</param>
    /// <param name="plan">How beds are filled.</param>
    /// <param name="usualSeeds">Beds of each packing unless told.</param>
    /// <exception cref="InputException">The file is no design of two particle sizes, or a value cannot be used.</exception>
    public RankingPlan Complete(WetTask task, RankingPlan plan, int usualSeeds)
    {
        if (BedFile.Recognises(task.File)) throw new InputException("a ranking packs beds of a design's two particle sizes; expected a design document in place of a packing file.", file: task.File);
        if (task.Parsed.Has(_keep)) throw new InputException("a ranking makes too many beds to keep; expected one ratio, gap and angle with --beds.", file: _keep.Name);
        IReadOnlyList<Design> designs = Designs(task);
        if (_cell.Variants(task.Parsed).Count > 1) throw new InputException("a ranking takes sizes, thickness and porosity from one variant; give --variant once.", file: "--variant");
        Electrode electrode = DesignBuilder.Build(designs[0]).Cell.Positive;
        TwoSizeSection section = TwoSizeSection.Of(electrode, Porosity(task.Parsed));
        return plan with { Section = section, LargeShares = [section.LargeShare], Generator = Generator(task.Parsed), Gaps = [.. Gaps(task.Parsed).Distinct().Order()], Seeds = task.Parsed.Has(_seeds) ? Seeds(task.Parsed, 2) : usualSeeds };
    }

    /// <summary>The folder for the beds, made if it is missing, or null where none was asked for.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public string? Folder(ParseResult parsed) => parsed.GetValue(_keep) is { } folder ? OutputPath.Folder(folder) : null;

    /// <summary>Writes all beds that were made.</summary>
    public void Write(string folder)
    {
        foreach ((string name, IReadOnlyList<DiscBed> beds) in _made)
        {
            for (int i = 0; i < beds.Count; i++)
            {
                using var writer = new StringWriter(CultureInfo.InvariantCulture);
                BedFile.Write(beds[i], writer);
                AtomicFile.Write(Path.Combine(folder, FormattableString.Invariant($"{FileStem.From(name)}-{i + 1}.csv")), writer.ToString());
            }
        }
    }

    /// <summary>The variants that were asked for, for a mode that packs no beds of its own choice.</summary>
    /// <exception cref="InputException">An option says how beds are made, or the file is one.</exception>
    public IReadOnlyList<Design> DesignsAlone(WetTask task, string mode)
    {
        foreach (Option option in (Option[])[_seeds, _gap, _porosity, _width, _box, _keep])
        {
            if (task.Parsed.Has(option)) throw new InputException($"{option.Name} is for beds of discs; --mode {mode} fills the layers of the design as they are.", file: option.Name);
        }
        if (BedFile.Recognises(task.File)) throw new InputException($"this is a bed of discs; --mode {mode} needs a design document.", file: task.File);
        return Designs(task);
    }

    private IReadOnlyList<Design> Designs(WetTask task)
    {
        if (task.File.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && File.Exists(task.File)) throw new InputException("this is no bed of discs; expected the columns x_um,y_um,r_um in its first row.", file: task.File);
        if (task.Parsed.Has(_box)) throw new InputException($"--box is for packing files; the beds of {task.File} are as high as its layers and as wide as --width says.", file: _box.Name);
        return DesignRunner.Choose(DesignDocument.Load(task.File, _cell.Overrides(task.Parsed)), _cell.Variants(task.Parsed));
    }

    private BedGenerator Generator(ParseResult parsed) => new() { Width = parsed.Positive(_width, QuantityKinds.Length) };

    private double? Porosity(ParseResult parsed) => parsed.GetValue(_porosity) is { } text ? UncertainQuantity.ParsePositive(text, QuantityKinds.Fraction, _porosity.Name).Value : null;

    private int Seeds(ParseResult parsed, int least)
    {
        int count = parsed.GetValue(_seeds);
        return count >= least && count <= MostSeeds ? count : throw new InputException($"{count} beds were asked for; expected {least} to {MostSeeds}.", file: _seeds.Name);
    }

    private IReadOnlyList<DiscBed> Kept(string name, IReadOnlyList<DiscBed> beds)
    {
        _made.Add((name, beds));
        return beds;
    }

    private static (double Width, double Height) Box(string text)
    {
        string[] parts = text.Split('x', '×');
        if (parts.Length != 2) throw new InputException($"\"{text}\" is no box; expected a width and a height as \"50 µm x 146 µm\".", file: "--box");
        return (UncertainQuantity.ParsePositive(parts[0].Trim(), QuantityKinds.Length, "--box").Value, UncertainQuantity.ParsePositive(parts[1].Trim(), QuantityKinds.Length, "--box").Value);
    }
}
