using Loadstone.Laboratory.Coatings;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Coatings;

public class DryingPeriodsTests
{
    /// <summary>A record without noise gives the periods that made it back to 1e-3.</summary>
    [Fact]
    public void A_clean_record_gives_its_periods_back()
    {
        DryingPeriods found = CoatingTrials.Dry(0, 1);
        found.Rate.Value.ShouldBe(CoatingTrials.Rate, 1e-3 * CoatingTrials.Rate);
        found.Critical.Value.ShouldBe(CoatingTrials.Critical, 1e-3 * CoatingTrials.Critical);
        found.WarmUp.Value.ShouldBe(CoatingTrials.WarmUp, 1e-3 * CoatingTrials.WarmUp);
        found.Dry.Value.ShouldBe(CoatingTrials.Solids, 1e-3 * CoatingTrials.Solids);
        found.Initial.Value.ShouldBe(CoatingTrials.Solvent, 1e-3 * CoatingTrials.Solvent);
        found.DryingTime!.Value.Value.ShouldBe(CoatingTrials.DryingTime, 1e-3 * CoatingTrials.DryingTime);
        found.Warnings.ShouldBeEmpty();
    }

    /// <summary>A shift of the clock or the balance changes no period.</summary>
    [Fact]
    public void Zero_of_clock_and_balance_do_not_matter()
    {
        DryingRecord record = CoatingTrials.Dry(2e-4, 5).Record;
        DryingPeriods one = DryingPeriods.Of(record), other = DryingPeriods.Of(record with { Time = [.. record.Time.Select(t => t + 1000)], Amount = [.. record.Amount.Select(m => m + 5)] });
        other.Rate.Value.ShouldBe(one.Rate.Value, 1e-5 * one.Rate.Value);
        other.DryingTime!.Value.Value.ShouldBe(one.DryingTime!.Value.Value + 1000, 1e-3);
    }

    /// <summary>A record that ends early, does not fall, or whose clock runs back is told.</summary>
    [Fact]
    public void What_is_missing_is_told()
    {
        DryingRecord record = CoatingTrials.Dry(2e-4, 5).Record;
        var early = record with { Time = [.. record.Time.Take(160)], Amount = [.. record.Amount.Take(160)] };
        DryingPeriods.Of(early, dry: CoatingTrials.Solids).Warnings.ShouldContain(w => w.Contains("no drying time", StringComparison.Ordinal));
        Should.Throw<InputException>(() => DryingPeriods.Of(record with { Amount = [.. record.Amount.Select((_, i) => 1 + 1e-4 * (i % 3))] })).Message.ShouldContain("no drying is seen");
        string rows = string.Join('\n', Enumerable.Range(0, 30).Select(i => FormattableString.Invariant($"{(i == 9 ? 3 : i)},{100 - i}")));
        Should.Throw<InputException>(() => DryingRecord.Of(MeasuredTable.Parse("Time / s,Mass / mg\n" + rows, "d.csv"))).Message.ShouldContain("row 10");
    }

    /// <summary>Mass in mg, loading and thickness keep their kind; a thickness gives a rate of shrinkage.</summary>
    [Fact]
    public void Thickness_is_read_as_well()
    {
        string rows = string.Join('\n', Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"{i},{100 + Math.Max(0, 80 - i)}")));
        DryingPeriods found = DryingPeriods.Of(DryingRecord.Of(MeasuredTable.Parse("Time / s,Thickness / µm\n" + rows, "d.csv")));
        found.Record.Kind.ShouldBe(QuantityKinds.Length);
        found.Rate.Value.ShouldBe(1e-6, 1e-8);
        found.Dry.Value.ShouldBe(100e-6, 1e-6);
    }
}
