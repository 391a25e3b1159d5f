using System.Diagnostics;
using Loadstone.Designs.Infiltration;
using Loadstone.Laboratory;
using Loadstone.Web.Serving;
using Loadstone.Wetting;
using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Study;

namespace Loadstone.Web.Filling;

/// <summary>Filling by viscous flow: all beds side by side to the same injected volume, in pieces so short that others, who go first, come in between; what is new of each first bed is sent at once.</summary>
internal static class StudyWork
{
    private static readonly TimeSpan Piece = TimeSpan.FromMilliseconds(60);

    public static async Task Run(FillingPlan plan, ComputeTurn turn, IPartSender stream)
    {
        StudyRun[][] runs = new StudyRun[plan.Cases.Count][];
        for (int k = 0; k < runs.Length; k++)
        {
            runs[k] = new StudyRun[plan.Seeds];
            for (int i = 0; i < plan.Seeds; i++)
            {
                (FillingCase one, int seed) = (plan.Cases[k], i + 1);
                (DiscBed bed, runs[k][i]) = await turn.Run(_ =>
                {
                    DiscBed made = plan.Generator.Make(one.Layers, seed);
                    return (made, StudyRun.Begin(made, plan.Study));
                }, later: true).ConfigureAwait(false);
                if (i == 0) await stream.Send("bed", BedPart.Of(k, bed, runs[k][i].Grid.Columns, runs[k][i].Grid.Rows)).ConfigureAwait(false);
            }
        }
        for (int frame = 1; frame <= FillingPlan.Frames; frame++)
        {
            for (int k = 0; k < runs.Length; k++) await Advance(k, runs[k], (double)frame / FillingPlan.Frames, turn, stream).ConfigureAwait(false);
        }
        for (int k = 0; k < runs.Length; k++) await Finish(k, plan.Cases[k].Name, runs[k], turn, stream).ConfigureAwait(false);
    }

    private static async Task Advance(int one, StudyRun[] runs, double to, ComputeTurn turn, IPartSender stream)
    {
        (int samples, int frames) = (runs[0].History.Count, runs[0].Frames.Count);
        foreach (StudyRun run in runs)
        {
            while (!run.IsDone && run.Done < to)
            {
                await turn.Run(cancellation =>
                {
                    var since = Stopwatch.StartNew();
                    do run.Advance();
                    while (!run.IsDone && run.Done < to && since.Elapsed < Piece && !cancellation.IsCancellationRequested);
                    return true;
                }, later: true).ConfigureAwait(false);
            }
        }
        await stream.Send("samples", SamplesPart.Of(one, [.. runs[0].History.Skip(samples)])).ConfigureAwait(false);
        foreach (StudyFrame frame in runs[0].Frames.Skip(frames).ToArray()) await stream.Send("frame", Picture(one, runs[0].Grid, frame)).ConfigureAwait(false);
        await stream.Send("progress", new ProgressPart(one, to)).ConfigureAwait(false);
    }

    private static async Task Finish(int one, string name, StudyRun[] runs, ComputeTurn turn, IPartSender stream)
    {
        (StudyResult first, LaboratoryResult report) = await turn.Run(_ =>
        {
            StudyResult[] results = [.. runs.Select(run => run.Result())];
            return (results[0], StudyReport.Of(name, results));
        }, later: true).ConfigureAwait(false);
        await stream.Send("field", Field(one, "pressure", "Pa", first, first.Pressure, 1)).ConfigureAwait(false);
        await stream.Send("field", Field(one, "speed", "mm/s", first, first.Speed, 1e3)).ConfigureAwait(false);
        await stream.Send("result", ResultPart.Of(one, report)).ConfigureAwait(false);
    }

    /// <summary>A picture as bytes of the page's palette.</summary>
    internal static FramePart Picture(int one, CutCellGrid grid, StudyFrame frame)
    {
        bool[] behind = AirLeftBehind.In(grid, frame.Share);
        byte[] pixels = new byte[frame.Share.Length];
        for (int cell = 0; cell < pixels.Length; cell++)
            pixels[cell] = grid.Pore[cell] <= 0 ? (byte)255 : behind[cell] ? (byte)254 : (byte)(frame.Share[cell] * 200 / 255);
        return new FramePart(one, Math.Round(frame.PoreVolumes, 5), Math.Round(frame.Time, 6), pixels);
    }

    // The fastest hundredth of the cells, in the narrowest gaps, would leave the rest of the picture dark.
    private static FieldPart Field(int one, string name, string unit, StudyResult result, double[] values, double scale)
    {
        double[] inPores = [.. values.Where((value, cell) => result.Grid.Pore[cell] > 0 && double.IsFinite(value)).Order()];
        double high = Math.Max(inPores[(int)(0.99 * (inPores.Length - 1))], double.Epsilon);
        byte[] pixels = [.. values.Select((value, cell) => result.Grid.Pore[cell] > 0 && double.IsFinite(value) ? (byte)Math.Clamp(254 * value / high, 0, 254) : (byte)255)];
        return new FieldPart(one, name, unit, high * scale, pixels);
    }
}
