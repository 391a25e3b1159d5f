using FsCheck;
using FsCheck.Fluent;
using Loadstone.Drying;

namespace Loadstone.Tests.Drying;

public class FilmDryingTests
{
    private const double Hot = 363.15;

    /// <summary>Air at the film's own temperature with a tight coupling: evaporation then is all that happens.</summary>
    private static OvenProgramme Isothermal(double massTransfer, double duration = 1e4) =>
        OvenProgramme.RampAndHold(Hot, Hot, 1, duration, 1e7, massTransfer);

    [Fact]
    public void IsothermalDryingFollowsItsClosedForm()
    {
        WetFilm film = Films.Cathode(0.70) with { StartTemperature = Hot };
        const double massTransfer = 0.01;
        DryingCurve curve = FilmDrying.Dry(film, Isothermal(massTransfer), 0);
        double share = film.Solvent.SaturationPressureAt(Hot) / 101_325;
        double rate = massTransfer * 101_325 * film.Solvent.MolarMass.Value / (PhysicalConstants.Gas * Hot) * -Math.Log(1 - share);
        double shrinking = (film.SolventMass - film.PoreSolventMass) / rate;
        curve.EndOfShrinkage!.Value.ShouldBe(shrinking, 1e-4 * shrinking);
        // dm/dt = −g/(1 + B (1 − m/m_c)) with B the pores' resistance over the air's.
        double biot = massTransfer * film.DryThickness / (film.DryTransportEfficiency * film.Solvent.VapourDiffusivityAt(Hot));
        double emptying = film.PoreSolventMass / rate * (1 + biot / 2);
        curve.DryingTime!.Value.ShouldBe(shrinking + emptying, 1e-4 * (shrinking + emptying));
    }

    /// <summary>In warm air the film settles where heat and evaporation balance, whatever it started from.</summary>
    [Fact]
    public void TheWetFilmRestsAtItsWetBulbTemperature()
    {
        WetFilm film = Films.Cathode(0.5) with { Solvent = Films.Water };
        const double air = 343.15, heatTransfer = 40, massTransfer = 0.03;
        DryingCurve curve = FilmDrying.Dry(film, OvenProgramme.RampAndHold(air, air, 1, 2000, heatTransfer, massTransfer));
        double middle = curve.EndOfShrinkage!.Value * 0.9, wetBulb = curve.TemperatureAt(middle);
        double share = film.Solvent.SaturationPressureAt(wetBulb) / 101_325;
        double rate = massTransfer * 101_325 * film.Solvent.MolarMass.Value / (PhysicalConstants.Gas * (air + wetBulb) / 2) * -Math.Log(1 - share);
        (rate * film.Solvent.HeatOfVaporisation.Value).ShouldBe(heatTransfer * (air - wetBulb), 1e-2 * heatTransfer * (air - wetBulb));
        wetBulb.ShouldBeLessThan(320);
    }

    [Fact]
    public void HeatTakenIsLatentAndSensible()
    {
        WetFilm film = Films.Cathode(0.70);
        DryingCurve curve = FilmDrying.Dry(film, Films.Analyser(0.014));
        double rise = curve.Temperatures[^1] - film.StartTemperature;
        curve.SensibleHeat.ShouldBeInRange(film.HeatCapacity(0) * rise, film.HeatCapacity(film.SolventMass) * rise);
        curve.LatentHeat.ShouldBe(0.99 * film.SolventMass * film.Solvent.HeatOfVaporisation.Value, 1);
    }

    [Fact]
    public void SolventFallsSteadilyAndTheCurvePassesItsRows()
    {
        DryingCurve curve = FilmDrying.Dry(Films.Cathode(0.70), Films.Analyser(0.014));
        for (int i = 1; i < curve.Times.Count; i++)
        {
            curve.SolventMasses[i].ShouldBeLessThan(curve.SolventMasses[i - 1]);
            curve.SolventMassAt(curve.Times[i]).ShouldBe(curve.SolventMasses[i], 1e-12);
        }
        curve.ResidualShare.ShouldBe(FilmDrying.DefaultResidualShare, 1e-9);
    }

    /// <summary>Less solvent on the same solids can never take longer, nor hotter air.</summary>
    [Fact]
    public void MoreSolidsAndHotterAirDryFaster()
    {
        static double Time(double solids, double celsius) =>
            FilmDrying.Dry(Films.Cathode(solids), OvenProgramme.RampAndHold(celsius + 273.15, celsius + 273.15, 1, 1e5, 50, 0.01)).DryingTime!.Value;
        Prop.ForAll(Gen.Choose(50, 80).ToArbitrary(), Gen.Choose(60, 150).ToArbitrary(), (solids, celsius) =>
            Time(solids / 100.0 + 0.01, celsius) < Time(solids / 100.0, celsius) && Time(solids / 100.0, celsius + 1) < Time(solids / 100.0, celsius))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AProgrammeThatEndsTooEarlySaysSo()
    {
        DryingCurve curve = FilmDrying.Dry(Films.Cathode(0.70), Films.Analyser(0.002));
        curve.DryingTime.ShouldBeNull();
        curve.ResidualShare.ShouldBeInRange(0.2, 0.99);
        curve.Times[^1].ShouldBe(107.5, 1e-9);
    }

    [Fact]
    public void AirAboveTheBoilingPointIsAWarningWithTheNumber()
    {
        WetFilm film = Films.Cathode(0.5) with { Solvent = Films.Water };
        DryingCurve curve = FilmDrying.Dry(film, OvenProgramme.RampAndHold(393.15, 393.15, 1, 2000, 40, 0.03));
        curve.Warnings.ShouldHaveSingleItem().Message.ShouldContain("100 °C");
        FilmDrying.Dry(Films.Cathode(0.7), Films.Analyser()).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void AFilmThatBoilsIsRefusedWithTheTemperatureThatWorks()
    {
        WetFilm film = Films.Cathode(0.5) with { Solvent = Films.Water };
        Should.Throw<InputException>(() => FilmDrying.Dry(film, Films.Analyser(0.001, 5000))).Message.ShouldContain("below its boiling point of 100 °C");
    }

    [Fact]
    public void SeventySevenPerCentSolidsSaveThirtyPerCentOfTheSolvent() =>
        WetFilm.SolventSaved(0.70, 0.77).ShouldBe(0.303, 0.0005);

    /// <summary>Water's vapour pressure outdoes its heat of vaporisation.</summary>
    [Fact]
    public void WaterDriesFasterThanNmpThoughItTakesMoreHeat()
    {
        OvenProgramme air = OvenProgramme.RampAndHold(353.15, 353.15, 1, 1e5, 60, 0.03);
        DryingCurve water = FilmDrying.Dry(Films.Cathode(0.65) with { Solvent = Films.Water }, air), nmp = FilmDrying.Dry(Films.Cathode(0.65), air);
        water.DryingTime!.Value.ShouldBeLessThan(nmp.DryingTime!.Value);
        water.HeatTaken.ShouldBeGreaterThan(3 * nmp.HeatTaken);
    }
}
