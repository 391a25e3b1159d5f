using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Renewal;

/// <summary>Which electrode a loss belongs to: what comes back with a fresh electrode belonged to the one that it replaced, what stays away to the one that was kept.</summary>
/// <param name="Lost">Share of the fresh cell's value that was lost before the renewal, 1 − B/F.</param>
/// <param name="OfRenewed">Share of that loss which came back, (A − B)/(F − B): below 0 where the renewed cell is worse than before, above 1 where better than fresh.</param>
public sealed record RenewalShare(Estimate Lost, Estimate OfRenewed)
{
    /// <summary>Share of the loss that stayed away and belongs to the electrode that was kept.</summary>
    public Estimate OfKept => OfRenewed with { Value = 1 - OfRenewed.Value };

    /// <summary>Whether the loss is larger than its own 95 % interval; else there is nothing to share out.</summary>
    public bool IsLoss => Lost.Interval() is var (low, _) && low > 0;

    /// <summary>The electrode to which more than half of the loss belongs beyond the 95 % interval; null where the data cannot say.</summary>
    /// <param name="renewed">The electrode that was renewed.</param>
    public RenewedElectrode? Culprit(RenewedElectrode renewed)
    {
        (double low, double high) = OfRenewed.Interval();
        RenewedElectrode kept = renewed == RenewedElectrode.Negative ? RenewedElectrode.Positive : RenewedElectrode.Negative;
        return !IsLoss ? null : low > 0.5 ? renewed : high < 0.5 ? kept : null;
    }

    /// <summary>Shares from a value of the fresh cell, of the aged cell before the renewal, and after it; errors to first order, taken as independent.</summary>
    public static RenewalShare Of(Estimate fresh, Estimate before, Estimate after)
    {
        double f = fresh.Value, b = before.Value, a = after.Value, lost = f - b;
        return new RenewalShare(
            ErrorPropagation.Carry(lost / f, (before, -1 / f), (fresh, b / (f * f))),
            ErrorPropagation.Carry((a - b) / lost, (after, 1 / lost), (before, (a - f) / (lost * lost)), (fresh, -(a - b) / (lost * lost))));
    }
}
