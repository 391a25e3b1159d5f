using System.CommandLine;
using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Recordings.Text;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone convert</c>: an instrument's file as one in the Battery Data Format.</summary>
internal static class ConvertCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var input = new Argument<string>("IN") { Description = "A file of a cycler or an impedance instrument; the format is recognised by the content." };
        var output = new Argument<string>("OUT") { Description = "The file to write: FILE.bdf.csv." };
        var columns = new Option<string?>("--columns") { Description = "What the columns of a table are, where their headers do not say it.", HelpName = "CHOICES" };
        var command = new TaughtCommand("convert", "Turn an instrument's file into the Battery Data Format and list what was noticed in it.")
        {
            Examples =
            [
                ("loadstone convert cell7.mpt cell7.bdf.csv", "a BioLogic text file"),
                ("loadstone convert log.csv log.bdf.csv --columns \"time=t(s), voltage=E(V), current=I(mA)\"", "a table with headers of its own"),
                ("loadstone convert bare.txt bare.bdf.csv --columns \"time=1(s), voltage=2(V), current=3(mA)\"", "a table without headers, by the numbers of its columns"),
            ],
            Remarks = "Quantities of --columns: time, voltage, current, date, cycle, step, steptime, charge, discharge, capacity, temperature,\n"
                + "frequency, real, imaginary, or a machine name of the format. Charge counts as positive in the file that is written.\n"
                + "A current that a file does not hold is derived from its capacities, or left empty and said.",
        };
        command.Add(input);
        command.Add(output);
        command.Add(columns);
        command.SetAction(parsed =>
        {
            string from = parsed.GetValue(input)!, to = OutputPath.File(parsed.GetValue(output)!);
            if (Path.GetFullPath(from) == Path.GetFullPath(to)) throw new InputException("this is the file to be read; expected another one to write.", file: to);
            using RecordReader reader = parsed.GetValue(columns) is { } text ? InstrumentFile.Open(from, ColumnChoice.Parse(text)) : InstrumentFile.Open(from);
            (long rows, IReadOnlyList<string> empty) = BatteryDataWriter.WriteFile(to, reader, cancellation);
            terminal.Out.WriteLine($"{from}: {reader.Format}, {rows} rows");
            foreach (string note in reader.Notes) terminal.Out.WriteLine($"note: {note}");
            foreach (string label in empty) terminal.Out.WriteLine($"note: the file holds nothing for {label}; the column is left empty.");
            terminal.Out.WriteLine($"Wrote {to}");
            return ExitCode.Done;
        });
        return command;
    }
}
