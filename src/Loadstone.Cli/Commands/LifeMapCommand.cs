using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Mechanics;
using Loadstone.Laboratory.Tables;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse life-map</c>: cycle life against toughness and peel strength.</summary>
internal sealed class LifeMapCommand() : LaboratoryCommand("life-map", "Cycle life against toughness of the binder and peel strength of the electrode together.")
{
    public override IReadOnlyList<string> Clues => ["life", "cycles"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse life-map examples/laboratory/life-map.csv --out life-map", "eight binders: map, plane and what needs no law"),
    ];

    public override string? Remarks => "A table has the columns sample, toughness (MJ/m³), peel strength (N/m, gf/20 mm) and cycle life.";

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation) =>
        [.. files.Select(file => LifeMapReport.Of(Path.GetFileNameWithoutExtension(file), LifeMap.Of(LifeMap.Read(MeasuredTable.Load(file)), file)))];
}
