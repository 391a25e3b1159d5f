using Loadstone.Electrochemistry;
using Loadstone.Laboratory.Cycling;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Renewal;

/// <summary>A cell with one electrode renewed, measured and simulated: which electrode the loss belongs to, as numbers, table and picture.</summary>
public static class RenewalReport
{
    /// <summary>The result.</summary>
    /// <param name="sample">Name of the cell.</param>
    /// <param name="fresh">The fresh cell.</param>
    /// <param name="before">The aged cell before the renewal.</param>
    /// <param name="after">The cell after it.</param>
    /// <param name="renewed">The electrode that was renewed.</param>
    /// <param name="simulation">The same simulated, or null.</param>
    /// <param name="notes">What makes the files less sure.</param>
    public static LaboratoryResult Of(
        string sample, CellCheck fresh, CellCheck before, CellCheck after, RenewedElectrode renewed, RenewalSimulation? simulation = null, IReadOnlyList<string>? notes = null)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        RenewalShare capacity = RenewalShare.Of(fresh.Capacity, before.Capacity, after.Capacity), energy = RenewalShare.Of(fresh.Energy, before.Energy, after.Energy);
        (string ofRenewed, string ofKept) = renewed == RenewedElectrode.Negative ? ("negative", "positive") : ("positive", "negative");
        var numbers = new List<NamedEstimate>
        {
            new("capacity lost", capacity.Lost, QuantityKinds.Fraction, "%"),
            new($"share of the {ofRenewed} electrode in it", capacity.OfRenewed, QuantityKinds.Fraction, "%"),
            new($"share of the {ofKept} electrode in it", capacity.OfKept, QuantityKinds.Fraction, "%"),
            new("energy lost", energy.Lost, QuantityKinds.Fraction, "%"),
            new($"share of the {ofRenewed} electrode in the energy lost", energy.OfRenewed, QuantityKinds.Fraction, "%"),
        };
        if (simulation is not null)
        {
            numbers.Add(new("capacity lost, simulated", simulation.Capacity.Lost, QuantityKinds.Fraction, "%"));
            numbers.Add(new($"share of the {ofRenewed} electrode in it, simulated", simulation.Capacity.OfRenewed, QuantityKinds.Fraction, "%"));
        }
        return new LaboratoryResult("renewed", sample, numbers,
        [
            new("Which electrode failed", [new Paragraph(Verdict(capacity, renewed)), Shares(capacity, energy, simulation, ofRenewed, ofKept), Curves(fresh, before, after, simulation)]),
            new("How it was found", [new BulletList([
                $"Fresh: cycles {fresh.FirstCycle} to {fresh.LastCycle} of {Path.GetFileName(fresh.Source)}. Before: {before.FirstCycle} to {before.LastCycle} of {Path.GetFileName(before.Source)}. After: {after.FirstCycle} to {after.LastCycle} of {Path.GetFileName(after.Source)}.",
                "What comes back with the fresh electrode and electrolyte belonged to the electrode that was taken out, (after − before)/(fresh − before); what stays away belongs to the one that was kept (as Yari et al. 2020, figure 5c, and Energy Environ. Sci. 18, 7514 (2025), took recovered positive electrodes to fresh lithium).",
                "Depleted electrolyte is renewed too and counts with the renewed electrode. Lithium that films have bound comes back only from lithium metal or another electrode that brings lithium; against a fresh graphite it counts with the kept electrode, and loadstone analyse modes tells it apart.",
                "Errors are those of the means of a few discharges and of the masses, carried through to first order. What rinsing and a second assembly do to an electrode is not in them.",
            ])]),
        ], [.. notes ?? [], .. Told(fresh, before, after, capacity)]);
    }

    /// <summary>The answer in a sentence.</summary>
    /// <param name="share">Shares of the loss of capacity.</param>
    /// <param name="renewed">The electrode that was renewed.</param>
    public static string Verdict(RenewalShare share, RenewedElectrode renewed)
    {
        ArgumentNullException.ThrowIfNull(share);
        if (!share.IsLoss) return "The cell had lost nothing beyond the errors of its capacities: there is no loss to share out.";
        return share.Culprit(renewed) switch
        {
            null => "The loss cannot be laid to one electrode: the interval of its share holds one half.",
            var culprit when culprit == renewed => $"Most of the loss came back: it belonged to the {Name(renewed)} electrode that was replaced, or to the electrolyte.",
            var culprit => $"Most of the loss stayed: it belongs to the {Name(culprit.Value)} electrode, which was kept.",
        };
    }

    private static string Name(RenewedElectrode electrode) => electrode == RenewedElectrode.Negative ? "negative" : "positive";

    private static IEnumerable<string> Told(CellCheck fresh, CellCheck before, CellCheck after, RenewalShare capacity)
    {
        foreach ((CellCheck check, string name) in ((CellCheck, string)[])[(fresh, "fresh"), (after, "renewed")])
        {
            if (!check.IsAtCurrentOf(before))
                yield return FormattableString.Invariant($"the {name} cell was never discharged at the current of the aged one (by {check.Current / before.Current:g3} times of it instead): losses of rate count as losses of the electrode.");
        }
        if (double.IsNaN(capacity.OfRenewed.StandardError)) yield return "a mean of one discharge has no error; expected two or more at one current for an interval.";
        (double low, double high) = capacity.OfRenewed.Interval();
        if (capacity.IsLoss && (high < 0 || low > 1))
            yield return $"the renewed cell gives {(high < 0 ? "less than before" : "more than the fresh one")}: electrodes of other mass, another assembly or a drawn-out formation; give --mass where pieces differ.";
    }

    private static Table Shares(RenewalShare capacity, RenewalShare energy, RenewalSimulation? simulation, string ofRenewed, string ofKept)
    {
        var rows = new List<IReadOnlyList<string>> { Row("capacity", capacity), Row("energy", energy) };
        if (simulation is not null) rows.AddRange([Row("capacity, simulated", simulation.Capacity), Row("energy, simulated", simulation.Energy)]);
        return new Table("Shares of the loss", [TableColumn.Words("of"), new("lost", "%"), new($"{ofRenewed} electrode (renewed)", "%"), new($"{ofKept} electrode (kept)", "%")], rows, "± is half of the 95 % interval.");
    }

    private static string[] Row(string name, RenewalShare share) =>
        [name, CycleReport.Both(share.Lost.Times(100)), CycleReport.Both(share.OfRenewed.Times(100)), CycleReport.Both(share.OfKept.Times(100))];

    private static Plot Curves(CellCheck fresh, CellCheck before, CellCheck after, RenewalSimulation? simulation)
    {
        double whole = fresh.Curve.Charge[^1];
        var series = new List<Series> { Measured("fresh", fresh, 0), Measured("before", before, 1), Measured("after", after, 2) };
        if (simulation is not null)
        {
            double simulated = simulation.Fresh.Charge;
            series.AddRange([Simulated("fresh, simulated", simulation.Fresh, 0), Simulated("before, simulated", simulation.Before, 1), Simulated("after, simulated", simulation.After, 2)]);

            Series Simulated(string name, StepResult step, int color) => new(name, [.. step.Series.Charge.Select(q => 100 * (q - step.Series.Charge[0]) / simulated)], step.Series.Voltage, SeriesStyle.Dashed, color);
        }
        return new Plot("renewed", "Discharges", new Axis("Charge / % of the fresh cell's"), new Axis("Voltage / V"), series);

        Series Measured(string name, CellCheck check, int color) => new(name, [.. check.Curve.Charge.Select(q => 100 * q / whole)], check.Curve.Voltage, SeriesStyle.Line, color);
    }
}
