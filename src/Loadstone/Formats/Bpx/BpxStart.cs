using Loadstone.Formats.Json;

namespace Loadstone.Formats.Bpx;

/// <summary>How a file says that the cell starts: version 1 in its State, version 0 among the parameters.</summary>
/// <param name="StateOfCharge">0 to 1.</param>
/// <param name="Temperature">Temperature of the cell [K].</param>
/// <param name="ReferenceTemperature">Temperature at which the parameters hold [K].</param>
/// <param name="Concentration">Salt concentration at rest [mol/m³].</param>
/// <param name="AmbientTemperature">Temperature of the surroundings [K].</param>
/// <param name="HeatTransferCoefficient">Heat transfer to the surroundings [W/(m² K)], or null.</param>
internal sealed record BpxStart(
    double StateOfCharge, double Temperature, double ReferenceTemperature, double Concentration, double AmbientTemperature, double? HeatTransferCoefficient)
{
    private const double DefaultTemperature = 298.15, DefaultConcentration = 1000;
    private const double Coldest = 200, Hottest = 400;
    private const double LeastConcentration = 1, MostConcentration = 10_000;

    /// <summary>Reads the start.</summary>
    /// <param name="state">The State of version 1; null where there is none.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="electrolyte">The electrolyte.</param>
    /// <param name="isOld">True in version 0.</param>
    /// <param name="notes">Takes what is not used or was assumed.</param>
    public static BpxStart Read(PlacedValue? state, BpxObject cell, BpxObject electrolyte, bool isOld, List<LossNote> notes)
    {
        double? reference = cell.OptionalNumber(BpxNames.ReferenceTemperature, Coldest, Hottest);
        if (isOld)
        {
            double? start = cell.OptionalNumber(BpxNames.InitialTemperature, Coldest, Hottest);
            double? around = cell.OptionalNumber(BpxNames.AmbientTemperature, Coldest, Hottest);
            return Of(null, start, around, reference, electrolyte.Number(BpxNames.OldConcentration, LeastConcentration, MostConcentration), cell.Place, notes);
        }
        BpxObject? all = state is null ? null
            : BpxObject.Of(state, "the state", BpxNames.InitialConditions, BpxNames.ThermalEnvironment, BpxNames.ThermalState, BpxNames.Degradation);
        BpxObject? initial = Part(all, BpxNames.InitialConditions, BpxNames.InitialFields);
        BpxObject? thermal = Part(all, BpxNames.ThermalEnvironment, BpxNames.AmbientTemperature, BpxNames.HeatTransfer)
            ?? Part(all, BpxNames.ThermalState, BpxNames.AmbientTemperature, BpxNames.HeatTransfer);
        BpxObject? degradation = Part(all, BpxNames.Degradation, BpxNames.DegradationFields);
        Unused(initial, notes, BpxNames.HysteresisPositive, BpxNames.HysteresisNegative);
        foreach (string field in BpxNames.DegradationFields) degradation?.Required(field);
        Unused(degradation, notes, BpxNames.DegradationFields);
        return Of(
            initial?.OptionalNumber(BpxNames.InitialCharge, 0, 1),
            initial?.OptionalNumber(BpxNames.InitialTemperature, Coldest, Hottest),
            thermal?.OptionalNumber(BpxNames.AmbientTemperature, Coldest, Hottest),
            reference,
            initial?.OptionalNumber(BpxNames.InitialConcentration, LeastConcentration, MostConcentration),
            (initial ?? all)?.Place ?? cell.Place,
            notes) with { HeatTransferCoefficient = thermal?.OptionalNumber(BpxNames.HeatTransfer, 0, 1e6) };
    }

    private static BpxStart Of(double? charge, double? start, double? around, double? reference, double? concentration, JsonPlace place, List<LossNote> notes)
    {
        double temperature = start ?? around ?? reference ?? DefaultTemperature;
        if (start is null && around is null && reference is null)
            notes.Add(new LossNote(place.Path, FormattableString.Invariant($"the file gives no temperature; {DefaultTemperature} K is taken.")));
        if (concentration is null)
            notes.Add(new LossNote(place.Path, FormattableString.Invariant($"\"{BpxNames.InitialConcentration}\" is missing; {DefaultConcentration} mol/m³ is taken.")));
        if (around is { } ambient && ambient != temperature)
            notes.Add(new LossNote(place.Path, FormattableString.Invariant($"the cell stays at {temperature} K; \"{BpxNames.AmbientTemperature}\" {ambient} K counts only with self-heating.")));
        return new BpxStart(charge ?? 1, temperature, reference ?? temperature, concentration ?? DefaultConcentration, around ?? temperature, null);
    }

    private static BpxObject? Part(BpxObject? all, string name, params IReadOnlyList<string> fields) =>
        all?.Find(name) is { } value ? BpxObject.Of(value, $"\"{name}\"", fields) : null;

    private static void Unused(BpxObject? from, List<LossNote> notes, params IReadOnlyList<string> fields)
    {
        foreach (string field in fields)
        {
            if (from?.Find(field) is { } value) notes.Add(new LossNote(value.Place.Path, "it is not used."));
        }
    }
}
