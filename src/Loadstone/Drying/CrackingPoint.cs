using Loadstone.Materials;
using Loadstone.Quantities;

namespace Loadstone.Drying;

/// <summary>What was seen at a loading.</summary>
public enum CrackingObservation
{
    /// <summary>The largest loading without cracks.</summary>
    Limit,

    /// <summary>No cracks at this loading; the limit is at least that.</summary>
    CrackFree,

    /// <summary>Cracks at this loading; the limit is below it.</summary>
    Cracked,
}

/// <summary>An observation of cracking.</summary>
/// <param name="BinderFraction">Mass of binder per mass of solids.</param>
/// <param name="Loading">Active mass per area [kg/m²].</param>
/// <param name="Observation">What was seen.</param>
/// <param name="Fitted">True where the limit was calibrated on it, false where it is there to be predicted.</param>
public sealed record CrackingPoint(double BinderFraction, double Loading, CrackingObservation Observation, bool Fitted);

/// <summary>Observations of one binder in one kind of slurry, from one source.</summary>
public sealed record CrackingData
{
    private const string Folder = "cracking/";

    /// <summary>Name of the set.</summary>
    public required string Name { get; init; }

    /// <summary>What it is in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Author, journal and year.</summary>
    public required string Source { get; init; }

    /// <summary>Remarks.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Radius of its particles [m].</summary>
    public required SourcedValue ParticleRadius { get; init; }

    /// <summary>Power of the binder content where the observations do not tell it; null where two of them do.</summary>
    public SourcedValue? ContentExponent { get; init; }

    /// <summary>The observations.</summary>
    public required IReadOnlyList<CrackingPoint> Points { get; init; }

    /// <summary>Names of the built-in sets.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. DataFiles.List(Folder, ".json").Select(path => Path.GetFileNameWithoutExtension(path))];

    /// <summary>A built-in set.</summary>
    /// <exception cref="InputException">There is none of that name.</exception>
    public static CrackingData Load(string name)
    {
        if (!Names.Contains(name)) throw new InputException($"There is no cracking limit of the binder {name}; expected one of {string.Join(", ", Names)}.");
        return MaterialReader.Whole(name, $"{Folder}{name}.json", reader => new CrackingData
        {
            Name = name,
            Title = reader.Text("title"),
            Source = reader.Text("source"),
            Notes = reader.Texts("notes"),
            ParticleRadius = reader.Value("particleRadius", QuantityKinds.Length),
            ContentExponent = reader.OptionalValue("contentExponent", QuantityKinds.Ratio),
            Points = [.. reader.Children("points").Select(Point)],
        });
    }

    private static CrackingPoint Point(MaterialReader reader)
    {
        CrackingObservation observation = reader.Text("found") switch
        {
            "limit" => CrackingObservation.Limit,
            "crack-free" => CrackingObservation.CrackFree,
            "cracked" => CrackingObservation.Cracked,
            _ => throw reader.Problem("expected limit, crack-free or cracked", "found"),
        };
        bool fitted = reader.Text("use") switch
        {
            "fit" => true,
            "check" => false,
            _ => throw reader.Problem("expected fit or check", "use"),
        };
        return new CrackingPoint(reader.Value("binderFraction", QuantityKinds.Fraction).Value,
            reader.Value("loading", QuantityKinds.Loading).Value, observation, fitted);
    }
}
