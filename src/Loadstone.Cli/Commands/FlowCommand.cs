using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Rheometry;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse flow</c>: flow curves of slurries, their laws, and the collapse on the solvent shell.</summary>
internal sealed class FlowCommand() : LaboratoryCommand("flow", "Flow curves of slurries: yield stress, flow laws compared, viscosity at rest and in the coater, collapse on the solvent shell.")
{
    private readonly Option<FlowRamp> _ramp = new("--ramp") { Description = "Points on the way up, on the way down, or both.", HelpName = "up|down|both", DefaultValueFactory = _ => FlowRamp.Both };
    private readonly Option<string?> _from = new("--from") { Description = "Lowest shear rate that counts.", HelpName = "\"1 s⁻¹\"" };
    private readonly Option<string?> _to = new("--to") { Description = "Highest shear rate that counts.", HelpName = "\"500 s⁻¹\"" };
    private readonly Option<string?> _shells = new FileOption<string?>("--shells") { Description = "Table with the columns sample, solvent shell and perhaps carbon: whether viscosity is a function of the shell alone.", HelpName = "TABLE.csv" };
    private readonly Option<string> _at = new("--at") { Description = "Shear rate at which slurries are compared over their shells.", HelpName = "RATE", DefaultValueFactory = _ => "142 s⁻¹" };

    public override IReadOnlyList<string> Clues => ["shear rate", "viscosity"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse flow examples/laboratory/flow-curve.csv", "laws, yield stress and viscosities of one slurry"),
        ("loadstone analyse flow examples/laboratory/slurries/*.csv --shells examples/laboratory/slurry-shells.csv --out flow", "nine slurries over their solvent shells"),
    ];

    public override string? Remarks =>
        "A table has a shear rate and a shear stress or viscosity, each with its unit in the header: \"Shear rate / 1/s\", \"Viscosity / mPa s\".";

    public override IReadOnlyList<Option> Options => [_ramp, _from, _to, _shells, _at];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        double from = parsed.GetValue(_from) is { } low ? UncertainQuantity.ParsePositive(low, QuantityKinds.ShearRate, "--from").Value : 0;
        double to = parsed.GetValue(_to) is { } high ? UncertainQuantity.ParsePositive(high, QuantityKinds.ShearRate, "--to").Value : double.PositiveInfinity;
        double at = UncertainQuantity.ParsePositive(parsed.GetValue(_at)!, QuantityKinds.ShearRate, "--at").Value;
        MeasuredTable? shells = parsed.GetValue(_shells) is { } path ? MeasuredTable.Load(path) : null;
        var results = new List<LaboratoryResult>();
        var viscosities = new Dictionary<string, Estimate>();
        foreach (string file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            FlowCurve curve = FlowCurve.Of(MeasuredTable.Load(file)).Part(parsed.GetValue(_ramp), from, to);
            string sample = Path.GetFileNameWithoutExtension(file);
            results.Add(FlowReport.Of(sample, FlowAnalysis.Of(curve)));
            if (FlowAnalysis.Viscosity(curve, at) is { } viscosity) viscosities[sample] = viscosity;
        }
        if (shells is not null) results.Add(ShellReport.Of(ShellCollapse.Of(ShellCollapse.Join(shells, viscosities), shells.Source), at));
        return results;
    }
}
