using Loadstone.Designs.Infiltration;
using Loadstone.Laboratory;
using Loadstone.Web.Serving;

namespace Loadstone.Web.Filling;

/// <summary>Filling and rest of a whole cell.</summary>
internal static class CellWork
{
    public static async Task Run(FillingPlan plan, ComputeTurn turn, IPartSender stream)
    {
        for (int k = 0; k < plan.Cases.Count; k++)
        {
            FillingCase one = plan.Cases[k];
            LaboratoryResult result = await turn.Run(_ => AreaReport.Of(AreaStudy.Of(one.Design, wetting => wetting with { Rest = plan.Rest ?? wetting.Rest })), later: true).ConfigureAwait(false);
            await stream.Send("progress", new ProgressPart(k, 1)).ConfigureAwait(false);
            await stream.Send("result", ResultPart.Of(k, result)).ConfigureAwait(false);
        }
    }
}
