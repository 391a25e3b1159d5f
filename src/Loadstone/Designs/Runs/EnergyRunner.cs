using Loadstone.Cells.Pouch;
using Loadstone.Designs.Building;
using Loadstone.Designs.Making;
using Loadstone.Designs.Reading;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Materials;
using Loadstone.Quantities;

namespace Loadstone.Designs.Runs;

/// <summary>How the energy of a document's cells is found.</summary>
public sealed record EnergyOptions
{
    /// <summary>Names of the variants; null for all of them.</summary>
    public IReadOnlyList<string>? Variants { get; init; }

    /// <summary>Rate of the discharge [C]; null for the document's.</summary>
    public double? Rate { get; init; }

    /// <summary>Resolution in place of the document's; null to keep that.</summary>
    public MeshSettings? Mesh { get; init; }
}

/// <summary>Weighs and measures the pouch cells of a document: a discharge is simulated, or measured figures are taken.</summary>
public static class EnergyRunner
{
    /// <summary>Rate of the discharge unless a document says otherwise [C].</summary>
    public const double DefaultRate = 0.1;

    /// <summary>The account of every variant.</summary>
    /// <param name="document">The document; it has a pouch.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellation">Stops between two time steps.</param>
    /// <exception cref="InputException">A variant has no pouch, cannot be built, gives no charge, or its electrolyte does not fill the pores.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static EnergyOutcome Run(DesignDocument document, EnergyOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        options ??= new EnergyOptions();
        BuiltDesign[] built = [.. DesignRunner.Choose(document, options.Variants).Select(DesignBuilder.Build)];
        // What is wrong with a pouch is told before anything is simulated.
        foreach (BuiltDesign design in built) Account(design, 1, 1);
        var variants = new EnergyVariant[built.Length];
        var parallel = new ParallelOptions { CancellationToken = cancellation };
        try
        {
            Parallel.For(0, built.Length, parallel, i => variants[i] = Run(built[i], options, cancellation));
        }
        catch (AggregateException e)
        {
            Exception first = e.Flatten().InnerExceptions[0];
            throw first is InputException or OperationCanceledException ? first : e;
        }
        return new EnergyOutcome(document.Name, document.Description, variants);
    }

    /// <summary>The account of one design that has a pouch.</summary>
    /// <param name="built">The design, built.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellation">Stops between two time steps.</param>
    /// <exception cref="InputException">It has no pouch, gives no charge, or its electrolyte does not fill the pores.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static EnergyVariant Run(BuiltDesign built, EnergyOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(built);
        options ??= new EnergyOptions();
        Account(built, 1, 1);
        PouchDesign pouch = built.Design.Pouch!;
        double? stated = pouch.Capacity / pouch.Area;
        StepResult? discharge = null;
        double rate = options.Rate ?? pouch.Rate ?? DefaultRate;
        if (stated is null || pouch.MeanVoltage is null) discharge = Discharge(built, rate, options.Mesh, cancellation);
        string simulated = $"simulated at {QuantityKinds.CRate.Format(rate)}";
        double capacity = stated ?? discharge!.Charge / built.Cell.Area;
        double voltage = pouch.MeanVoltage ?? discharge!.Energy / discharge.Charge;
        PouchLedger ledger = Ledger(built, PouchBuilder.Build(built, capacity, voltage));
        return new EnergyVariant
        {
            Built = built,
            Ledger = ledger,
            CapacityFrom = stated is null ? simulated : "measured",
            VoltageFrom = pouch.MeanVoltage is null ? simulated : "measured",
            Discharge = discharge,
            Sensitivities = PouchSensitivity.Of(ledger.Cell),
            Solvents = Solvents(built, ledger.Cell),
            Warnings = [.. EnergyWarnings.Of(built, ledger, discharge)],
        };
    }

    private static StepResult Discharge(BuiltDesign built, double rate, MeshSettings? mesh, CancellationToken cancellation)
    {
        var simulation = new Simulation(built.Cell, mesh ?? built.Design.Mesh);
        string words = FormattableString.Invariant($"Discharge at {rate:R}C until {built.Cell.LowerCutOff:R} V");
        StepResult step = simulation.Run(ProtocolParser.ParseAll([words], "energy"), cancellation: cancellation).Steps[^1];
        return step.Charge > 0
            ? step
            : throw new InputException($"{built.Design.Name} gives no charge at {QuantityKinds.CRate.Format(rate)}: {step.EndText}. Expected a lower rate.", "pouch.rate");
    }

    private static void Account(BuiltDesign built, double capacity, double voltage)
    {
        try
        {
            PouchBuilder.Build(built, capacity, voltage);
        }
        catch (InputException e) when (!built.Design.IsBase)
        {
            throw e.InVariant(built.Design.Name);
        }
    }

    private static PouchLedger Ledger(BuiltDesign built, PouchCell cell)
    {
        try
        {
            return PouchLedger.Of(cell);
        }
        catch (InputException e)
        {
            InputException placed = built.Design.Pouch!.Place.Member("electrolyte").Error(e.Problem);
            throw built.Design.IsBase ? placed : placed.InVariant(built.Design.Name);
        }
    }

    private static IReadOnlyList<SolventDemand> Solvents(BuiltDesign built, PouchCell cell)
    {
        if (built.Design.Cell is not CellDesign.Recipe recipe) return [];
        double overhang = PouchSizes.Of(cell).NegativeArea / cell.Format.FaceArea;
        SolventDemand[] layers = [.. Of(recipe.Positive, built.Positive, 1), .. Of(recipe.Negative, built.Negative, overhang)];
        return [.. layers.GroupBy(d => d.Name).Select(g => g.First() with { MassPerArea = g.Sum(d => d.MassPerArea), EnergyPerMass = g.Sum(d => d.EnergyPerArea) / g.Sum(d => d.MassPerArea) })];

        IEnumerable<SolventDemand> Of(ElectrodeDesign? design, ElectrodeStructure? structure, double area)
        {
            if (design is null || structure is null) yield break;
            if (structure.Making is { Dryings.Count: > 0 } made)
            {
                foreach (DryStep step in made.Dryings)
                    yield return new SolventDemand(step.Curve.Film.Solvent.Name, area * step.Curve.Film.SolventMass, step.Energy.PerSolvent);
                yield break;
            }
            string? name = design.Layers.Select(layer => layer.Slurry?.Solvent).FirstOrDefault(solvent => solvent is not null);
            foreach (LayerStructure layer in structure.Layers)
            {
                if (layer.Slurry is not { } slurry) continue;
                var solvent = (Solvent)Catalogue.Default.Find(name!);
                double beyond = (solvent.Name == "water" ? cell.Assumptions.WaterDryingEnergy : cell.Assumptions.SolventRecoveryEnergy).Value;
                yield return new SolventDemand(solvent.Name, area * layer.MassPerArea * slurry.SolventToSolidRatio, solvent.HeatOfVaporisation.Value + beyond);
            }
        }
    }
}
