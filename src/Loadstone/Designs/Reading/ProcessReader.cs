using Loadstone.Designs.Fields;

namespace Loadstone.Designs.Reading;

/// <summary>Reads what a document says of how an electrode is made, and checks it against the rest of the electrode.</summary>
internal static class ProcessReader
{
    /// <summary>The process of an electrode, or null.</summary>
    /// <exception cref="InputException">Fields clash, or some are missing.</exception>
    public static ProcessDesign? Read(FieldReader electrode)
    {
        if (electrode.Read(ProcessFields.Process) is not { } process) return null;
        FieldReader coating = process.Read(ProcessFields.Coating)!;
        return new ProcessDesign(process.Place, Coating(coating), process.Read(ProcessFields.Drying) is { } drying ? Drying(drying) : null);
    }

    /// <summary>Whether a process says how much is coated, in place of a loading.</summary>
    /// <exception cref="InputException">It does, and the electrode states another amount too.</exception>
    public static bool FixesLoading(FieldReader electrode, IEnumerable<DesignField> amounts)
    {
        if (electrode.Read(ProcessFields.Process)?.Read(ProcessFields.Coating) is not { } coating) return false;
        if (coating.Read(ProcessFields.Method) != "blade" || !coating.Has(ProcessFields.Gap)) return false;
        foreach (DesignField amount in amounts.Where(electrode.Has))
            throw coating.PlaceOf(ProcessFields.Gap).Error($"\"gap\" and \"{amount.Name}\" clash: the gap of a blade fixes the loading. Keep one (a variant removes a field by setting it to null).");
        if (electrode.Read(ElectrodeFields.Layers).Count > 1 && electrode.Read(ElectrodeFields.Arrangement) != "mixed")
            throw coating.PlaceOf(ProcessFields.Gap).Error("One \"gap\" and several \"layers\" clash: which layer would it coat? State the \"loading\" of the electrode; the gap of each layer is derived from it.");
        return true;
    }

    /// <summary>Checks that an electrode with a process and without a calender says how much is coated, and not twice how it ends.</summary>
    /// <exception cref="InputException">Fields clash, or some are missing.</exception>
    public static void Check(FieldReader electrode, bool hasLoading, IReadOnlyList<DesignField> fillings)
    {
        if (!hasLoading)
            throw electrode.Read(ProcessFields.Process)!.Place.Error($"A process needs to know how much is coated: the \"gap\" of a blade, or the electrode's \"loading\" ({FieldValue.Expectation(ElectrodeFields.Loading)}).");
        DesignField[] stated = [.. fillings.Where(electrode.Has)];
        if (stated.Length > 1)
            throw electrode.PlaceOf(stated[0]).Error($"\"{stated[0].Name}\" and \"{stated[1].Name}\" clash: with the loading, each of them fixes the other. Keep one (a variant removes a field by setting it to null).");
    }

    /// <summary>What was measured of a slurry.</summary>
    public static SlurryMeasurements Measurements(FieldReader slurry) => new(slurry.Read(ProcessFields.YieldStress), slurry.Read(ProcessFields.HighShearViscosity),
        slurry.Read(ProcessFields.LowShearViscosity), slurry.Read(ProcessFields.CarbonStructureVolume));

    private static CoatingStepDesign Coating(FieldReader fields)
    {
        bool wetOnWet = fields.Read(ProcessFields.Layers) == "wet on wet", slot = fields.Read(ProcessFields.Method) == "slot";
        if (!wetOnWet && fields.Has(ProcessFields.MixedZone))
            throw fields.PlaceOf(ProcessFields.MixedZone).Error("\"mixedZone\" and layers that are \"dried\" one by one clash: a layer on a dry one does not mix with it. Set \"layers\" to \"wet on wet\", or leave the zone out.");
        if (wetOnWet && fields.Has(ProcessFields.FilledShare))
            throw fields.PlaceOf(ProcessFields.FilledShare).Error("\"filledShare\" and layers \"wet on wet\" clash: no layer has empty pores. Leave one out.");
        foreach (QuantityField field in (QuantityField[])[ProcessFields.LipLength, ProcessFields.HeadHeight])
        {
            if (slot && fields.Has(field))
                throw fields.PlaceOf(field).Error($"\"{field.Name}\" and \"method\": \"slot\" clash: it counts under a blade.");
        }
        return new CoatingStepDesign
        {
            Method = slot ? CoatingMethod.Slot : CoatingMethod.Blade,
            Gap = fields.Read(ProcessFields.Gap),
            Speed = fields.Read(ProcessFields.Speed),
            Width = fields.Read(ProcessFields.Width),
            LipLength = fields.Read(ProcessFields.LipLength),
            HeadHeight = fields.Read(ProcessFields.HeadHeight),
            WetOnWet = wetOnWet,
            MixedZone = fields.Read(ProcessFields.MixedZone),
            FilledShare = fields.Read(ProcessFields.FilledShare),
            Place = fields.Place,
        };
    }

    private static DryingStepDesign Drying(FieldReader fields)
    {
        fields.Exclude(ProcessFields.Ramp, ProcessFields.Zones);
        fields.Exclude(ProcessFields.Ramp, ProcessFields.LineSpeed);
        FieldReader? ramp = fields.Read(ProcessFields.Ramp);
        OvenZoneDesign[] zones = [.. fields.Read(ProcessFields.Zones).Select(item => Zone(new FieldReader(item, ((ObjectField)ProcessFields.Zones.Item).Shape)))];
        if (ramp is null && zones.Length == 0)
            throw fields.Place.Error("Drying needs an oven: \"zones\" with length and airTemperature, or \"rampAndHold\" with a temperature.");
        string cracking = fields.Read(ProcessFields.CrackingData);
        return new DryingStepDesign
        {
            Ramp = ramp is null ? null : new RampDesign(ramp.Read(ProcessFields.HoldTemperature)!.Value, ramp.Read(ProcessFields.StartTemperature), ramp.Read(ProcessFields.Rate),
                ramp.Read(ProcessFields.Hold), ramp.Read(ProcessFields.RampHeat), ramp.Read(ProcessFields.RampMass), ramp.Place),
            Zones = zones,
            LineSpeed = fields.Read(ProcessFields.LineSpeed),
            ResidualShare = fields.Read(ProcessFields.Residual),
            HeatRecovery = fields.Read(ProcessFields.HeatRecovery),
            SolventRecovery = fields.Read(ProcessFields.SolventRecovery),
            BinderDiffusivity = fields.Read(ProcessFields.BinderDiffusivity),
            HoldingViscosity = fields.Read(ProcessFields.HoldingViscosity),
            MobileCarbon = fields.Read(ProcessFields.MobileCarbon),
            CrackingData = cracking == ProcessFields.CrackingData.Choices[0] ? null : cracking,
            Place = fields.Place,
        };
    }

    private static OvenZoneDesign Zone(FieldReader fields) => new(fields.Read(ProcessFields.ZoneLength)!.Value, fields.Read(ProcessFields.AirTemperature)!.Value,
        fields.Read(ProcessFields.HeatTransfer), fields.Read(ProcessFields.MassTransfer), fields.Read(ProcessFields.VapourPressure), fields.Place);
}
