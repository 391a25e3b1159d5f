using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.DepthProfiles;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse cei</c>: the interphase on a positive electrode from sputtered ions.</summary>
internal sealed class CeiCommand() : LaboratoryCommand("cei", "Interphase on a positive electrode (CEI) from a TOF-SIMS depth profile: outer and inner part.")
{
    private readonly Option<string?> _rate = new("--sputter-rate") { Description = "Sputter rate of this instrument, perhaps with its uncertainty; without it there are times and no thicknesses.", HelpName = "\"0.2 nm/s ± 0.01 nm/s\"" };
    private readonly Option<string?> _bandwidth = new("--bandwidth") { Description = "Standard deviation of the weights that smooth the signals. Default: chosen by leaving points out.", HelpName = "TIME" };
    private readonly Option<string?> _interphase = new("--interphase") { Description = "Column of the interphase's ion. Default: PO2-.", HelpName = "COLUMN" };
    private readonly Option<string?> _bulk = new("--bulk") { Description = "Column of the material's ion. Default: Ni-.", HelpName = "COLUMN" };

    public override IReadOnlyList<string> Clues => ["PO2", "Ni-"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse cei examples/laboratory/cei-ions.csv --sputter-rate \"0.2 nm/s\" --out cei", "outer and inner thickness"),
        ("loadstone analyse cei a.csv b.csv --sputter-rate \"0.2 nm/s ± 0.02 nm/s\"", "two binders beside each other, with the error of the rate"),
    ];

    public override string? Remarks =>
        "A table has the sputter time and the counts of PO2- and Ni-: \"Sputter time / s, PO2- / counts, Ni- / counts\"; further ions are drawn beside them.\n"
        + "The sputter rate belongs to the instrument, its beam and the material: that of an XPS is another one.";

    public override IReadOnlyList<Option> Options => [_rate, _bandwidth, _interphase, _bulk];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        Estimate? rate = ProfileCommand.SputterRate(parsed, _rate);
        double? bandwidth = RecordingFiles.Positive(parsed, _bandwidth, QuantityKinds.Time);
        return [.. files.Select(file =>
        {
            cancellation.ThrowIfCancellationRequested();
            var profile = IonProfile.Of(MeasuredTable.Load(file), parsed.GetValue(_interphase), parsed.GetValue(_bulk));
            return CeiReport.Of(RecordingFiles.SampleOf(file), CeiAnalysis.Of(profile, bandwidth), rate);
        })];
    }
}
