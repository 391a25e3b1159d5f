namespace Loadstone.Drying;

/// <summary>
/// A mass transfer coefficient fitted on one measured drying time and tried on another film in the same programme, with what would
/// have to be different for the second time to come out as measured.
/// </summary>
public sealed record DryingCalibration
{
    private const double LongestHold = 1e5; // s
    private const double ThickestSkin = 1e5; // s/m
    private const double SmallestTransfer = 1e-6, LargestTransfer = 1; // m/s

    /// <summary>Mass transfer coefficient k_m with which the reference film dries in its measured time [m/s].</summary>
    public required double MassTransferCoefficient { get; init; }

    /// <summary>Measured drying time of the reference film [s].</summary>
    public required double ReferenceTime { get; init; }

    /// <summary>Drying time that the model gives the other film with that coefficient [s].</summary>
    public required double PredictedTime { get; init; }

    /// <summary>Drying time measured on the other film [s].</summary>
    public required double MeasuredTime { get; init; }

    /// <summary>Predicted over measured time of the other film, less 1.</summary>
    public double Misfit => PredictedTime / MeasuredTime - 1;

    /// <summary>
    /// Solids per area of the other film over those given that close the misfit: below 1, it would have been the lighter one.
    /// </summary>
    public required double LoadingRatioThatCloses { get; init; }

    /// <summary>
    /// Resistance of a skin on the reference film alone [s/m] that closes the misfit, with k_m then fitted on the other film:
    /// negative where the skin would have to be on the other one. Null where no resistance does.
    /// </summary>
    public required double? SkinResistanceThatCloses { get; init; }

    /// <summary>Mass transfer coefficient that goes with the skin, fitted on the other film [m/s]; null where none dries it in its time.</summary>
    public required double? MassTransferWithSkin { get; init; }

    /// <summary>Fits on a reference film, predicts another and says what would close the gap.</summary>
    /// <param name="reference">Film on which k_m is fitted.</param>
    /// <param name="referenceTime">Its measured drying time [s].</param>
    /// <param name="other">Film that is predicted.</param>
    /// <param name="measuredTime">Its measured drying time [s].</param>
    /// <param name="programme">The programme of both; its end is held for as long as it takes.</param>
    /// <param name="residualShare">Share of the solvent at which both count as dry.</param>
    public static DryingCalibration Of(WetFilm reference, double referenceTime, WetFilm other, double measuredTime,
        OvenProgramme programme, double residualShare = FilmDrying.DefaultResidualShare)
    {
        double fitted = FitMassTransfer(reference, programme, referenceTime, residualShare);
        OvenProgramme calibrated = programme.WithMassTransfer(fitted).Extended(LongestHold);
        double TimeOf(WetFilm film, OvenProgramme at) => FilmDrying.Dry(film, at, residualShare).DryingTime ?? at.Duration;
        double ratio = Math.Exp(MonotoneRoot.Find(
            logRatio => TimeOf(other with { SolidMass = other.SolidMass * Math.Exp(logRatio) }, calibrated) / measuredTime - 1, -4, 4, 1e-9));

        double? withSkin = TryFitMassTransfer(other, programme, measuredTime, residualShare, out _);
        return new DryingCalibration
        {
            MassTransferCoefficient = fitted,
            ReferenceTime = referenceTime,
            PredictedTime = TimeOf(other, calibrated),
            MeasuredTime = measuredTime,
            LoadingRatioThatCloses = ratio,
            MassTransferWithSkin = withSkin,
            SkinResistanceThatCloses = withSkin is { } bare ? FitSkin(reference, programme.WithMassTransfer(bare), referenceTime, residualShare) : null,
        };
    }

    /// <summary>The resistance of a skin with which a film dries in a measured time [s/m]; null where it takes longer without any.</summary>
    /// <param name="film">The film; its own skin does not count.</param>
    /// <param name="programme">The programme; its end is held for as long as it takes.</param>
    /// <param name="measuredTime">Measured drying time [s].</param>
    /// <param name="residualShare">Share of the solvent at which it counts as dry.</param>
    public static double? FitSkin(WetFilm film, OvenProgramme programme, double measuredTime, double residualShare = FilmDrying.DefaultResidualShare)
    {
        OvenProgramme held = programme.Extended(LongestHold);
        double Gap(double resistance) =>
            (FilmDrying.Dry(film with { SkinResistance = resistance }, held, residualShare).DryingTime ?? held.Duration) / measuredTime - 1;
        return Gap(0) <= 0 && Gap(ThickestSkin) > 0 ? MonotoneRoot.Find(Gap, 0, ThickestSkin, 1e-6) : null;
    }

    /// <summary>The mass transfer coefficient, the same in every stage, with which a film dries in a measured time [m/s].</summary>
    /// <param name="film">The film.</param>
    /// <param name="programme">The programme; its end is held for as long as it takes.</param>
    /// <param name="measuredTime">Measured drying time [s].</param>
    /// <param name="residualShare">Share of the solvent at which it counts as dry.</param>
    /// <exception cref="InputException">No coefficient gives that time, since the pores alone or the heat take longer.</exception>
    public static double FitMassTransfer(WetFilm film, OvenProgramme programme, double measuredTime,
        double residualShare = FilmDrying.DefaultResidualShare)
    {
        Require.Positive(measuredTime, "s");
        return TryFitMassTransfer(film, programme, measuredTime, residualShare, out double shortest) ?? throw new InputException(FormattableString.Invariant(
            $"no mass transfer dries this film in {measuredTime:g4} s; it takes {shortest:g4} s even at {LargestTransfer:g3} m/s. Expected a lighter film, more solids, or more heat."));
    }

    private static double? TryFitMassTransfer(WetFilm film, OvenProgramme programme, double measuredTime, double residualShare, out double shortest)
    {
        OvenProgramme held = programme.Extended(LongestHold);
        double TimeAt(double coefficient) =>
            FilmDrying.Dry(film, held.WithMassTransfer(coefficient), residualShare).DryingTime ?? held.Duration;
        shortest = TimeAt(LargestTransfer);
        if (shortest > measuredTime) return null;
        return Math.Exp(MonotoneRoot.Find(logarithm => Math.Log(TimeAt(Math.Exp(logarithm)) / measuredTime),
            Math.Log(SmallestTransfer), Math.Log(LargestTransfer), 1e-9));
    }
}
