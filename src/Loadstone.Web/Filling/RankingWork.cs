using System.Diagnostics;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Infiltration;
using Loadstone.Laboratory;
using Loadstone.Quantities;
using Loadstone.Reports;
using Loadstone.Web.Api;
using Loadstone.Web.Bench;
using Loadstone.Web.Serving;
using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Web.Filling;

/// <summary>
/// A ranking of arrangements over ratios, gaps and contact angles: bed after bed of every packing, so that others come in between, and so that the page sees
/// orders early and their intervals shrink.
/// </summary>
internal static class RankingWork
{
    private const int MostBeds = 5000;

    private static readonly TimeSpan BetweenParts = TimeSpan.FromMilliseconds(400);

    /// <summary>Reads a request.</summary>
    /// <exception cref="InputException">A value cannot be used; it is named as the option of the command line.</exception>
    public static RankingPlan Plan(RankingRequest request)
    {
        DesignDocument document = PageDocument.Read(request.Document);
        Design design = PageDocument.Variant(document, request.Variant);
        TwoSizeSection section = TwoSizeSection.Of(DesignBuilder.Build(design).Cell.Positive, FillingText.Porosity(request.Porosity));
        if (request.Seeds < 2) throw new InputException($"{request.Seeds} beds were asked for; expected 2 or more, as intervals need them.", "--seeds");
        var plan = new RankingPlan
        {
            Section = section,
            LargeShares = FillingText.Read("--ratios", () => RankingText.LargeShares(request.Ratios, "--ratios")),
            Arrangements = FillingText.Read("--arrangements", () => RankingText.Arrangements(request.Ranked, "--arrangements")),
            Gaps = [.. FillingText.Read("--gap", () => RankingText.Gaps(request.Gaps, "--gap")).Distinct().Order()],
            Generator = new BedGenerator { Width = FillingText.Width(request.Width) },
            Seeds = request.Seeds,
            Measure = new CapillaryMeasure
            {
                ContactAngles = [.. FillingText.Read("--angle", () => RankingText.ContactAngles(request.Angles, "--angle")).Distinct().Order()],
                Liquid = new CapillaryLiquid { SurfaceTension = FillingText.Positive(request.SurfaceTension, QuantityKinds.SurfaceTension, "--surface-tension"), Viscosity = FillingText.Positive(request.Viscosity, QuantityKinds.Viscosity, "--viscosity") },
                Flux = new FillingDrive.Flux { Speed = FillingText.Positive(request.Velocity, QuantityKinds.Speed, "--velocity") },
            },
        };
        long beds = (long)plan.Packings.Count * plan.Seeds * plan.Measure.ContactAngles.Count;
        return beds <= MostBeds ? plan : throw new InputException(FormattableString.Invariant($"{beds:#,0} fillings were asked for in all; expected at most {MostBeds:#,0}, or the command line for more."), "--seeds");
    }

    /// <summary>Runs a ranking.</summary>
    public static async Task Run(RankingPlan plan, ComputeTurn turn, IPartSender stream)
    {
        IReadOnlyList<(Arrangement, double, double)> packings = plan.Packings;
        var beds = packings.Select(_ => new List<IReadOnlyList<IReadOnlyList<double>>>()).ToArray();
        var since = Stopwatch.StartNew();
        for (int seed = 1; seed <= plan.Seeds; seed++)
        {
            for (int k = 0; k < beds.Length; k++)
            {
                (int packing, int number) = (k, seed);
                beds[k].Add(await turn.Run(cancellation => plan.Fill(packings[packing], number, cancellation), later: true).ConfigureAwait(false));
            }
            await stream.Send("share", new SharePart((double)seed / plan.Seeds)).ConfigureAwait(false);
            if (seed < 2 || (seed < plan.Seeds && since.Elapsed < BetweenParts)) continue;
            RankingPlan sofar = plan with { Seeds = seed };
            await stream.Send("ranking", await turn.Run(_ => Part(ArrangementRanking.Of(sofar, beds)), later: true).ConfigureAwait(false)).ConfigureAwait(false);
            since.Restart();
        }
    }

    private static RankingPart Part(ArrangementRanking ranking)
    {
        Table numbers = LaboratoryFiles.Summary(RankingReport.Results(ranking));
        return new RankingPart(ranking.Plan.Seeds, SectionPart.Of([.. RankingReport.Overview(ranking).Sections, new ReportSection("Numbers", [numbers])]));
    }
}
