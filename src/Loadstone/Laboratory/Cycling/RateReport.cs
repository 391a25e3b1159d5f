using Loadstone.Laboratory.Regression;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Cycling;

/// <summary>A rate test as numbers, tables and pictures.</summary>
public static class RateReport
{
    private const double MilliampereHour = 3.6, MilliampereHourPerGram = 3600;

    /// <summary>The result of one sample.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="table">Its steps.</param>
    /// <param name="settings">What was asked.</param>
    /// <exception cref="InputException">A bilayer is asked for without the mass of the sample.</exception>
    public static LaboratoryResult Of(string sample, RateTable table, RateSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        settings ??= new RateSettings();
        var warnings = new List<string>(table.Warnings);
        var numbers = new List<NamedEstimate>();
        var blocks = new List<ReportBlock> { Steps(table, settings.Mass) };
        RateStep[] fitted = [.. table.Fresh.Where(step => step.Rate >= settings.FitFrom && step.Capacity.Value > 0)];
        RateFit? fit = fitted.Length >= 2 ? RateFit.Of([.. fitted.Select(s => s.Rate)], [.. fitted.Select(s => s.Capacity.Value)], settings.CapacityError) : null;
        if (fit is not null) AddFit(numbers, fit, settings);
        else warnings.Add("fewer than two currents: there is nothing to fit.");
        foreach (RateStep step in table.Fresh) numbers.Add(new($"retention at {CycleReport.Text(step.Rate, 3)}C", step.Retention, QuantityKinds.Fraction, "%"));
        foreach (RateStep back in table.Steps.Where(s => s.IsReturn).TakeLast(1)) numbers.Add(new($"retention back at {CycleReport.Text(back.Rate, 3)}C", back.Retention, QuantityKinds.Fraction, "%"));
        blocks.Add(Picture(table, fit));
        if (settings.Partners is { } partners) AddBilayer(numbers, blocks, warnings, table, settings, partners);
        return new LaboratoryResult("rate", sample, numbers, [new("Rate test", blocks), new("How it was found", [new BulletList([.. Words(table, fit, fitted.Length, settings)])])], warnings);
    }

    private static void AddFit(List<NamedEstimate> numbers, RateFit fit, RateSettings settings)
    {
        numbers.Add(new("α", fit.Alpha, QuantityKinds.Ratio));
        numbers.Add(new("β at 1C", fit.Beta, QuantityKinds.Charge, "mAh"));
        if (settings.Mass is { } mass) numbers.Add(new("β at 1C per mass", ErrorPropagation.Quotient(fit.Beta, new Estimate(mass, mass * settings.MassError)), QuantityKinds.SpecificCapacity, "mAh/g"));
        numbers.Add(new("γ = 0.5^α", fit.Gamma, QuantityKinds.Ratio));
        numbers.Add(new("γ as printed, 0.301^α", fit.GammaAsPrinted, QuantityKinds.Ratio));
    }

    private static Table Steps(RateTable table, double? mass) => new("Capacity by rate",
        [new("rate", "C"), new("current", "mA"), new("cycles"), new("capacity", "mAh"), new("capacity", "mAh/g"), new("retention", "%"), new("mean voltage", "V"), TableColumn.Words("")],
        [.. table.Steps.Select(s => (IReadOnlyList<string>)
        [
            CycleReport.Text(s.Rate, 3), CycleReport.Text(s.Current * 1e3, 4), s.FirstCycle == s.LastCycle ? $"{s.FirstCycle}" : $"{s.FirstCycle}–{s.LastCycle}",
            CycleReport.Both(s.Capacity.Times(1 / MilliampereHour)), mass is { } m ? CycleReport.Both(s.Capacity.Times(1 / m / MilliampereHourPerGram)) : "–", CycleReport.Both(s.Retention.Times(100)),
            CycleReport.Text(s.MeanVoltage, 4), s.IsReturn ? "return" : "",
        ])],
        "± is half of the 95 % interval from the scatter of the cycles of a step.");

    private static Plot Picture(RateTable table, RateFit? fit)
    {
        RateStep[] fresh = [.. table.Fresh.OrderBy(s => s.Rate)];
        var series = new List<Series> { new("measured", [.. fresh.Select(s => s.Rate)], [.. fresh.Select(s => s.Capacity.Value / MilliampereHour)], SeriesStyle.Points, 0) };
        if (fit is not null)
        {
            double low = fresh[0].Rate, high = fresh[^1].Rate;
            double[] rates = [.. Enumerable.Range(0, 41).Select(k => low * Math.Pow(high / low, k / 40.0))];
            series.Add(new("β I^(−α)", rates, [.. rates.Select(r => fit.Law.CapacityAt(r) / MilliampereHour)], SeriesStyle.Line, 0));
        }
        return new Plot("rate", "Capacity against rate", new Axis("Rate / C", Logarithmic: true), new Axis("Capacity / mAh"), series);
    }

    private static void AddBilayer(List<NamedEstimate> numbers, List<ReportBlock> blocks, List<string> warnings, RateTable table, RateSettings settings, BilayerPartners partners)
    {
        double mass = settings.Mass ?? throw new InputException("u₂ and ψ need capacities per mass; expected the mass of the bilayer too.", "--mass");
        var rows = new List<IReadOnlyList<string>>();
        foreach (RateStep step in table.Fresh)
        {
            if (Match(partners.First, step.Rate) is not { } first || Match(partners.Second, step.Rate) is not { } second)
            {
                warnings.Add($"no single layer was measured at {CycleReport.Text(step.Rate, 3)}C: no u₂ and ψ there.");
                continue;
            }
            try
            {
                BilayerUse use = BilayerUse.Of(PerMass(step, mass, settings), partners.FirstShare, PerMass(first, partners.FirstMass, settings), PerMass(second, partners.SecondMass, settings));
                rows.Add([CycleReport.Text(step.Rate, 3), CycleReport.Both(use.SecondUtilisation), CycleReport.Both(use.Evenness)]);
                numbers.Add(new($"u₂ at {CycleReport.Text(step.Rate, 3)}C", use.SecondUtilisation, QuantityKinds.Ratio));
                numbers.Add(new($"ψ at {CycleReport.Text(step.Rate, 3)}C", use.Evenness, QuantityKinds.Ratio));
            }
            catch (InputException e)
            {
                warnings.Add($"at {CycleReport.Text(step.Rate, 3)}C {e.Problem}");
            }
        }
        blocks.Add(new Table("Use of the layers", [new("rate", "C"), new("u₂"), new("ψ")], rows, "ψ = 0.5 is even. The errors of capacities, masses and share are carried through."));
    }

    // A step of one cycle has no scatter: it counts as exact unless a person gave an error.
    private static Estimate PerMass(RateStep step, double mass, RateSettings settings)
    {
        double scatter = double.IsNaN(step.Capacity.StandardError) ? 0 : step.Capacity.StandardError / step.Capacity.Value;
        double relative = settings.CapacityError ?? scatter, value = step.Capacity.Value / mass;
        double freedom = settings.CapacityError is null && scatter > 0 && settings.MassError == 0 ? step.Capacity.DegreesOfFreedom : double.PositiveInfinity;
        return new Estimate(value, value * Math.Sqrt(relative * relative + settings.MassError * settings.MassError), freedom);
    }

    private static RateStep? Match(RateTable table, double rate) =>
        table.Fresh.Where(s => Math.Abs(Math.Log(s.Rate / rate)) < 0.1).MinBy(s => Math.Abs(Math.Log(s.Rate / rate)));

    private static IEnumerable<string> Words(RateTable table, RateFit? fit, int count, RateSettings settings)
    {
        yield return $"The steps are those of the current of {(table.Side == Direction.Charge ? "charge" : "discharge")}; currents within 3 % are one step.";
        yield return table.IsOneCGiven
            ? $"1C is {CycleReport.Text(table.OneC * 1e3, 4)} mA, as given."
            : $"1C is {CycleReport.Text(table.OneC * 1e3, 4)} mA: the capacity of the slowest step in an hour. Retentions are relative to that step.";
        if (fit is null) yield break;
        yield return $"Y = β I^(−α) by least squares on ln Y over {count} rates, with {CycleReport.Text(100 * fit.Scatter, 2)} % of scatter. "
            + (settings.CapacityError is null ? "Errors come from that scatter, which holds the misfit of the law." : "Errors are those of the capacities, carried through.");
        yield return "γ is the factor by which the capacity falls when the current doubles, 0.5^α; eqn 6 of Yari et al. (2020) prints 0.301^α.";
    }
}
