using System.CommandLine;
using Loadstone.Cells;
using Loadstone.Electrochemistry.Analysis;
using Loadstone.Electrodes;
using Loadstone.Formats;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone impedance</c>: the spectrum of a cell at rest.</summary>
internal static class ImpedanceCommand
{
    private const string StandardOutput = "-";
    private const int MostPoints = 100_000;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var cell = new Argument<string>("CELL") { Description = "A published parameter set (chen2020, marquis2019, xu2019), a Battery Parameter eXchange file or a design document." };
        var soc = new Option<string>("--soc") { Description = "State of charge, at rest; 1 is the upper cut-off.", HelpName = "0..1", DefaultValueFactory = _ => "0.5" };
        var from = new Option<string>("--from") { Description = "First frequency.", HelpName = "FREQUENCY", DefaultValueFactory = _ => "1 mHz" };
        var to = new Option<string>("--to") { Description = "Last frequency.", HelpName = "FREQUENCY", DefaultValueFactory = _ => "10 kHz" };
        var points = new Option<int>("--points") { Description = "How many frequencies, with the same ratio from one to the next.", HelpName = "N", DefaultValueFactory = _ => 60 };
        var layer = new Option<string?>("--double-layer") { Description = "Capacitance of the double layer per surface of particles and lithium. Default: the cell's, and 0.2 F/m² where it says nothing.", HelpName = "CAPACITANCE" };
        var series = new Option<string?>("--series-resistance") { Description = "Resistance of the leads, in series.", HelpName = "RESISTANCE" };
        var inductance = new Option<string?>("--series-inductance") { Description = "Inductance of the leads, in series.", HelpName = "INDUCTANCE" };
        var csv = new Option<string?>("--csv") { Description = "Write all rows with Battery Data Format columns; - is the screen.", HelpName = "FILE" };
        var html = new Option<string?>("--html") { Description = "Write a page with Nyquist and Bode plots.", HelpName = "FILE" };
        var options = new CellOptions();
        var command = new TaughtCommand("impedance", "Impedance spectrum of a cell, from the linearised porous-electrode model.")
        {
            Examples =
            [
                ("loadstone impedance chen2020 --soc 50% --html impedance.html", "a published cell half full, as plots"),
                ("loadstone impedance first.json --from 10mHz --to 100kHz --points 80 --csv impedance.csv", "a design document, as a file"),
            ],
            Remarks = "Exact for small signals. A capacitive arc has a negative imaginary part in the CSV file and is drawn upwards.",
        };
        command.Add(cell);
        foreach (Option option in (Option[])[soc, from, to, points, layer, series, inductance, csv, html, .. options.All]) command.Add(option);
        command.SetAction(parsed =>
        {
            ChosenCell chosen = options.Load(parsed, parsed.GetValue(cell)!);
            double stateOfCharge = StateOfChargeText.Parse(parsed.GetValue(soc)!);
            int count = parsed.GetValue(points);
            if (count is < 2 or > MostPoints) throw new InputException($"{count} frequencies; expected 2 to {MostPoints}.", file: "--points");
            double[] frequencies = Impedance.Frequencies(Frequency(parsed.GetValue(from)!, "--from"), Frequency(parsed.GetValue(to)!, "--to"), count);
            var settings = new ImpedanceSettings
            {
                DoubleLayerCapacitance = CellOptions.DoubleLayer(parsed.GetValue(layer)),
                SeriesResistance = NotNegative(QuantityKinds.Resistance, parsed.GetValue(series), "--series-resistance"),
                SeriesInductance = NotNegative(QuantityKinds.Inductance, parsed.GetValue(inductance), "--series-inductance"),
            };
            string? table = parsed.GetValue(csv), page = parsed.GetValue(html);
            foreach (string? path in (string?[])[table, page])
            {
                if (path is not null and not StandardOutput) OutputPath.File(path);
            }
            chosen.TellNotes(terminal);
            ImpedanceSpectrum spectrum = Impedance.Of(chosen.Cell, stateOfCharge, frequencies, settings, chosen.Mesh);
            string state = FormattableString.Invariant($"at rest, {stateOfCharge * 100:g4} % state of charge, {chosen.Cell.Temperature - 273.15:g4} °C, {DoubleLayers(chosen.Cell, settings)}");
            if (table == StandardOutput)
            {
                ImpedanceFile.Write(terminal.Out, spectrum);
            }
            else
            {
                terminal.Out.WriteLine($"{chosen.Cell.Name}, {state}");
                terminal.Out.WriteLine(TextTable.Render(ImpedanceReport.Table(spectrum, all: false), terminal.Width));
                if (table is not null) ImpedanceFile.WriteFile(table, spectrum);
            }
            if (page is not null) AtomicFile.Write(page, HtmlReport.Render(ImpedanceReport.Page(chosen.Cell.Name, $"Impedance {state}", spectrum)));
            TextWriter told = table == StandardOutput ? terminal.Error : terminal.Out;
            foreach (string? path in (string?[])[table, page])
            {
                if (path is not null and not StandardOutput) told.WriteLine($"Wrote {path}");
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static string DoubleLayers(Cell cell, ImpedanceSettings settings)
    {
        double[] all = [.. (settings.DoubleLayerCapacitance is { } one ? [one] : CapacitancesOf(cell)).Distinct().Order()];
        return all.Length == 1
            ? FormattableString.Invariant($"double layer {all[0]:g4} F/m²")
            : FormattableString.Invariant($"double layers {all[0]:g4} to {all[^1]:g4} F/m²");
    }

    private static IEnumerable<double> CapacitancesOf(Cell cell)
    {
        IEnumerable<double?> particles = ((Electrode?[])[cell.Negative, cell.Positive])
            .SelectMany(electrode => electrode?.Layers.SelectMany(layer => layer.Particles).Select(p => p.Material.DoubleLayerCapacitance) ?? []);
        return (cell.Lithium is { } lithium ? particles.Append(lithium.DoubleLayerCapacitance) : particles)
            .Select(capacitance => capacitance ?? ImpedanceSettings.StandardCapacitance);
    }

    private static double Frequency(string text, string option)
    {
        double value = Parse(QuantityKinds.Frequency, text, option);
        return value > 0 ? value : throw new InputException($"\"{text}\" is no frequency to measure at; expected more than 0 Hz.", file: option);
    }

    private static double NotNegative(QuantityKind kind, string? text, string option)
    {
        if (text is null) return 0;
        double value = Parse(kind, text, option);
        return value >= 0 ? value : throw new InputException($"\"{text}\" is negative; expected {kind.Name} of 0 or more.", file: option);
    }

    private static double Parse(QuantityKind kind, string text, string option) =>
        kind.TryParse(text, out double value, out string? problem) ? value : throw new InputException(problem, file: option);
}
