using Loadstone.Electrochemistry;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Designs;

/// <summary>What a run gave, as plots.</summary>
public static class RunReportPlots
{
    private const double Micrometres = 1e6;
    private const double WideRange = 5; // of rates, beyond which their axis is logarithmic

    /// <summary>Capacity against rate, with measured values as points of the same colour; null without a rate test.</summary>
    public static Plot? CapacityAgainstRate(RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        VariantOutcome[] tested = [.. outcome.Variants.Where(v => v.Rates.Any(r => r.Step is not null))];
        if (tested.Length == 0) return null;
        bool perMass = tested.All(v => v.Built.Positive is not null);
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
        return new Plot("capacity-rate", "Discharge capacity against rate", new Axis("rate / C", Logarithmic: high > WideRange * low),
            new Axis(perMass ? "capacity / mAh/g" : "capacity / mAh/cm²", Min: 0), series,
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

    /// <summary>Voltage against capacity of all variants at the highest rate that they share; null where there is nothing to compare.</summary>
    public static Plot? VoltageOfAll(RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        VariantOutcome[] tested = [.. outcome.Variants.Where(v => Run(v).Any())];
        if (tested.Length < 2) return null;
        double[] shared = [.. tested.Select(v => Run(v).Select(r => r.Rate)).Aggregate((a, b) => a.Intersect(b))];
        if (shared.Length == 0) return null;
        double rate = shared.Max();
        Series[] series = [.. tested.Select(v => Curve(v, Run(v).First(r => r.Rate == rate), v.Name))];
        return new Plot("voltage-all", FormattableString.Invariant($"Voltage at {rate:0.###}C, all variants"), CapacityAxis(tested[0].Built), new Axis("voltage / V"), series);
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

    /// <summary>Surface stoichiometry of the positive electrode's particles at the end of every discharge; null without a rate test.</summary>
    public static Plot? StoichiometryAtEnd(VariantOutcome variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        RateOutcome[] rates = [.. Run(variant)];
        if (rates.Length == 0) return null;
        double beyond = SeparatorMiddle(variant);
        var series = new List<Series>();
        for (int i = 0; i < rates.Length; i++)
        {
            ParticleProfile[] positive = [.. rates[i].Step!.AtEnd.Particles.Where(p => p.Position[0] > beyond)];
            foreach (IGrouping<(string, double), ParticleProfile> size in positive.GroupBy(p => (p.Material, p.Radius)))
            {
                bool several = positive.Select(p => (p.Material, p.Radius)).Distinct().Count() > 1;
                string label = several ? $"{RateLabel(rates[i])}, {QuantityKinds.ParticleSize.Format(2 * size.Key.Item2)}" : RateLabel(rates[i]);
                series.Add(new Series(label, InMicrometres([.. size.SelectMany(p => p.Position)]), [.. size.SelectMany(p => p.SurfaceStoichiometry)], ColorGroup: i));
            }
        }
        return new Plot(FileStem.From($"stoichiometry-{variant.Name}"), $"{variant.Name}: surface stoichiometry at the end of discharge",
            new Axis("distance from the negative side / µm"), new Axis("surface stoichiometry", Max: 1), series);
    }

    private static IEnumerable<RateOutcome> Run(VariantOutcome variant) =>
        variant.Rates.Where(r => r.Step is { } step && step.End != StepEnd.MetAtStart && step.Series.Time.Count > 1);

    private static Series Curve(VariantOutcome variant, RateOutcome rate, string label)
    {
        TimeSeries series = rate.Step!.Series;
        double start = series.Charge[0];
        return new Series(label, [.. series.Charge.Select(q => Capacity(variant.Built, q - start))], series.Voltage);
    }

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
