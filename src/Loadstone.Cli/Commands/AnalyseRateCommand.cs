using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Recordings;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse rate</c>.</summary>
internal sealed class AnalyseRateCommand() : RecordingCommand("rate", "Capacity by rate, Peukert's law, and the use of the layers of a bilayer.")
{
    private readonly Option<string?> _oneC = new("--one-c") { Description = "Current of 1C. Default: the capacity of the slowest step in an hour.", HelpName = "CURRENT" };
    private readonly Option<string?> _mass = new("--mass") { Description = "Mass of active material.", HelpName = "MASS" };
    private readonly Option<string?> _massError = new("--mass-error") { Description = "Relative standard error of the masses.", HelpName = "SHARE" };
    private readonly Option<string?> _capacityError = new("--capacity-error") { Description = "Relative standard error of each capacity. Default: from the scatter.", HelpName = "SHARE" };
    private readonly Option<string?> _from = new("--fit-from") { Description = "Slowest rate that takes part in the fit.", HelpName = "RATE" };
    private readonly Option<string?> _first = new FileOption<string?>("--first") { Description = "Rate test of the bilayer's first layer alone.", HelpName = "FILE" };
    private readonly Option<string?> _firstMass = new("--first-mass") { Description = "Its mass of active material.", HelpName = "MASS" };
    private readonly Option<string?> _second = new FileOption<string?>("--second") { Description = "Rate test of the second layer alone.", HelpName = "FILE" };
    private readonly Option<string?> _secondMass = new("--second-mass") { Description = "Its mass of active material.", HelpName = "MASS" };
    private readonly Option<string?> _share = new("--first-share") { Description = "Mass share of the first layer in the bilayer.", HelpName = "SHARE" };
    private readonly Option<string?> _shareError = new("--share-error") { Description = "Standard error of that share.", HelpName = "SHARE" };

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse rate examples/laboratory/rate-test.bdf.csv", "steps, retention, α, β, γ"),
        ("loadstone analyse rate examples/laboratory/rate-test.bdf.csv --with examples/nmc811-half-cell.json --out beside", "beside the rate test of a design"),
        ("loadstone analyse rate bilayer.csv --mass \"12 mg\" --first l.csv --first-mass \"12 mg\" --second s.csv --second-mass \"12 mg\" --first-share \"50 %\" --mass-error \"1 %\"", "u₂ and ψ with their errors"),
    ];

    protected override IReadOnlyList<Option> Settings =>
        [_oneC, _mass, _massError, _capacityError, _from, _first, _firstMass, _second, _secondMass, _share, _shareError];

    protected override Func<Recording, LaboratoryResult> Prepare(string sample, Recording measured, ParseResult parsed)
    {
        double? oneC = RecordingFiles.Positive(parsed, _oneC, QuantityKinds.Current);
        static RateTable Table(Recording recording, double? oneC) => RateTable.Of(CycleTable.Of(TestTrace.Of(recording)), oneC);
        var settings = new RateSettings
        {
            Mass = RecordingFiles.Positive(parsed, _mass, QuantityKinds.Mass),
            MassError = RecordingFiles.Positive(parsed, _massError, QuantityKinds.Fraction) ?? 0,
            CapacityError = RecordingFiles.Positive(parsed, _capacityError, QuantityKinds.Fraction),
            FitFrom = RecordingFiles.Positive(parsed, _from, QuantityKinds.CRate) ?? 0,
            Partners = Partners(parsed, file => Table(InstrumentFile.Load(file), oneC)),
        };
        RateTable table = Table(measured, oneC);
        return recording => RateReport.Of(sample, ReferenceEquals(recording, measured) ? table : Table(recording, table.OneC), settings);
    }

    private BilayerPartners? Partners(ParseResult parsed, Func<string, RateTable> table)
    {
        Option<string?>[] needed = [_first, _firstMass, _second, _secondMass, _share];
        if (needed.All(option => parsed.GetValue(option) is null)) return null;
        foreach (Option<string?> option in needed)
        {
            if (parsed.GetValue(option) is null) throw new InputException($"u₂ and ψ need both single layers; expected {string.Join(", ", needed.Select(o => o.Name))} together.", option.Name);
        }
        double share = RecordingFiles.Positive(parsed, _share, QuantityKinds.Fraction)!.Value;
        if (share >= 1) throw new InputException($"\"{parsed.GetValue(_share)}\" leaves nothing for the second layer; expected less than 100 %.", _share.Name);
        return new BilayerPartners(
            table(parsed.GetValue(_first)!), RecordingFiles.Positive(parsed, _firstMass, QuantityKinds.Mass)!.Value,
            table(parsed.GetValue(_second)!), RecordingFiles.Positive(parsed, _secondMass, QuantityKinds.Mass)!.Value,
            new Estimate(share, RecordingFiles.Positive(parsed, _shareError, QuantityKinds.Fraction) ?? 0));
    }
}
