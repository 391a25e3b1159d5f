namespace Loadstone.Drying;

/// <summary>The air that a piece of wet film meets, one stage after the other. Immutable.</summary>
public sealed class OvenProgramme
{
    /// <summary>A programme of stages.</summary>
    public OvenProgramme(IReadOnlyList<OvenStage> stages) => Stages = [.. Require.NotEmpty(stages)];

    /// <summary>The stages in order.</summary>
    public IReadOnlyList<OvenStage> Stages { get; }

    /// <summary>Length of all stages [s].</summary>
    public double Duration => Stages.Sum(stage => stage.Duration);

    /// <summary>The hottest air [K].</summary>
    public double HighestTemperature => Stages.Max(stage => Math.Max(stage.StartTemperature, stage.EndTemperature));

    /// <summary>
    /// A ramp and a hold. A moisture analyser is one with a tight coupling of heat: what it steers is the sample's temperature.
    /// </summary>
    /// <param name="startTemperature">Temperature at the start [K].</param>
    /// <param name="holdTemperature">Temperature of the hold [K].</param>
    /// <param name="rate">Speed of the ramp, above 0 [K/s].</param>
    /// <param name="holdDuration">Length of the hold [s].</param>
    /// <param name="heatTransferCoefficient">h [W/(m² K)].</param>
    /// <param name="massTransferCoefficient">k_m [m/s].</param>
    public static OvenProgramme RampAndHold(double startTemperature, double holdTemperature, double rate, double holdDuration,
        double heatTransferCoefficient, double massTransferCoefficient)
    {
        Require.Positive(rate, "K/s", nameof(rate));
        OvenStage hold = new()
        {
            Duration = holdDuration,
            StartTemperature = holdTemperature,
            EndTemperature = holdTemperature,
            HeatTransferCoefficient = heatTransferCoefficient,
            MassTransferCoefficient = massTransferCoefficient,
        };
        if (startTemperature == holdTemperature) return new([hold]);
        double duration = Math.Abs(holdTemperature - startTemperature) / rate;
        return new([hold with { Duration = duration, StartTemperature = startTemperature }, hold]);
    }

    /// <summary>The same programme with another mass transfer coefficient in every stage [m/s].</summary>
    public OvenProgramme WithMassTransfer(double coefficient) =>
        new([.. Stages.Select(stage => stage with { MassTransferCoefficient = coefficient })]);

    /// <summary>The same programme with its last stage's final temperature held for longer [s].</summary>
    public OvenProgramme Extended(double duration)
    {
        OvenStage last = Stages[^1];
        return new([.. Stages, last with { Duration = duration, StartTemperature = last.EndTemperature }]);
    }
}
