using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Porous;
using Loadstone.Laboratory.Impedance.Reporting;
using Loadstone.Laboratory.Recordings;
using Loadstone.Quantities;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse tortuosity</c>: tortuosity from blocking symmetric cells.</summary>
internal sealed class TortuosityCommand() : LaboratoryCommand("tortuosity", "Tortuosity of porous electrodes from the impedance of symmetric cells with a blocking electrolyte (transmission line).")
{
    private readonly Option<string> _area = Needed("--area", "Area of the cell.", "AREA");
    private readonly Option<string> _thickness = Needed("--thickness", "Thickness of one electrode, without its foil.", "LENGTH");
    private readonly Option<string> _conductivity = Needed("--conductivity", "Conductivity of the electrolyte.", "CONDUCTIVITY");
    private readonly Option<string> _porosity = Needed("--porosity", "Porosity of the electrodes.", "FRACTION");
    private readonly Option<int> _electrodes = new("--electrodes") { Description = "Porous electrodes in the cell, 1 or 2.", DefaultValueFactory = _ => 2 };

    public override FileSubject Subject => FileSubject.Spectrum;

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse tortuosity symmetric.z --area \"2 cm²\" --thickness \"60 µm\" --porosity \"40 %\" --conductivity \"0.5 mS/cm\"", "two alike electrodes in TBAClO₄"),
    ];

    public override string? Remarks => "R_ion of R0-TLM1 gives N_M = R_ion A κ/L and τ = ε N_M (Landesfeind et al. 2016).";

    public override IReadOnlyList<Option> Options => [_area, _thickness, _porosity, _conductivity, _electrodes];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        double Of(Option<string> option, QuantityKind kind) => SpectrumOptions.Positive(kind, parsed.GetValue(option)!, option.Name);
        int electrodes = parsed.GetValue(_electrodes);
        if (electrodes is not (1 or 2)) throw new InputException($"{electrodes} electrodes; expected 1 or 2.", file: _electrodes.Name);
        double porosity = Of(_porosity, QuantityKinds.Fraction);
        if (porosity > 1) throw new InputException("the porosity exceeds 100 %.", file: _porosity.Name);
        var cell = new BlockingSymmetricCell(Of(_area, QuantityKinds.Area), Of(_thickness, QuantityKinds.Length), Of(_conductivity, QuantityKinds.Conductivity), porosity, electrodes);
        return [.. files.Select(file =>
        {
            SpectrumReading reading = SpectrumReading.Of(InstrumentFile.Load(file, cancellation));
            return PoreAndDiffusionReports.Of(Path.GetFileNameWithoutExtension(file), BlockingTortuosity.Of(reading.Spectrum, cell), reading.Warnings);
        })];
    }

    private static Option<string> Needed(string name, string description, string help) => new(name) { Description = description, HelpName = help, Required = true };
}
