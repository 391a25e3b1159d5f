using System.Text;
using Loadstone.Laboratory;
using Loadstone.Wetting;

namespace Loadstone.Designs.Infiltration;

/// <summary>Arrangements of one share, gap and contact angle by a time over the fill time, the latest first.</summary>
/// <param name="Cases">The cases.</param>
/// <param name="Leads">How much each case comes later than the next one, with its error over paired beds.</param>
public sealed record ArrangementOrder(IReadOnlyList<RankingCase> Cases, IReadOnlyList<Estimate> Leads)
{
    /// <summary>The time's place in <see cref="RankingMeasure.Figures"/>.</summary>
    public int Figure { get; init; }

    /// <summary>Orders cases.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="figure">Place in <see cref="RankingMeasure.Figures"/> of the time they are ordered by.</param>
    public static ArrangementOrder Of(IReadOnlyList<RankingCase> cases, int figure = 0)
    {
        RankingCase[] ordered = [.. Require.NotEmpty(cases).OrderByDescending(one => one.Mean(figure).Value)];
        return new ArrangementOrder(ordered, [.. ordered.Zip(ordered.Skip(1), (later, sooner) => later.Less(sooner, figure))]) { Figure = figure };
    }

    /// <summary>The order as "S-L > L-S ≈ Mix": &gt; where the 95 % interval of the difference leaves out 0, ≈ where it does not.</summary>
    public string Words
    {
        get
        {
            var words = new StringBuilder(Cases[0].Arrangement.ShortName());
            for (int i = 0; i < Leads.Count; i++) words.Append(IsCertain(Leads[i]) ? " > " : " ≈ ").Append(Cases[i + 1].Arrangement.ShortName());
            return words.ToString();
        }
    }

    /// <summary>Whether the arrangements come in an order, each difference with a 95 % interval that leaves out 0.</summary>
    /// <param name="expected">The order, the latest first; those that are not named do not count.</param>
    /// <returns>True where all differences are certain and as expected, false where one is certain and the other way round, null where that cannot be told.</returns>
    public bool? Confirms(params ReadOnlySpan<Arrangement> expected)
    {
        bool isCertain = true;
        for (int i = 0; i + 1 < expected.Length; i++)
        {
            Arrangement first = expected[i], second = expected[i + 1];
            Estimate lead = Cases.First(one => one.Arrangement == first).Less(Cases.First(one => one.Arrangement == second), Figure);
            if (IsCertain(lead) && lead.Value < 0) return false;
            isCertain &= IsCertain(lead);
        }
        return isCertain ? true : null;
    }

    internal static bool IsCertain(Estimate difference) => Math.Abs(difference.Value) > difference.HalfWidth();
}

/// <summary>Where two arrangements change places as the contact angle rises.</summary>
/// <param name="First">One of them, the later below the angle.</param>
/// <param name="Second">The other, the later above it.</param>
/// <param name="LargeShare">Share of large particles.</param>
/// <param name="Gap">Smallest distance between discs [m].</param>
/// <param name="ContactAngle">The angle [rad], between two that were computed by a straight line through the differences.</param>
/// <param name="IsCertain">Whether the differences at both of these have 95 % intervals that leave out 0.</param>
public sealed record OrderTurn(Arrangement First, Arrangement Second, double LargeShare, double Gap, double ContactAngle, bool IsCertain);
