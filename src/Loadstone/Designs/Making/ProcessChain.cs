using Loadstone.Coating;
using Loadstone.Designs.Building;
using Loadstone.Drying;
using Loadstone.Slurry;

namespace Loadstone.Designs.Making;

/// <summary>
/// From slurry to the depth profiles of the finished layers. Coating comes before the calender and so before the porosities are
/// known; drying decides where binder and carbon stand, and is spread over the pressed layers.
/// </summary>
internal sealed class ProcessChain
{
    private const int Slices = 10;
    private const double SetTime = 30; // s from the coater to a stiff film where nothing is said of drying

    private readonly ElectrodeDesign _written;
    private readonly ProcessDesign _process;
    private readonly CoatingChain _coating;
    private readonly IReadOnlyList<LaidLayer> _laid;
    private readonly Provenance _provenance;

    /// <summary>Coats the layers of an electrode that has a process.</summary>
    /// <param name="design">What the document says.</param>
    /// <param name="recipe">Its layers, the first at the foil.</param>
    /// <param name="loading">Active mass per area where it is known [kg/m²].</param>
    /// <param name="provenance">Notes what is taken on trust.</param>
    /// <exception cref="InputException">A slurry is missing or jams, or a gap cannot be; the message says what can.</exception>
    public ProcessChain(ElectrodeDesign design, IReadOnlyList<LayerRecipe> recipe, double? loading, Provenance provenance)
    {
        (_written, _process, _provenance) = (design, design.Process!, provenance);
        _coating = new CoatingChain(design, recipe, provenance);
        _laid = _coating.Lay(loading);
        Loading = _laid.Sum(layer => layer.Dried.Solids.ActiveLoading);
        Recipe = [.. Mixed(recipe).Select(Porous)];
        Design = Recipe.Count == recipe.Count ? design : design with { SharesOfThickness = false };
    }

    /// <summary>The electrode with what coating decides.</summary>
    public ElectrodeDesign Design { get; }

    /// <summary>Its layers, with the zone in which wet layers mixed.</summary>
    public IReadOnlyList<LayerRecipe> Recipe { get; }

    /// <summary>Active mass per area [kg/m²].</summary>
    public double Loading { get; }

    /// <summary>Dries the coats and spreads binder and carbon over the layers as they are in the cell.</summary>
    /// <param name="ledgers">The layers after the calender.</param>
    public MadeElectrode Finish(IReadOnlyList<LayerLedger> ledgers)
    {
        DryingChain? chain = _process.Drying is { } drying ? new DryingChain(drying, _coating.Speed, _provenance) : null;
        LaidLayer[][] passes = _process.Coating.WetOnWet ? [[.. _laid]] : [.. _laid.Select(layer => (LaidLayer[])[layer])];
        DryStep[] dryings = chain is null ? [] : [.. passes.Select(pass => chain.Dry(pass))];
        var warnings = new List<string>(_coating.Warnings);
        CoatStep[] coats = [.. _laid.Select((layer, i) => Coat(layer, Setting(dryings, i), warnings))];
        if (chain is not null) warnings.AddRange(chain.Warnings);
        (CrackingLimit Limit, CrackingAssessment Assessment)? cracking = Cracking();
        if (cracking is { Assessment.Warning: not null } above) warnings.Add(Cracks(above.Limit, above.Assessment));
        if (_written.Calendering is null) warnings.AddRange(Looser(ledgers));
        return new MadeElectrode
        {
            Coats = coats,
            Dryings = dryings,
            Layers = Spread(ledgers, dryings),
            Cracking = cracking?.Assessment,
            CrackingData = cracking?.Limit.Data.Title,
            CrackingBasis = cracking?.Limit.Basis,
            LoadingIsDerived = _written.Loading is null && _written.NpRatio is null,
            CoatedPorosityIsDerived = _laid.All(layer => _coating.Stated(layer.Recipe) is null),
            Warnings = warnings,
        };
    }

    private IReadOnlyList<LayerRecipe> Mixed(IReadOnlyList<LayerRecipe> recipe)
    {
        CoatingStepDesign coating = _process.Coating;
        if (coating is not { WetOnWet: true, MixedZone: > 0 } || recipe.Count == 1) return recipe;
        if (recipe.Count > 2) throw coating.Place.Member("mixedZone").Error($"\"mixedZone\" and {recipe.Count} layers clash: the zone of two layers is known; expected two layers, or no zone.");
        return LayerZone.Cut(_written, _laid, coating.MixedZone.Value);
    }

    // What the slurry says of the porosity counts where nothing else is said of it.
    private LayerRecipe Porous(LayerRecipe layer)
    {
        double coated = layer.Compaction.CoatedPorosity ?? CoatedPorosityOf(layer);
        if (_written.Calendering is not null) return layer with { Compaction = layer.Compaction with { CoatedPorosity = coated } };
        bool aimed = _written is { Porosity: not null } or { Thickness: not null } or { PressDensity: not null };
        return aimed || layer.Porosity is not null ? layer : layer with { Porosity = coated };
    }

    private double CoatedPorosityOf(LayerRecipe layer) =>
        _laid.FirstOrDefault(laid => laid.Recipe.Name == layer.Name)?.Dried.Porosity ?? Calendering.Compaction.Porosity([.. _laid.Select(laid => laid.Dried)]);

    private CoatStep Coat(LaidLayer layer, double setting, List<string> warnings)
    {
        double gap = Math.Max(layer.Gap, layer.Film.Thickness);
        var edges = new EdgeModel { SurfaceTension = layer.Slurry.Solvent.SurfaceTension.Value, Time = setting };
        CrossWebProfile? profile = null;
        try
        {
            profile = edges.Profile(layer.Film, gap, layer.Slurry.Flow, _coating.Width, 400);
        }
        catch (InputException e)
        {
            warnings.Add($"{layer.Recipe.Name}: edges wider than the coating: {e.Problem}");
        }
        return new CoatStep
        {
            Layer = layer.Recipe.Name,
            Slurry = layer.Slurry.Formulation,
            Solvent = layer.Slurry.Solvent,
            Flow = layer.Slurry.Flow,
            FlowIsGiven = layer.Slurry.FlowIsGiven,
            ViscosityAtRest = layer.Slurry.ViscosityAtRest,
            MediumViscosity = layer.Slurry.MediumViscosity,
            Window = layer.Slurry.Window,
            Film = layer.Film,
            Settled = layer.Settled,
            Gap = layer.Gap,
            Speed = _coating.Speed,
            Dried = layer.Dried,
            Edge = edges.Edge(layer.Film, gap, layer.Slurry.Flow),
            Profile = profile,
            Width = _coating.Width,
        };
    }

    // A film keeps its edge once its particles touch.
    private static double Setting(DryStep[] dryings, int index) =>
        dryings.Length == 0 ? SetTime : StiffAt(dryings[Math.Min(index, dryings.Length - 1)].Curve);

    private static double StiffAt(DryingCurve curve) => curve.EndOfShrinkage ?? curve.Times[^1];

    private (CrackingLimit Limit, CrackingAssessment Assessment)? Cracking()
    {
        if (_process.Drying is not { } drying) return null;
        double mass = _laid.Sum(layer => layer.Dried.Solids.MassPerArea);
        var binders = _laid.SelectMany(layer => layer.Recipe.Composition.Components.Where(c => c.Role == ComponentRole.Binder)
            .Select(c => (c.Name, Mass: layer.Dried.Solids.MassPerArea * c.MassFraction))).ToArray();
        if (binders.Length == 0) return null;
        string main = binders.GroupBy(b => b.Name).MaxBy(group => group.Sum(b => b.Mass))!.Key;
        string name = drying.CrackingData ?? main;
        if (!Drying.CrackingData.Names.Contains(name)) return null;
        var limit = CrackingLimit.Of(name);
        return (limit, limit.Assess(Loading, binders.Sum(b => b.Mass) / mass));
    }

    // A limit that stands on a coating without cracks is a lower bound.
    private static string Cracks(CrackingLimit limit, CrackingAssessment cracking)
    {
        string text = limit.Basis == CrackingObservation.CrackFree
            ? FormattableString.Invariant($"loading above what was seen without cracks: {cracking.Loading * 100:f1} mg/cm² against {cracking.CriticalLoading * 100:f1} mg/cm² at this binder content; the true limit is not known, and may be higher.")
            : $"{cracking.Warning!.Name}: {cracking.Warning.Message}";
        return cracking.Extrapolated ? $"{text} No such binder content was observed: the limit is extrapolated." : text;
    }

    private IEnumerable<string> Looser(IReadOnlyList<LayerLedger> ledgers)
    {
        double coated = Calendering.Compaction.Porosity([.. _laid.Select(layer => layer.Dried)]), finished = Calendering.Compaction.Porosity(ledgers);
        if (finished <= coated * 1.001) yield break;
        yield return FormattableString.Invariant(
            $"looser than coated: a porosity of {finished * 100:0.#} % is asked for, and the slurry dries to {coated * 100:0.#} %, which no press opens; expected at most that, or fewer solids in the slurry.");
    }

    private IReadOnlyList<MadeLayer> Spread(IReadOnlyList<LayerLedger> ledgers, DryStep[] dryings)
    {
        (MigrationProfile Binder, MigrationProfile Carbon)[] profiles = dryings.Length == 0
            ? [.. ledgers.Select(_ => (MigrationProfile.Uniform, MigrationProfile.Uniform))]
            : dryings.Length == ledgers.Count ? [.. dryings.Select(step => (step.Binder, step.Carbon))]
            : [.. Parts(ledgers, dryings[0].Binder, ComponentRole.Binder).Zip(Parts(ledgers, dryings[0].Carbon, ComponentRole.Carbon))];
        try
        {
            return [.. ledgers.Select((ledger, i) => new MadeLayer(Recipe[i].Name,
                DepthComposition.Of(ledger.Solids.Composition, ledger.Porosity, profiles[i].Binder, profiles[i].Carbon, dryings.Length == 0 ? 1 : Slices)))];
        }
        catch (InputException e) when (e.File is null)
        {
            throw _process.Place.Member("drying").Error(Fields.Wording.Capitalised(e.Problem));
        }
    }

    // Of layers that dried as one film, each takes its stretch of the profile; the factor keeps the mass of the species.
    private static IEnumerable<MigrationProfile> Parts(IReadOnlyList<LayerLedger> ledgers, MigrationProfile whole, ComponentRole role)
    {
        double[] solid = [.. ledgers.Select(ledger => ledger.Solids.SolidThickness)];
        double[] mass = [.. ledgers.Select(ledger => ledger.Solids.MassPerArea * ledger.Solids.Composition.MassFractionOf(role))];
        double total = solid.Sum(), below = 0;
        var stretches = new (double From, double To)[solid.Length];
        for (int i = 0; i < solid.Length; i++)
        {
            stretches[i] = (below / total, i + 1 == solid.Length ? 1 : (below + solid[i]) / total);
            below += solid[i];
        }
        double carried = stretches.Select((s, i) => mass[i] * whole.MeanOver(s.From, s.To)).Sum();
        double factor = carried > 0 ? mass.Sum() / carried : 1;
        return stretches.Select(s => whole.Between(s.From, s.To, factor));
    }
}
