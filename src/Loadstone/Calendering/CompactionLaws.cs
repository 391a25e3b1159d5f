using Loadstone.Materials;
using Loadstone.Quantities;

namespace Loadstone.Calendering;

/// <summary>Parameters of compaction laws where a design states none. All of them are assumptions with a range. Immutable.</summary>
public sealed record CompactionLaws
{
    private static readonly Lazy<CompactionLaws> BuiltIn = MaterialReader.BuiltIn("compaction-laws.json", Read);

    /// <summary>The parameters of the built-in data.</summary>
    public static CompactionLaws Default => BuiltIn.Value;

    /// <summary>Of coatings of hard particles: oxides and phosphates.</summary>
    public required CompactionParameters Hard { get; init; }

    /// <summary>Of coatings of soft particles: graphite and its blends.</summary>
    public required CompactionParameters Soft { get; init; }

    /// <summary>Porosity of a dried coating before the calender.</summary>
    public required SourcedValue CoatedPorosity { get; init; }

    /// <summary>Active materials of the catalogue that count as soft.</summary>
    public required IReadOnlyList<string> SoftMaterials { get; init; }

    /// <summary>The parameters for a coating of some active materials: <see cref="Soft"/> where all of them are.</summary>
    public CompactionParameters For(IEnumerable<string> activeMaterials) => activeMaterials.All(SoftMaterials.Contains) ? Soft : Hard;

    private static CompactionLaws Read(MaterialReader reader) => new()
    {
        Hard = CompactionParameters.Read(reader.Child("hard")),
        Soft = CompactionParameters.Read(reader.Child("soft")),
        CoatedPorosity = reader.Value("coatedPorosity", QuantityKinds.Fraction),
        SoftMaterials = reader.Texts("softMaterials"),
    };
}

/// <summary>Parameters of the two laws of <see cref="CompactionLaw"/> for one sort of coating.</summary>
public sealed record CompactionParameters
{
    /// <summary>γ for line loads [N/m].</summary>
    public required SourcedValue CompactionResistance { get; init; }

    /// <summary>ε_min for line loads.</summary>
    public required SourcedValue LeastPorosity { get; init; }

    /// <summary>P_y for pressures [Pa].</summary>
    public required SourcedValue YieldPressure { get; init; }

    internal static CompactionParameters Read(MaterialReader reader) => new()
    {
        CompactionResistance = reader.Value("compactionResistance", QuantityKinds.PeelForce),
        LeastPorosity = reader.Value("leastPorosity", QuantityKinds.Fraction),
        YieldPressure = reader.Value("yieldPressure", QuantityKinds.Pressure),
    };
}
