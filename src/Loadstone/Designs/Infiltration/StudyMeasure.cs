using Loadstone.Wetting;
using Loadstone.Wetting.Study;

namespace Loadstone.Designs.Infiltration;

/// <summary>A flux fills beds by viscous flow alone; no contact angle acts.</summary>
public sealed record StudyMeasure : RankingMeasure
{
    private const string Ranked = "1 % outlet time over fill time", Front = "10 % outlet time over fill time";

    /// <inheritdoc/>
    public override IReadOnlyList<RankingFigure> Figures => [.. Taken.Select(figure => new RankingFigure(figure.Name, figure.Kind, figure.Unit)
    {
        IsOrdered = figure.Name is Front,
        IsPlotted = figure.Name is Ranked or Front or "saturation at breakthrough" || figure.Name.StartsWith("air left", StringComparison.Ordinal),
    })];

    /// <inheritdoc/>
    public override IReadOnlyList<double> ContactAngles { get; init; } = [double.NaN];

    /// <summary>How beds are filled; no pictures are kept.</summary>
    public StudyOptions Options { get; init => field = value with { Frames = 0 }; } = new();

    internal override string Words => FormattableString.Invariant($"filled at {Options.InletVelocity * 1e3:g4} mm/s by viscous flow alone, without surface tension, on cells of {Options.Cell * 1e6:g4} µm until {Options.PoreVolumes:g4} pore volumes are injected");

    internal override object Settings => Options;

    private IEnumerable<StudyFigure> Taken => StudyFigure.All(Options.PoreVolumes).OrderByDescending(figure => figure.Name == Ranked);

    internal override void Check(DiscBed bed) => StudyFillings.Check(bed, Options);

    internal override int AtOnce(DiscBed bed) => StudyFillings.AtOnce([bed], Options);

    internal override double[][] Of(DiscBed bed, string? folder, Action<double> progress, CancellationToken cancellation)
    {
        StudyResult result = new StudyFillings(Options, folder).Fill(bed, progress, cancellation);
        return [[.. Taken.Select(figure => figure.Of(result))]];
    }
}
