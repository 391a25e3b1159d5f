using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Infiltration;
using Loadstone.Quantities;
using Loadstone.Web.Bench;
using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;
using Loadstone.Wetting.Stokes;
using Loadstone.Wetting.Study;
using static Loadstone.Web.Filling.FillingText;

namespace Loadstone.Web.Filling;

/// <summary>An arrangement to fill.</summary>
/// <param name="Name">Its name, the layers from the foil up.</param>
/// <param name="Design">The design.</param>
/// <param name="Layers">Its layers as beds of discs.</param>
internal sealed record FillingCase(string Name, Design Design, IReadOnlyList<BedLayer> Layers);

/// <summary>A request in SI, checked.</summary>
internal sealed record FillingPlan
{
    /// <summary>Pictures of a filling by viscous flow.</summary>
    public const int Frames = 100;

    // One person's page must not keep the processors from others for hours: the command line has no such bounds.
    private const int MostSeeds = 100;
    private const double MostPoreVolumes = 10;

    private const double AirViscosity = 1.8e-5;

    /// <summary>The arrangements.</summary>
    public required IReadOnlyList<FillingCase> Cases { get; init; }

    /// <summary>How beds are made.</summary>
    public required BedGenerator Generator { get; init; }

    /// <summary>Beds of each arrangement.</summary>
    public required int Seeds { get; init; }

    /// <summary>The liquid, where capillarity decides.</summary>
    public required CapillaryLiquid Liquid { get; init; }

    /// <summary>What drives it there.</summary>
    public required FillingDrive Drive { get; init; }

    /// <summary>Filling by viscous flow.</summary>
    public required StudyOptions Study { get; init; }

    /// <summary>Time of rest of a cell [s]; null for the document's.</summary>
    public required double? Rest { get; init; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="InputException">A value cannot be used; it is named as the option of the command line.</exception>
    public static FillingPlan Of(FillingRequest request)
    {
        double width = Width(request.Width), speed = Positive(request.Velocity, QuantityKinds.Speed, "--velocity"), viscosity = Positive(request.Viscosity, QuantityKinds.Viscosity, "--viscosity");
        if (request.Seeds is < 1 or > MostSeeds) throw new InputException($"{request.Seeds} beds were asked for; expected 1 to {MostSeeds}, or the command line for more.", "--seeds");
        if (!(request.PoreVolumes is >= 0.01 and <= MostPoreVolumes)) throw new InputException(FormattableString.Invariant($"{request.PoreVolumes} pore volumes were asked for; expected 0.01 to {MostPoreVolumes}."), "--pore-volumes");
        if (request.Arrangements.Count == 0) throw new InputException("no arrangement was chosen; expected one or more.", "positive.arrangement");
        double? porosity = Porosity(request.Porosity);
        return new FillingPlan
        {
            Cases = [.. request.Arrangements.Distinct().Select(arrangement => Case(request, arrangement, porosity))],
            Generator = new BedGenerator { Width = width, Gap = Positive(request.Gap, QuantityKinds.Length, "--gap") },
            Seeds = request.Seeds,
            Liquid = new CapillaryLiquid { ContactAngle = Angle(request.Angle), SurfaceTension = Positive(request.SurfaceTension, QuantityKinds.SurfaceTension, "--surface-tension"), Viscosity = viscosity },
            Drive = request.Reservoir ? new FillingDrive.Reservoir() : new FillingDrive.Flux { Speed = speed },
            Study = new StudyOptions { Cell = Positive(request.Grid, QuantityKinds.Length, "--grid"), InletVelocity = speed, Fluids = new FluidPair(viscosity, AirViscosity), PoreVolumes = request.PoreVolumes, Frames = Frames },
            Rest = string.IsNullOrWhiteSpace(request.Rest) ? null : Positive(request.Rest, QuantityKinds.Time, "--rest"),
        };
    }

    private static FillingCase Case(FillingRequest request, string arrangement, double? porosity)
    {
        DesignDocument document = PageDocument.Read(request.Document, arrangement == "as written" ? null : [new DesignOverride("positive.arrangement", arrangement)]);
        Design design = PageDocument.Variant(document, request.Variant);
        BuiltDesign built = DesignBuilder.Build(design);
        return new FillingCase(Name(built, arrangement), design, BedLayer.Of(built.Cell.Positive, porosity));
    }

    private static string Name(BuiltDesign built, string arrangement) => arrangement switch
    {
        "mixed" => "Mix",
        _ => built.Positive is { } positive ? string.Join("-", positive.Layers.Select(layer => layer.Name)) : arrangement,
    };

    private static double Angle(string text) => Read("--angle", () => RankingText.ContactAngles(text, "--angle")) is [var angle] ? angle
        : throw new InputException("several angles make a ranking of arrangements; expected one.", "--angle");
}
