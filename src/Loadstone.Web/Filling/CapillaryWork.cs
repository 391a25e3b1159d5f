using System.Text;
using Loadstone.Designs.Infiltration;
using Loadstone.Laboratory;
using Loadstone.Web.Serving;
using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Web.Filling;

/// <summary>Filling where capillarity decides, bed after bed: each is a short computation, so that others, who go first, come in between.</summary>
internal static class CapillaryWork
{
    public static async Task Run(FillingPlan plan, ComputeTurn turn, IPartSender stream)
    {
        IReadOnlyList<FillingCase> cases = plan.Cases;
        var beds = cases.Select(_ => new List<DiscBed>()).ToArray();
        var fillings = cases.Select(_ => new List<CapillaryFilling>()).ToArray();
        for (int seed = 1; seed <= plan.Seeds; seed++)
        {
            for (int k = 0; k < cases.Count; k++)
            {
                (int one, int number) = (k, seed);
                (DiscBed bed, CapillaryFilling filling) = await turn.Run(_ =>
                {
                    DiscBed made = plan.Generator.Make(cases[one].Layers, number);
                    return (made, CapillaryFilling.Of(made, plan.Liquid, plan.Drive));
                }, later: true).ConfigureAwait(false);
                beds[k].Add(bed);
                fillings[k].Add(filling);
                if (seed == 1)
                {
                    await stream.Send("bed", BedPart.Of(k, bed)).ConfigureAwait(false);
                    await stream.Send("steps", StepsPart.Of(k, filling, plan.Liquid.SurfaceTension)).ConfigureAwait(false);
                }
                await stream.Send("progress", new ProgressPart(k, (double)seed / plan.Seeds)).ConfigureAwait(false);
            }
        }
        for (int k = 0; k < cases.Count; k++)
        {
            int one = k;
            LaboratoryResult result = await turn.Run(_ => CapillaryReport.Of(new CapillaryStudy(cases[one].Name, beds[one], fillings[one]), plan.Liquid), later: true).ConfigureAwait(false);
            await stream.Send("result", ResultPart.Of(k, result)).ConfigureAwait(false);
        }
        if (cases.Count > 1 && plan.Seeds > 1) await stream.Send("order", Order(cases, fillings)).ConfigureAwait(false);
    }

    /// <summary>The order of arrangements over beds of the same seeds.</summary>
    internal static OrderPart Order(IReadOnlyList<FillingCase> cases, IReadOnlyList<IReadOnlyList<CapillaryFilling>> fillings)
    {
        int[] ordered = [.. Enumerable.Range(0, cases.Count).OrderByDescending(k => fillings[k].Average(f => f.Saturation))];
        var words = new StringBuilder(cases[ordered[0]].Name);
        for (int i = 1; i < ordered.Length; i++)
        {
            var lead = Estimate.MeanOf([.. fillings[ordered[i - 1]].Zip(fillings[ordered[i]], (later, sooner) => later.Saturation - sooner.Saturation)]);
            words.Append(Math.Abs(lead.Value) > lead.HalfWidth() ? " > " : " ≈ ").Append(cases[ordered[i]].Name);
        }
        return new OrderPart(words.ToString(), "More of the pores wet at the end first: > where the 95 % interval of the difference over beds of one seed leaves out 0, ≈ where it does not.");
    }
}
