using Loadstone.Numerics;

namespace Loadstone.Drying;

/// <summary>
/// Drying of a film in a programme: energy balance and evaporation, at constant rate while the surface is wet, at a falling rate
/// once the pores empty.
/// </summary>
public static class FilmDrying
{
    /// <summary>Share of the solvent at which a film counts as dry where nothing else is asked for.</summary>
    public const double DefaultResidualShare = 0.01;

    private const double BoilingMargin = 0.5; // K
    private const int FewestSteps = 20; // a stage, so that a curve through the rows is smooth

    /// <summary>Dries a film until it is dry or the programme ends.</summary>
    /// <param name="film">The film.</param>
    /// <param name="programme">The air that it meets.</param>
    /// <param name="residualShare">Share of the solvent at which the film counts as dry, 0 to below 1.</param>
    /// <exception cref="InputException">The solvent boils inside the film; the message says how hot the air may be.</exception>
    public static DryingCurve Dry(WetFilm film, OvenProgramme programme, double residualShare = DefaultResidualShare)
    {
        Require.Within(residualShare, 0, 0.999, "(fraction)", nameof(residualShare));
        var system = new DryingSystem(film);
        var integrator = new BdfIntegrator(system);
        var rows = new DryingRows();
        double end = residualShare * film.SolventMass, boiling = film.Solvent.BoilingTemperature.Value;
        double? shrunk = null, dry = null;
        Span<double> y = [film.SolventMass, film.StartTemperature, 0], slope = stackalloc double[3];
        double time = 0;
        foreach (OvenStage stage in programme.Stages)
        {
            system.Enter(stage, time);
            system.Slopes(time, y, slope);
            if (rows.Count == 0) rows.Add(0, y, -slope[0]);
            integrator.Start(time, y, slope, stage.Duration / (5 * FewestSteps));
            double stop = time + stage.Duration;
            while (integrator.Time < stop)
            {
                if (integrator.Step(stop, stage.Duration / FewestSteps) != BdfStatus.Accepted)
                    throw new InputException(FormattableString.Invariant($"drying cannot be followed beyond {integrator.Time:g4} s; expected coefficients of heat and mass transfer of a usual size."));
                if (shrunk is null && integrator.State[0] <= film.PoreSolventMass) shrunk = Crossing(integrator, film.PoreSolventMass);
                if (integrator.State[0] <= end)
                {
                    dry = Crossing(integrator, end);
                    integrator.Interpolate(dry.Value, y);
                    rows.Add(dry.Value, y, system.Rate(dry.Value, y[0], y[1]));
                    break;
                }
                if (integrator.State[1] > boiling - BoilingMargin) throw new InputException(FormattableString.Invariant(
                    $"the solvent {film.Solvent.Name} boils in the film after {integrator.Time:g3} s, in air of up to {programme.HighestTemperature - PhysicalConstants.CelsiusZero:f0} °C; expected air below its boiling point of {boiling - PhysicalConstants.CelsiusZero:f0} °C."));
                rows.Add(integrator.Time, integrator.State, system.Rate(integrator.Time, integrator.State[0], integrator.State[1]));
            }
            if (dry is not null) break;
            integrator.State.CopyTo(y);
            time = stop;
        }
        return new DryingCurve(film, rows, dry, shrunk ?? (film.PoreSolventMass >= film.SolventMass ? 0 : null), Warnings(film, programme, rows));
    }

    private static double Crossing(BdfIntegrator integrator, double level)
    {
        StepPolynomial solvent = integrator.Polynomial(DryingSystem.Solvent);
        double from = integrator.PreviousTime, to = integrator.Time;
        return solvent.At(from) <= level ? from : MonotoneRoot.Find(t => solvent.At(t) - level, from, to, 1e-12 * to);
    }

    private static IReadOnlyList<DryingWarning> Warnings(WetFilm film, OvenProgramme programme, DryingRows rows)
    {
        double boiling = film.Solvent.BoilingTemperature.Value;
        if (programme.HighestTemperature <= boiling) return [];
        double hottest = rows.Temperatures.Max();
        return [new DryingWarning("solvent boils below the oven temperature", FormattableString.Invariant(
            $"air of {programme.HighestTemperature - PhysicalConstants.CelsiusZero:f0} °C is above the boiling point of {film.Solvent.Name}, {boiling - PhysicalConstants.CelsiusZero:f0} °C; evaporation holds the wet film at {hottest - PhysicalConstants.CelsiusZero:f0} °C, air below {boiling - PhysicalConstants.CelsiusZero:f0} °C could never let it boil."))];
    }
}
