namespace Loadstone.Drying;

/// <summary>A zone of an oven through which the web runs.</summary>
public sealed record OvenZone
{
    /// <summary>Length [m].</summary>
    public required double Length { get; init => field = Require.Positive(value, "m"); }

    /// <summary>Temperature of the air [K].</summary>
    public required double AirTemperature { get; init => field = Require.Within(value, 200, 800, "K"); }

    /// <summary>Heat transfer coefficient h of both sides of the web together, per area of coating [W/(m² K)].</summary>
    public required double HeatTransferCoefficient { get; init => field = Require.Positive(value, "W/(m² K)"); }

    /// <summary>Mass transfer coefficient k_m [m/s].</summary>
    public required double MassTransferCoefficient { get; init => field = Require.Positive(value, "m/s"); }

    /// <summary>Partial pressure of the solvent in the air p_∞ [Pa].</summary>
    public double VapourPressure { get; init => field = Require.Within(value, 0, 1e5, "Pa"); }
}

/// <summary>An oven of zones, and what line speed and length have to do with each other. Immutable.</summary>
public sealed class ContinuousOven
{
    private const double LongestResidence = 1e5; // s; what is not dry after a day does not dry

    /// <summary>An oven.</summary>
    /// <param name="zones">Zones in the web's direction.</param>
    public ContinuousOven(IReadOnlyList<OvenZone> zones) => Zones = [.. Require.NotEmpty(zones)];

    /// <summary>Zones in the web's direction.</summary>
    public IReadOnlyList<OvenZone> Zones { get; }

    /// <summary>Length of all zones [m].</summary>
    public double Length => Zones.Sum(zone => zone.Length);

    /// <summary>What a piece of web meets at a line speed [m/s].</summary>
    public OvenProgramme ProgrammeAt(double lineSpeed)
    {
        Require.Positive(lineSpeed, "m/s");
        return new([.. Zones.Select(zone => new OvenStage
        {
            Duration = zone.Length / lineSpeed,
            StartTemperature = zone.AirTemperature,
            EndTemperature = zone.AirTemperature,
            HeatTransferCoefficient = zone.HeatTransferCoefficient,
            MassTransferCoefficient = zone.MassTransferCoefficient,
            VapourPressure = zone.VapourPressure,
        })]);
    }

    /// <summary>The shortest time in the oven from which the film comes dry, its zones keeping their shares of the length [s].</summary>
    /// <param name="film">The film.</param>
    /// <param name="residualShare">Share of the solvent that may be left.</param>
    /// <exception cref="InputException">The film does not dry in this air, or its solvent boils.</exception>
    public double ResidenceTime(WetFilm film, double residualShare = FilmDrying.DefaultResidualShare)
    {
        // How far a film is from dry, as a share of the time it has; continuous, and negative once it comes out wet.
        double Spare(double logTime)
        {
            double time = Math.Exp(logTime);
            DryingCurve curve = FilmDrying.Dry(film, ProgrammeAt(Length / time), residualShare);
            return curve.DryingTime is { } dry ? 1 - dry / time : residualShare - curve.ResidualShare;
        }
        double low = 0, high = Math.Log(LongestResidence);
        if (Spare(high) < 0) throw new InputException(FormattableString.Invariant(
            $"the film does not dry in this oven within {LongestResidence:g3} s; expected hotter air, more of it, or air that holds less vapour."));
        return Math.Exp(MonotoneRoot.Find(Spare, low, high, 1e-10));
    }

    /// <summary>The fastest line speed at which the film leaves this oven dry [m/s].</summary>
    /// <inheritdoc cref="ResidenceTime"/>
    public double FastestLineSpeed(WetFilm film, double residualShare = FilmDrying.DefaultResidualShare) =>
        Length / ResidenceTime(film, residualShare);

    /// <summary>The length of an oven with zones in the same proportions that dries the film at a line speed [m].</summary>
    /// <param name="film">The film.</param>
    /// <param name="lineSpeed">Line speed [m/s].</param>
    /// <param name="residualShare">Share of the solvent that may be left.</param>
    public double LengthFor(WetFilm film, double lineSpeed, double residualShare = FilmDrying.DefaultResidualShare) =>
        Require.Positive(lineSpeed, "m/s", nameof(lineSpeed)) * ResidenceTime(film, residualShare);
}
