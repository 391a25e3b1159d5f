namespace Loadstone.Electrochemistry.Analysis;

/// <summary>What one region of a cell takes from the voltage [V]; positive where it lowers the voltage.</summary>
public sealed record RegionPolarisation
{
    /// <summary>Ohmic fall in the electrolyte.</summary>
    public double ElectrolyteOhmic { get; init; }

    /// <summary>Diffusion potential of the salt's gradient.</summary>
    public double ElectrolyteConcentration { get; init; }

    /// <summary>Ohmic fall in the solid.</summary>
    public double SolidOhmic { get; init; }

    /// <summary>Resistance between coating and foil.</summary>
    public double Contact { get; init; }

    /// <summary>Overpotential of the reaction.</summary>
    public double ChargeTransfer { get; init; }

    /// <summary>Films on particles or on lithium.</summary>
    public double Film { get; init; }

    /// <summary>Surface against mean stoichiometry of the particles.</summary>
    public double ParticleDiffusion { get; init; }

    /// <summary>Mean stoichiometries that differ over the depth and between particle classes.</summary>
    public double Imbalance { get; init; }

    /// <summary>The terms with their names.</summary>
    public IReadOnlyList<(string Name, double Value)> Terms =>
    [
        ("electrolyte, ohmic", ElectrolyteOhmic), ("electrolyte, concentration", ElectrolyteConcentration), ("solid", SolidOhmic),
        ("contact", Contact), ("charge transfer", ChargeTransfer), ("film", Film), ("particle diffusion", ParticleDiffusion),
        ("imbalance over depth", Imbalance),
    ];

    /// <summary>Sum of the terms.</summary>
    public double Total => Terms.Sum(term => term.Value);

    /// <summary>Term by term.</summary>
    public static RegionPolarisation operator +(RegionPolarisation a, RegionPolarisation b) => Add(a, b);

    /// <summary>Term by term.</summary>
    public static RegionPolarisation Add(RegionPolarisation left, RegionPolarisation right) => new()
    {
        ElectrolyteOhmic = left.ElectrolyteOhmic + right.ElectrolyteOhmic,
        ElectrolyteConcentration = left.ElectrolyteConcentration + right.ElectrolyteConcentration,
        SolidOhmic = left.SolidOhmic + right.SolidOhmic,
        Contact = left.Contact + right.Contact,
        ChargeTransfer = left.ChargeTransfer + right.ChargeTransfer,
        Film = left.Film + right.Film,
        ParticleDiffusion = left.ParticleDiffusion + right.ParticleDiffusion,
        Imbalance = left.Imbalance + right.Imbalance,
    };
}
