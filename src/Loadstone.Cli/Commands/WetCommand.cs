using System.CommandLine;
using System.Globalization;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Infiltration;
using Loadstone.Formats;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;
using Loadstone.Reports;
using Loadstone.Wetting;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone wet</c>: how electrolyte gets into an electrode.</summary>
internal static class WetCommand
{
    private const int MostSeeds = 100_000;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var source = new Argument<string>("DESIGN.json|PACKING.csv") { Description = "A design document, or a bed of discs with the columns x_um, y_um and r_um." };
        var seeds = new Option<int>("--seeds") { Description = "Random beds of each variant of a design.", HelpName = "N", DefaultValueFactory = _ => 20 };
        var angle = new Option<string>("--angle") { Description = "Contact angle through the electrolyte.", HelpName = "\"30°\"", DefaultValueFactory = _ => "30°" };
        var tension = new Option<string>("--surface-tension") { Description = "Surface tension of the electrolyte.", HelpName = "\"30 mN/m\"", DefaultValueFactory = _ => "30 mN/m" };
        var gap = new Option<string>("--gap") { Description = "Smallest distance between discs of a design's beds: it sets the pressures of entry more than anything else.", HelpName = "\"0.8 µm\"", DefaultValueFactory = _ => "0.8 µm" };
        var porosity = new Option<string?>("--porosity") { Description = "Porosity of all layers of a design's beds; each layer's own unless told.", HelpName = "\"50 %\"" };
        var width = new Option<string>("--width") { Description = "Width of a design's beds.", HelpName = "\"50 µm\"", DefaultValueFactory = _ => "50 µm" };
        var box = new Option<string>("--box") { Description = "Width and height of a packing file's box.", HelpName = "\"50 µm x 146 µm\"", DefaultValueFactory = _ => "50 µm x 146 µm" };
        var reservoir = new Option<bool>("--reservoir") { Description = "Fill from a reservoir at the pressure of the air, in place of a flux that is forced in until it leaves below." };
        var beds = new Option<string?>("--beds") { Description = "Folder to which the beds are written as packing files.", HelpName = "DIR" };
        var folder = new Option<string?>("--out", "-o") { Description = "Folder for report.html, results.json, summary.csv and the pictures.", HelpName = "DIR" };
        var options = new CellOptions();
        var command = new TaughtCommand("wet", "Fill the pores of an electrode with electrolyte where capillarity alone decides: saturation at breakthrough, trapped air, pressures.")
        {
            Examples =
            [
                ("loadstone wet examples/l-dry-s.json --porosity \"50 %\" --seeds 20", "the arrangements of a design, twenty beds each"),
                ("loadstone wet bed.csv --angle \"60°\" --out wet", "one bed of one's own"),
            ],
            Remarks = "A section of the electrode is a bed of discs of the particles' sizes; the meniscus that needs the least pressure moves first, and air that\n"
                + "loses its way out stays. That is the limit of slow filling, in which viscosity does not count; ± is half of the 95 % interval of the mean over the beds.",
        };
        command.Add(source);
        foreach (Option option in (Option[])[seeds, angle, tension, gap, porosity, width, box, reservoir, beds, folder, .. options.Choice]) command.Add(option);
        command.SetAction(parsed =>
        {
            string file = parsed.GetValue(source)!;
            double theta = Angle(parsed.GetValue(angle)!);
            double sigma = UncertainQuantity.ParsePositive(parsed.GetValue(tension)!, QuantityKinds.SurfaceTension, "--surface-tension").Value;
            double highest = parsed.GetValue(reservoir) ? 0 : double.PositiveInfinity;
            string? target = parsed.GetValue(folder) is { } asked ? OutputPath.Folder(asked) : null;
            var results = new List<LaboratoryResult>();
            try
            {
                foreach ((string name, IReadOnlyList<DiscBed> made) in Beds(file, parsed))
                {
                    if (parsed.GetValue(beds) is { } to) WriteBeds(OutputPath.Folder(to), name, made);
                    results.Add(CapillaryReport.Of(CapillaryStudy.Of(name, made, theta, highest, cancellation), sigma));
                }
            }
            catch when (target is not null)
            {
                OutputPath.RemoveEmpty(target);
                throw;
            }
            terminal.Out.WriteLine(TextTable.Render(LaboratoryFiles.Summary(results), terminal.Width));
            if (target is null) return ExitCode.Done;
            ReportFilesWritten written = LaboratoryFiles.Write(results, target, ShellText.Of(parsed.Tokens.Select(token => token.Value)));
            terminal.Out.WriteLine(FormattableString.Invariant($"Wrote {written.Page}, {written.Data} and {written.PlotCount} plots."));
            return ExitCode.Done;
        });
        return command;

        IEnumerable<(string, IReadOnlyList<DiscBed>)> Beds(string file, ParseResult parsed)
        {
            if (BedFile.Recognises(file))
            {
                (double across, double up) = Box(parsed.GetValue(box)!);
                yield return (Path.GetFileNameWithoutExtension(file), [BedFile.Load(file, across, up)]);
                yield break;
            }
            int count = parsed.GetValue(seeds);
            if (count is < 1 or > MostSeeds) throw new InputException($"{count} beds were asked for; expected 1 to {MostSeeds}.", file: "--seeds");
            var generator = new BedGenerator { Gap = Length(parsed, gap), Width = Length(parsed, width) };
            double? share = parsed.GetValue(porosity) is { } text ? UncertainQuantity.ParsePositive(text, QuantityKinds.Fraction, "--porosity").Value : null;
            DesignDocument document = DesignDocument.Load(file, options.Overrides(parsed));
            IReadOnlyList<string> wanted = options.Variants(parsed);
            foreach (Design design in document.Variants.Where(d => wanted.Count == 0 || wanted.Contains(d.Name)))
            {
                yield return (design.Name, CapillaryStudy.Pack(generator, BedLayer.Of(DesignBuilder.Build(design).Cell.Positive, share), count, cancellation));
            }
        }
    }

    private static double Length(ParseResult parsed, Option<string> option) => UncertainQuantity.ParsePositive(parsed.GetValue(option)!, QuantityKinds.Length, option.Name).Value;

    private static double Angle(string text)
    {
        if (!QuantityKinds.Angle.TryParse(text, out double angle, out string? problem)) throw new InputException(problem, file: "--angle");
        return angle;
    }

    private static (double Width, double Height) Box(string text)
    {
        string[] parts = text.Split('x', '×');
        if (parts.Length != 2) throw new InputException($"\"{text}\" is no box; expected a width and a height as \"50 µm x 146 µm\".", file: "--box");
        return (UncertainQuantity.ParsePositive(parts[0].Trim(), QuantityKinds.Length, "--box").Value, UncertainQuantity.ParsePositive(parts[1].Trim(), QuantityKinds.Length, "--box").Value);
    }

    private static void WriteBeds(string folder, string name, IReadOnlyList<DiscBed> beds)
    {
        Directory.CreateDirectory(folder);
        for (int i = 0; i < beds.Count; i++)
        {
            using var writer = new StringWriter(CultureInfo.InvariantCulture);
            BedFile.Write(beds[i], writer);
            AtomicFile.Write(Path.Combine(folder, FormattableString.Invariant($"{FileStem.From(name)}-{i + 1}.csv")), writer.ToString());
        }
    }
}
