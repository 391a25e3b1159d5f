using System.CommandLine;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse</c>: a laboratory's files in; numbers with their uncertainty, tables and pictures out.</summary>
internal static class AnalyseCommand
{
    /// <summary>The command with all its analyses.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var command = new Command("analyse", "Analyse measured data: the files of cyclers and impedance instruments as they are.");
        foreach (LaboratoryCommand analysis in All) command.Add(analysis.Create(terminal, cancellation));
        return command;
    }

    /// <summary>The analyses.</summary>
    public static IEnumerable<LaboratoryCommand> All =>
    [
        new AnalyseCyclesCommand(), new AnalyseRateCommand(), new AnalyseGittCommand(), new AnalyseDcirCommand(), new AnalyseDqdvCommand(), new AnalyseModesCommand(),
        new AnalyseFadeCommand(), new AnalyseRenewedCommand(),
        new DiffusionCommand(), new ConductivityCommand(), new LsvCommand(), new CvCommand(),
        new EisCommand(), new DrtCommand(), new WarburgCommand(), new TortuosityCommand(), new WettingCommand(),
        new CompareCommand(), new LiteratureCommand(),
        new FlowCommand(), new FrequencySweepCommand(),
        new EdgeCommand(), new DryingCommand(),
        new ResistanceCommand(),
        new RoughnessCommand(), new ImageCommand(), new MicrographCommand(),
        new ProfileCommand(), new CeiCommand(),
        new PeelCommand(), new SaicasCommand(), new TensileCommand(), new HealingCommand(), new LifeMapCommand(),
        new PeaksCommand(), new XrdCommand(),
    ];
}
