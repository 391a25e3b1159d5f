using Loadstone.Drying;

namespace Loadstone.Tests.Drying;

public class ContinuousOvenTests
{
    private static readonly ContinuousOven Oven = new(
    [
        new() { Length = 6, AirTemperature = 363.15, HeatTransferCoefficient = 60, MassTransferCoefficient = 0.03 },
        new() { Length = 8, AirTemperature = 393.15, HeatTransferCoefficient = 60, MassTransferCoefficient = 0.03 },
        new() { Length = 6, AirTemperature = 403.15, HeatTransferCoefficient = 60, MassTransferCoefficient = 0.03, VapourPressure = 50 },
    ]);

    [Fact]
    public void AtTheFastestSpeedTheFilmComesOutJustDry()
    {
        WetFilm film = Films.Cathode(0.70);
        double speed = Oven.FastestLineSpeed(film);
        double residence = Oven.Length / speed;
        FilmDrying.Dry(film, Oven.ProgrammeAt(speed * 0.9999)).DryingTime!.Value.ShouldBe(residence, 1e-3 * residence);
        FilmDrying.Dry(film, Oven.ProgrammeAt(speed * 1.001)).DryingTime.ShouldBeNull();
    }

    [Fact]
    public void LengthAndSpeedAreInverses()
    {
        WetFilm film = Films.Cathode(0.77);
        Oven.LengthFor(film, Oven.FastestLineSpeed(film)).ShouldBe(Oven.Length, 1e-9 * Oven.Length);
        Oven.LengthFor(film, 1).ShouldBe(2 * Oven.LengthFor(film, 0.5), 1e-9 * Oven.Length);
    }

    [Fact]
    public void AirFullOfVapourNeverDries()
    {
        var wet = new ContinuousOven([Oven.Zones[0] with { VapourPressure = 5000 }]);
        Should.Throw<InputException>(() => wet.ResidenceTime(Films.Cathode(0.70))).Message.ShouldContain("does not dry");
    }

    [Fact]
    public void EnergyAddsUpAndFallsWithTheSolvent()
    {
        DryingEnergy Energy(double solids) =>
            DryingEnergy.Of(FilmDrying.Dry(Films.Cathode(solids), Films.Analyser(0.014)), new DryerAssumptions());
        DryingEnergy dilute = Energy(0.70), dense = Energy(0.77);
        dilute.Total.ShouldBe(dilute.LatentHeat + dilute.SensibleHeat + dilute.AirHeat + dilute.SolventRecovery, 1e-9);
        (1 - dense.SolventMass / dilute.SolventMass).ShouldBe(0.303, 0.001);
        (1 - dense.Total / dilute.Total).ShouldBeInRange(0.2, 0.303);
        dilute.PerSolvent.ShouldBeInRange(3e6, 36e6); // between what evaporates it and a published whole plant
    }
}
