using Loadstone.Formats.Json;

namespace Loadstone.Formats.Bpx;

/// <summary>Reads the measured curves of a file.</summary>
internal static class BpxValidation
{
    public static IReadOnlyList<BpxExperiment> Read(PlacedValue? value)
    {
        if (value is null) return [];
        PlacedObject all = value as PlacedObject ?? throw value.Error($"{value.Sort} stands here; expected an object with named experiments.");
        return [.. all.Members.Select(member => Experiment(member.Name, member.Value))];
    }

    private static BpxExperiment Experiment(string name, PlacedValue value)
    {
        BpxObject experiment = BpxObject.Of(value, "an experiment", BpxNames.Time, BpxNames.Current, BpxNames.Voltage, BpxNames.Temperature);
        IReadOnlyList<double> time = experiment.Numbers(BpxNames.Time), current = experiment.Numbers(BpxNames.Current), voltage = experiment.Numbers(BpxNames.Voltage);
        IReadOnlyList<double>? temperature = experiment.Find(BpxNames.Temperature) is { } given ? BpxObject.NumbersOf(given) : null;
        if (time.Count != current.Count || time.Count != voltage.Count || (temperature is not null && temperature.Count != time.Count))
        {
            string also = temperature is null ? "" : $" and {temperature.Count} temperatures";
            throw experiment.Place.Error($"there are {time.Count} times, {current.Count} currents, {voltage.Count} voltages{also}; expected as many of each.");
        }
        for (int i = 1; i < time.Count; i++)
        {
            if (time[i] < time[i - 1])
                throw ((PlacedArray)experiment.Required(BpxNames.Time)).Items[i].Error(FormattableString.Invariant($"time {time[i]} s follows {time[i - 1]} s; expected times that do not decrease."));
        }
        // In the file a discharge is negative; zero keeps its plain sign.
        return new BpxExperiment(name, time, [.. current.Select(i => i == 0 ? 0 : -i)], voltage, temperature);
    }
}
