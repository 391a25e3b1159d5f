using Loadstone.Laboratory;
using Loadstone.Web.Api;
using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;
using Loadstone.Wetting.Study;

namespace Loadstone.Web.Filling;

/// <summary>The arrangements that are filled, in order; parts name them by their place.</summary>
internal sealed record StartPart(string Mode, IReadOnlyList<string> Cases);

/// <summary>How far an arrangement is, 0 to 1.</summary>
internal sealed record ProgressPart(int Case, double Done);

/// <summary>The first bed of an arrangement.</summary>
/// <param name="Case">The arrangement.</param>
/// <param name="Width">Width [µm].</param>
/// <param name="Height">Height [µm].</param>
/// <param name="Discs">x, y above the foil and radius of each disc [µm], three numbers a disc.</param>
/// <param name="Columns">Columns of its grid; 0 without one.</param>
/// <param name="Rows">Rows of its grid; 0 without one.</param>
internal sealed record BedPart(int Case, double Width, double Height, double[] Discs, int Columns, int Rows)
{
    /// <summary>A bed; a grid where it has one.</summary>
    public static BedPart Of(int one, DiscBed bed, int columns = 0, int rows = 0) =>
        new(one, bed.Width * 1e6, bed.Height * 1e6, [.. bed.Discs.SelectMany(disc => (double[])[Short(disc.X), Short(disc.Y), Short(disc.Radius)])], columns, rows);

    internal static double Short(double metres) => Math.Round(metres * 1e6, 3);
}

/// <summary>How the first bed of an arrangement fills pore by pore.</summary>
/// <param name="Case">The arrangement.</param>
/// <param name="Pores">Corners of each pore, x and y in turn [µm].</param>
/// <param name="Steps">The steps in their order.</param>
internal sealed record StepsPart(int Case, IReadOnlyList<double[]> Pores, IReadOnlyList<PoreStep> Steps)
{
    /// <summary>A filling.</summary>
    public static StepsPart Of(int one, CapillaryFilling filling, double surfaceTension) => new(one,
        [.. filling.Outlines.Select(outline => outline.SelectMany(p => (double[])[BedPart.Short(p.X), BedPart.Short(p.Y)]).ToArray())],
        [.. filling.Steps.Select(step => new PoreStep(Round(step.Saturation), Digits.Five(step.Time), Digits.Five(step.Curvature * surfaceTension / 1e3), Round(step.TrappedShare), step.Pores, step.Trapped))]);

    private static double Round(double share) => Math.Round(share, 5);
}

/// <summary>A step of a filling.</summary>
/// <param name="Volumes">Liquid that is in, in volumes of the bed's pores.</param>
/// <param name="Time">Time [s].</param>
/// <param name="Pressure">Pressure of the liquid over that of the air [kPa].</param>
/// <param name="TrappedShare">Air that has lost its way out, over the pore volume.</param>
/// <param name="Filled">Pores that fill.</param>
/// <param name="Trapped">Pores whose air loses its way out.</param>
internal sealed record PoreStep(double Volumes, double? Time, double? Pressure, double TrappedShare, IReadOnlyList<int> Filled, IReadOnlyList<int> Trapped);

/// <summary>Samples of a filling by viscous flow that follow those sent before.</summary>
internal sealed record SamplesPart(int Case, double?[] Volumes, double?[] Time, double?[] Saturation, double?[] Outlet, double?[] Pressure)
{
    /// <summary>Samples.</summary>
    public static SamplesPart Of(int one, IReadOnlyList<StudySample> samples) => new(one, Each(samples, s => s.PoreVolumes), Each(samples, s => s.Time),
        Each(samples, s => s.Saturation * 100), Each(samples, s => s.OutletShare * 100), Each(samples, s => s.InletPressure));

    private static double?[] Each(IReadOnlyList<StudySample> samples, Func<StudySample, double> of) => [.. samples.Select(s => Digits.Five(of(s)))];
}

/// <summary>A picture of a filling by viscous flow.</summary>
/// <param name="Case">The arrangement.</param>
/// <param name="Volumes">Liquid injected, in volumes of the bed's pores.</param>
/// <param name="Time">Time [s].</param>
/// <param name="Pixels">A byte a cell, rows from the bottom: 0 (air) to 200 (liquid), 254 for air that the flow leaves behind, 255 for a particle.</param>
internal sealed record FramePart(int Case, double Volumes, double Time, byte[] Pixels);

/// <summary>A field at the end of a filling by viscous flow.</summary>
/// <param name="Case">The arrangement.</param>
/// <param name="Name">What it is.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="High">Value of byte 254; 0 is 0.</param>
/// <param name="Pixels">A byte a cell, rows from the bottom; 255 where there is no pore.</param>
internal sealed record FieldPart(int Case, string Name, string Unit, double High, byte[] Pixels);

/// <summary>What an arrangement gave.</summary>
internal sealed record ResultPart(int Case, IReadOnlyList<NumberPart> Numbers, IReadOnlyList<SectionPart> Sections, IReadOnlyList<string> Warnings)
{
    /// <summary>A result without its pictures of one bed, which the page draws itself.</summary>
    public static ResultPart Of(int one, LaboratoryResult result) => new(one, [.. result.Numbers.Select(NumberPart.Of)],
        SectionPart.Of(result.Sections.Where(section => section.Heading != "One bed")), result.Warnings);
}

/// <summary>A number with half of its 95 % interval, both in its unit; null where it cannot be said.</summary>
internal sealed record NumberPart(string Name, double? Value, double? HalfWidth, string Unit)
{
    /// <summary>A number.</summary>
    public static NumberPart Of(NamedEstimate number)
    {
        string unit = number.Unit ?? number.Kind.Units[0].Symbol;
        double zero = number.Kind.ToUnit(0, unit);
        return new NumberPart(number.Name, Digits.Five(number.Kind.ToUnit(number.Estimate.Value, unit)),
            number.Estimate.StandardError == 0 ? null : Digits.Five(number.Kind.ToUnit(number.Estimate.HalfWidth(), unit) - zero), unit);
    }
}

/// <summary>The arrangements by their saturation at breakthrough, the latest first, with how sure the order is.</summary>
internal sealed record OrderPart(string Words, string Note);

/// <summary>How far a ranking is, 0 to 1.</summary>
internal sealed record SharePart(double Done);

/// <summary>A ranking as far as it goes.</summary>
/// <param name="Beds">Beds of each packing so far.</param>
/// <param name="Sections">Orders, plots and numbers.</param>
internal sealed record RankingPart(int Beds, IReadOnlyList<SectionPart> Sections);

/// <summary>All is done.</summary>
internal sealed record FilledPart(double Seconds);
