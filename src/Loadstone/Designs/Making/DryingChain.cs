using Loadstone.Designs.Building;
using Loadstone.Designs.Fields;
using Loadstone.Drying;
using Loadstone.Formats.Json;
using Loadstone.Materials;
using Loadstone.Quantities;
using Loadstone.Slurry;

namespace Loadstone.Designs.Making;

/// <summary>Dries films as a document says, and follows binder and carbon in them.</summary>
internal sealed class DryingChain
{
    private const string LawName = "process laws";
    private const double LongestHold = 1e5; // s
    private const double Room = 298.15, Ramp = 2, Hold = 600, RampHeat = 1000, Recovery = 1.6e6, HeatRecovery = 0.5;

    private readonly DryingStepDesign _drying;
    private readonly Provenance _provenance;
    private readonly double _speed, _residual;

    /// <summary>A chain for what a document says of drying.</summary>
    /// <param name="drying">What it says.</param>
    /// <param name="coatingSpeed">Speed of the web at the coater [m/s].</param>
    /// <param name="provenance">Notes what is taken on trust.</param>
    public DryingChain(DryingStepDesign drying, double coatingSpeed, Provenance provenance)
    {
        (_drying, _provenance) = (drying, provenance);
        _residual = Or(drying.ResidualShare, ProcessFields.Residual, FilmDrying.DefaultResidualShare);
        _speed = drying.Ramp is null ? Or(drying.LineSpeed, ProcessFields.LineSpeed, coatingSpeed) : 0;
    }

    /// <summary>What to warn of.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Dries layers that lie on the foil together.</summary>
    public DryStep Dry(IReadOnlyList<LaidLayer> layers)
    {
        WetFilm film = FilmOf(layers);
        string name = string.Join(" + ", layers.Select(layer => layer.Recipe.Name));
        try
        {
            ContinuousOven? oven = _drying.Ramp is null ? new ContinuousOven([.. _drying.Zones.Select(zone => Zone(zone, film.Solvent))]) : null;
            OvenProgramme programme = oven?.ProgrammeAt(_speed) ?? Programme(_drying.Ramp!);
            DryingCurve curve = FilmDrying.Dry(film, programme, _residual);
            foreach (DryingWarning warning in curve.Warnings) Warnings.Add($"{name}: {warning.Name}: {warning.Message}");
            double? fastest = oven is null ? null : Fastest(oven, film);
            double? time = curve.DryingTime ?? TimeToDry(film, programme);
            if (curve.DryingTime is null) Warnings.Add(NotDry(name, curve, programme, time, fastest));
            double mobile = Mobile(layers);
            return new DryStep
            {
                Layers = name,
                Curve = curve,
                TimeToDry = time,
                LineSpeed = oven is null ? null : _speed,
                OvenLength = oven?.Length,
                FastestLineSpeed = fastest,
                Energy = DryingEnergy.Of(curve, Dryer(film.Solvent, programme)),
                Binder = BinderMigration.Migrate(curve, Species("binder", layers, mobile)),
                Carbon = BinderMigration.Migrate(curve, Species("carbon", layers, mobile * MobileCarbon())),
            };
        }
        catch (InputException e) when (e.File is null)
        {
            throw _drying.Place.Error($"{name}: {e.Problem}");
        }
    }

    private static WetFilm FilmOf(IReadOnlyList<LaidLayer> layers)
    {
        double solids = layers.Sum(layer => layer.Film.Solids.MassPerArea), solvent = layers.Sum(layer => layer.Film.SolventPerArea);
        double solid = layers.Sum(layer => layer.Dried.Solids.SolidThickness), dried = layers.Sum(layer => layer.Dried.Thickness);
        return new WetFilm
        {
            SolidMass = solids,
            SolidDensity = solids / solid,
            SolidMassFraction = solids / (solids + solvent),
            Solvent = layers[0].Slurry.Solvent,
            DryPorosity = Math.Clamp(1 - solid / dried, 0.05, 0.95),
        };
    }

    private OvenProgramme Programme(RampDesign ramp)
    {
        double Or(double? written, QuantityField field, double standard) => _provenance.Or(written, ramp.Place.Member(field.Name).Path, standard, field.Kind);
        return OvenProgramme.RampAndHold(Or(ramp.Start, ProcessFields.StartTemperature, Room), ramp.Hold, Or(ramp.Rate, ProcessFields.Rate, Ramp),
            Or(ramp.Duration, ProcessFields.Hold, Hold), Or(ramp.HeatTransfer, ProcessFields.RampHeat, RampHeat),
            ramp.MassTransfer ?? _provenance.Use(LawName, "mass transfer of a moisture analyser", ProcessLaws.Default.AnalyserMassTransfer));
    }

    private OvenZone Zone(OvenZoneDesign zone, Solvent solvent)
    {
        double heat = zone.HeatTransfer ?? _provenance.Use(LawName, "heat transfer of an oven", ProcessLaws.Default.OvenHeatTransfer);
        return new OvenZone
        {
            Length = zone.Length,
            AirTemperature = zone.AirTemperature,
            HeatTransferCoefficient = heat,
            MassTransferCoefficient = zone.MassTransfer ?? DerivedMassTransfer(zone.Place, heat, zone.AirTemperature, solvent),
            VapourPressure = _provenance.Or(zone.VapourPressure, zone.Place.Member(ProcessFields.VapourPressure.Name).Path, 0, QuantityKinds.Pressure),
        };
    }

    // The solvent leaves on the coated side alone, which has half of the heat transfer.
    private double DerivedMassTransfer(JsonPlace zone, double heat, double temperature, Solvent solvent)
    {
        double derived = ProcessLaws.MassTransferOf(heat / 2, temperature, solvent);
        _provenance.Default(zone.Member(ProcessFields.MassTransfer.Name).Path, FormattableString.Invariant($"{derived * 1e3:0.#} mm/s, from heatTransfer"));
        return derived;
    }

    private double? Fastest(ContinuousOven oven, WetFilm film)
    {
        try
        {
            return oven.FastestLineSpeed(film, _residual);
        }
        catch (InputException)
        {
            return null; // it does not dry at any speed, or boils at the slow ones
        }
    }

    private double? TimeToDry(WetFilm film, OvenProgramme programme)
    {
        try
        {
            return FilmDrying.Dry(film, programme.Extended(LongestHold), _residual).DryingTime;
        }
        catch (InputException)
        {
            return null; // the solvent boils on the way
        }
    }

    private static string NotDry(string name, DryingCurve curve, OvenProgramme programme, double? time, double? fastest)
    {
        string remedy = fastest is { } speed ? FormattableString.Invariant($"expected a line speed of at most {speed * 60:0.##} m/min, or a longer oven")
            : time is { } seconds ? FormattableString.Invariant($"expected {seconds:0} s")
            : "expected hotter air, or more of it";
        return FormattableString.Invariant($"{name}: not dry after {programme.Duration:0.#} s, with {curve.ResidualShare * 100:0.##} % of its solvent left; {remedy}.");
    }

    private DryerAssumptions Dryer(Solvent solvent, OvenProgramme programme)
    {
        bool water = solvent.Name == "water";
        var standard = new DryerAssumptions();
        return standard with
        {
            // Water has no explosion limit; a tenth of the exhaust may be vapour.
            VapourShare = water ? 0.1 : standard.VapourShare,
            ExhaustTemperature = Math.Max(250, programme.HighestTemperature),
            HeatRecovery = Or(_drying.HeatRecovery, ProcessFields.HeatRecovery, HeatRecovery),
            SolventRecovery = Or(_drying.SolventRecovery, ProcessFields.SolventRecovery, water ? 0 : Recovery),
        };
    }

    // The binder that neither sticks to particles nor is held by the network at rest, the mean of the layers by their binder.
    private double Mobile(IReadOnlyList<LaidLayer> layers)
    {
        double half = _drying.HoldingViscosity ?? _provenance.Use(LawName, "holding viscosity", ProcessLaws.Default.HoldingViscosity);
        double free = 1 - SlurryLaws.Default.AdsorbedBinderShare.Value;
        return free * BinderMean(layers, layer => MigrationLaws.MobileShare(layer.Slurry.ViscosityAtRest, half));
    }

    private double MobileCarbon() => _drying.MobileCarbon ?? _provenance.Use(LawName, "mobile carbon", ProcessLaws.Default.MobileCarbon);

    private MigratingSpecies Species(string name, IReadOnlyList<LaidLayer> layers, double mobile)
    {
        ProcessLaws laws = ProcessLaws.Default;
        double diffusivity = _drying.BinderDiffusivity ?? _provenance.Use(LawName, "binder diffusivity", laws.BinderDiffusivity);
        return new MigratingSpecies
        {
            Name = name,
            MobileShare = mobile,
            Diffusivity = MigrationLaws.CarriedOver(diffusivity, _provenance.Use(LawName, "reference viscosity", laws.ReferenceViscosity),
                BinderMean(layers, layer => layer.Slurry.MediumViscosity), _provenance.Use(LawName, "viscosity exponent of the diffusivity", laws.ViscosityExponent)),
        };
    }

    private static double BinderMean(IReadOnlyList<LaidLayer> layers, Func<LaidLayer, double> of)
    {
        double binder = layers.Sum(Binder);
        return binder > 0 ? layers.Sum(layer => Binder(layer) * of(layer)) / binder : layers.Average(of);

        static double Binder(LaidLayer layer) => layer.Film.Solids.MassPerArea * layer.Recipe.Composition.MassFractionOf(ComponentRole.Binder);
    }

    private double Or(double? written, QuantityField field, double standard) =>
        _provenance.Or(written, _drying.Place.Member(field.Name).Path, standard, field.Kind);
}
