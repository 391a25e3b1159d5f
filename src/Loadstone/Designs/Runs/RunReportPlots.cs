using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Designs.Runs;

/// <summary>What a run gave, as plots.</summary>
internal static class RunReportPlots
{
    private const double Micrometres = 1e6;
    private const int VariantsPerPlot = 6; // more curves are hard to tell apart
    private const double WideRange = 5; // of rates, beyond which their axis is logarithmic

    /// <summary>Capacity against rate, with measured values as points of the same colour; a few variants on each plot, none without a rate test.</summary>
    public static IEnumerable<Plot> CapacityAgainstRate(RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        VariantOutcome[] tested = [.. outcome.Variants.Where(v => v.Rates.Any(r => r.Step is not null))];
        bool perMass = tested.All(v => v.Built.Positive is not null);
        VariantOutcome[][] pages = [.. tested.Chunk(VariantsPerPlot)];
        return pages.Select((page, i) => CapacityAgainstRate(page, perMass, Page("capacity-rate", i, pages.Length), PageTitle("Discharge capacity against rate", i, pages.Length)));
    }

    private static Plot CapacityAgainstRate(VariantOutcome[] tested, bool perMass, string name, string title)
    {
        var series = new List<Series>();
        for (int i = 0; i < tested.Length; i++)
        {
            RateOutcome[] run = [.. tested[i].Rates.Where(r => r.Step is not null).OrderBy(r => r.Rate)];
            series.Add(new Series(tested[i].Name, [.. run.Select(r => r.Rate)], [.. run.Select(r => Capacity(r, perMass))], SeriesStyle.LineAndPoints, i));
            RateOutcome[] measured = [.. run.Where(r => r.Measured is not null)];
            if (perMass && measured.Length > 0)
                series.Add(new Series($"{tested[i].Name}, measured", [.. measured.Select(r => r.Rate)], [.. measured.Select(r => InMilliampereHours(r.Measured!.Value))], SeriesStyle.Points, i));
        }
        double low = tested.SelectMany(v => v.Rates).Min(r => r.Rate), high = tested.SelectMany(v => v.Rates).Max(r => r.Rate);
        return new Plot(name, title, new Axis("rate / C", Logarithmic: high > WideRange * low), new Axis(perMass ? "capacity / mAh/g" : "capacity / mAh/cm²", Min: 0), series,
            series.Any(s => s.Style == SeriesStyle.Points) ? "Lines with markers are predicted, markers alone are measured." : null);
    }

    /// <summary>Voltage against capacity of every discharge of a variant; null without a rate test.</summary>
    public static Plot? VoltageAgainstCapacity(VariantOutcome variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        RateOutcome[] rates = [.. Run(variant)];
        if (rates.Length == 0) return null;
        return new Plot(FileStem.From($"voltage-{variant.Name}"), $"{variant.Name}: voltage", CapacityAxis(variant.Built), new Axis("voltage / V"),
            [.. rates.Select(rate => Curve(variant, rate, RateLabel(rate)))]);
    }

    /// <summary>Voltage against capacity at the highest rate that all variants share, a few variants on each plot; none where there is nothing to compare.</summary>
    public static IEnumerable<Plot> VoltageOfAll(RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        VariantOutcome[] tested = [.. outcome.Variants.Where(v => Run(v).Any())];
        if (tested.Length < 2) return [];
        double[] shared = [.. tested.Select(v => Run(v).Select(r => r.Rate)).Aggregate((a, b) => a.Intersect(b))];
        if (shared.Length == 0) return [];
        double rate = shared.Max();
        VariantOutcome[][] pages = [.. tested.Chunk(VariantsPerPlot)];
        string title = FormattableString.Invariant($"Voltage at {rate:0.###}C");
        return pages.Select((page, i) => new Plot(Page("voltage-all", i, pages.Length), PageTitle(title, i, pages.Length), CapacityAxis(page[0].Built), new Axis("voltage / V"),
            [.. page.Select(v => Curve(v, Run(v).First(r => r.Rate == rate), v.Name))]));
    }

    /// <summary>Voltage against time of a protocol that is no rate test.</summary>
    public static IEnumerable<Plot> VoltageAgainstTime(VariantOutcome variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        for (int i = 0; i < variant.Protocols.Count; i++)
        {
            ProtocolOutcome run = variant.Protocols[i];
            if (run.Protocol.Steps.Any(step => step.RateTestRate is not null)) continue;
            TimeSeries[] series = [.. run.Result.Steps.Where(s => s.End != StepEnd.MetAtStart).Select(s => s.Series)];
            double[] hours = [.. series.SelectMany(s => s.Time).Select(t => t / 3600)];
            yield return new Plot(FileStem.From($"time-{variant.Name}-{i + 1}"), $"{variant.Name}: {run.Protocol.Name}", new Axis("time / h"), new Axis("voltage / V"),
                [new Series("voltage", hours, [.. series.SelectMany(s => s.Voltage)])]);
        }
    }

    /// <summary>Salt concentration through the cell at the end of every discharge; null without a rate test.</summary>
    public static Plot? SaltAtEnd(VariantOutcome variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        RateOutcome[] rates = [.. Run(variant)];
        if (rates.Length == 0) return null;
        return new Plot(FileStem.From($"salt-{variant.Name}"), $"{variant.Name}: salt at the end of discharge",
            new Axis("distance from the negative side / µm"), new Axis("salt concentration / mol/L", Min: 0),
            [.. rates.Select(r => new Series(RateLabel(r), InMicrometres(r.Step!.AtEnd.Position), [.. r.Step.AtEnd.SaltConcentration.Select(c => c / 1000)]))]);
    }

    /// <summary>Surface stoichiometry of an electrode's particles at the end of every discharge; null without a rate test, or without such an electrode.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="positive">The positive electrode, or else the negative one.</param>
    public static Plot? StoichiometryAtEnd(VariantOutcome variant, bool positive)
    {
        ArgumentNullException.ThrowIfNull(variant);
        if (!positive && variant.Built.Cell.IsHalfCell) return null;
        RateOutcome[] rates = [.. Run(variant)];
        if (rates.Length == 0) return null;
        double border = SeparatorMiddle(variant);
        var series = new List<Series>();
        for (int i = 0; i < rates.Length; i++)
        {
            var sizes = rates[i].Step!.AtEnd.Particles.Where(p => p.Position[0] > border == positive).GroupBy(p => (p.Material, p.Radius)).ToArray();
            for (int k = 0; k < sizes.Length; k++)
            {
                string label = sizes.Length > 1 ? $"{RateLabel(rates[i])}, {QuantityKinds.ParticleSize.Format(2 * sizes[k].Key.Radius)}" : RateLabel(rates[i]);
                series.Add(new Series(label, InMicrometres([.. sizes[k].SelectMany(p => p.Position)]), [.. sizes[k].SelectMany(p => p.SurfaceStoichiometry)],
                    k == 0 ? SeriesStyle.Line : SeriesStyle.LineAndPoints, i));
            }
        }
        string side = positive ? "positive" : "negative";
        return new Plot(FileStem.From($"stoichiometry-{(positive ? "" : "negative-")}{variant.Name}"), $"{variant.Name}: surface stoichiometry at the end of discharge, {side} electrode",
            new Axis("distance from the negative side / µm"), new Axis("surface stoichiometry"), series);
    }

    private static IEnumerable<RateOutcome> Run(VariantOutcome variant) =>
        variant.Rates.Where(r => r.Step is { } step && step.End != StepEnd.MetAtStart && step.Series.Time.Count > 1);

    private static Series Curve(VariantOutcome variant, RateOutcome rate, string label)
    {
        TimeSeries series = rate.Step!.Series;
        double start = series.Charge[0];
        return new Series(label, [.. series.Charge.Select(q => Capacity(variant.Built, q - start))], series.Voltage);
    }

    private static string Page(string name, int index, int count) => count == 1 ? name : FormattableString.Invariant($"{name}-{index + 1}");

    private static string PageTitle(string title, int index, int count) => count == 1 ? title : FormattableString.Invariant($"{title} ({index + 1} of {count})");

    private static Axis CapacityAxis(BuiltDesign built) => new(built.Positive is null ? "capacity / mAh/cm²" : "capacity / mAh/g", Min: 0);

    private static double Capacity(BuiltDesign built, double charge) => built.Positive is { } positive
        ? InMilliampereHours(charge / (positive.Loading * built.Cell.Area))
        : QuantityKinds.ArealCapacity.ToUnit(charge / built.Cell.Area, "mAh/cm²");

    private static double Capacity(RateOutcome rate, bool perMass) => perMass
        ? InMilliampereHours(rate.SpecificCapacity!.Value)
        : QuantityKinds.ArealCapacity.ToUnit(rate.ArealCapacity!.Value, "mAh/cm²");

    private static double InMilliampereHours(double specificCapacity) => QuantityKinds.SpecificCapacity.ToUnit(specificCapacity, "mAh/g");

    private static double SeparatorMiddle(VariantOutcome variant) =>
        (variant.Built.Cell.Negative?.Thickness ?? 0) + variant.Built.Cell.Separator.Thickness / 2;

    private static double[] InMicrometres(IReadOnlyList<double> metres) => [.. metres.Select(m => m * Micrometres)];

    private static string RateLabel(RateOutcome rate) => FormattableString.Invariant($"{rate.Rate:0.####}C");
}
