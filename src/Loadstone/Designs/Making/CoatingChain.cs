using Loadstone.Coating;
using Loadstone.Designs.Building;
using Loadstone.Designs.Fields;
using Loadstone.Slurry;

namespace Loadstone.Designs.Making;

/// <summary>A layer as it was coated, before it dries.</summary>
internal sealed record LaidLayer(LayerRecipe Recipe, PreparedSlurry Slurry, WetFilm Film, WetFilm Settled, LayerLedger Dried, double Gap);

/// <summary>Lays the slurries of an electrode on its foil: films, gaps, and what each layer is like when it has dried.</summary>
internal sealed class CoatingChain
{
    private const int MostPasses = 50;
    private const double SameThickness = 1e-12;
    private const double DefaultSpeed = 3.0 / 60, DefaultWidth = 0.2, DefaultLip = 1e-3;

    private readonly ElectrodeDesign _design;
    private readonly CoatingStepDesign _coating;
    private readonly IReadOnlyList<LayerRecipe> _recipe;
    private readonly Provenance _provenance;

    /// <summary>A chain for an electrode with a process.</summary>
    public CoatingChain(ElectrodeDesign design, IReadOnlyList<LayerRecipe> recipe, Provenance provenance)
    {
        (_design, _recipe, _provenance) = (design, recipe, provenance);
        _coating = design.Process!.Coating;
        Speed = Or(_coating.Speed, ProcessFields.Speed, DefaultSpeed);
        Width = Or(_coating.Width, ProcessFields.Width, DefaultWidth);
        Slurries = [.. recipe.Select(layer => SlurryChain.Prepare(layer, provenance))];
    }

    /// <summary>Speed of the web [m/s].</summary>
    public double Speed { get; }

    /// <summary>Coated width [m].</summary>
    public double Width { get; }

    /// <summary>The slurries, in the order of the layers.</summary>
    public IReadOnlyList<PreparedSlurry> Slurries { get; }

    /// <summary>What to warn of.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Lays all layers.</summary>
    /// <param name="loading">Active mass per area [kg/m²]; null where the gap decides it.</param>
    public IReadOnlyList<LaidLayer> Lay(double? loading)
    {
        foreach ((LayerRecipe layer, PreparedSlurry slurry) in _recipe.Zip(Slurries))
        {
            if (SlurryChain.OutsideWindow(layer.Name, slurry) is { } warning) Warnings.Add(warning);
        }
        double mass = loading ?? LoadingOfGap();
        double[] porosities = [.. _recipe.Select((layer, i) => Stated(layer) ?? SlurryLaws.Default.DryPorosity(Slurries[i].Formulation.SolidVolumeFraction))];
        if (_recipe.Any(layer => Stated(layer) is null))
        {
            _provenance.Use("slurry laws", "voids of a packed slurry", SlurryLaws.Default.PackedVoidRatio);
            _provenance.Use("slurry laws", "share of solvent that stays as pores", SlurryLaws.Default.KeptSolventShare);
        }
        // A layer on a dry one loses solvent to it and dries denser, which shares of thickness feel in turn.
        for (int pass = 0; ; pass++)
        {
            IReadOnlyList<LayerSolids> solids = CoatingGeometry.SolidsOf(_design, _recipe, mass, porosities);
            (WetFilm Film, WetFilm Settled, LayerLedger Dried)[] laid = Films(solids);
            double[] next = [.. laid.Select(layer => layer.Dried.Porosity)];
            bool settled = next.Zip(porosities).All(pair => Math.Abs(pair.First - pair.Second) < SameThickness);
            porosities = next;
            if (settled || pass == MostPasses) return [.. laid.Select((layer, i) => new LaidLayer(_recipe[i], Slurries[i], layer.Film, layer.Settled, layer.Dried, GapFor(i, layer.Film)))];
        }
    }

    /// <summary>Porosity as coated that the document states of a layer; null where the slurry tells it.</summary>
    public double? Stated(LayerRecipe layer) => layer.Compaction.CoatedPorosity ?? _design.Calendering?.CoatedPorosity;

    private (WetFilm, WetFilm, LayerLedger)[] Films(IReadOnlyList<LayerSolids> solids)
    {
        var laid = new (WetFilm Film, WetFilm Settled, LayerLedger Dried)[solids.Count];
        for (int i = 0; i < laid.Length; i++)
        {
            WetFilm film = WetFilm.For(Slurries[i].Formulation, solids[i].MassPerArea);
            WetFilm settled = i == 0 || _coating.WetOnWet ? film : Settled(i, laid[i - 1].Dried, film);
            laid[i] = (film, settled, Stated(_recipe[i]) is { } porosity ? settled.Dried(porosity) : settled.Dried());
        }
        return laid;
    }

    private WetFilm Settled(int index, LayerLedger below, WetFilm film)
    {
        double filled = Or(_coating.FilledShare, ProcessFields.FilledShare, 1);
        try
        {
            return new DryFirstLayer(below, filled).Settled(film);
        }
        catch (InputException e) when (e.File is null)
        {
            throw _recipe[index].Place.Member("slurry").Error(Wording.Capitalised(e.Problem) + " Or coat wet on wet.");
        }
    }

    private double LoadingOfGap()
    {
        try
        {
            return Blade(_coating.Gap!.Value).Film(Slurries[0].Formulation, Slurries[0].Flow, Largest(0)).Solids.ActiveLoading;
        }
        catch (InputException e) when (e.File is null)
        {
            throw GapError(e);
        }
    }

    private double GapFor(int index, WetFilm film)
    {
        PreparedSlurry slurry = Slurries[index];
        try
        {
            if (_coating.Method == CoatingMethod.Slot) return DieGap(index, film, slurry);
            if (_coating.Gap is { } gap) return gap;
            return Blade(film.Thickness).For(film, slurry.Flow, Largest(index)).Gap;
        }
        catch (InputException e) when (e.File is null)
        {
            throw GapError(e);
        }
    }

    // A die too close or too far is refused; a film below the low-flow limit is a warning, since the limit is a conservative one.
    private double DieGap(int index, WetFilm film, PreparedSlurry slurry)
    {
        double gap = _coating.Gap ?? film.Thickness * _provenance.Use("process laws", "gap of a slot die over the wet film", ProcessLaws.Default.SlotGapRatio);
        BladeCoater.CheckGap(gap, Largest(index));
        var die = new SlotDie { Gap = gap, Speed = Speed, Width = Width };
        double tension = slurry.Solvent.SurfaceTension.Value;
        if (film.Thickness < die.ThinnestFilm(die.CapillaryNumber(slurry.Flow, tension)))
        {
            try
            {
                die.Check(film, slurry.Flow, tension);
            }
            catch (InputException e)
            {
                Warnings.Add($"{_recipe[index].Name}: below the low-flow limit of the die: {e.Problem}");
            }
        }
        else
        {
            die.Check(film, slurry.Flow, tension);
        }
        return gap;
    }

    private InputException GapError(InputException e) => _coating.Gap is null
        ? _coating.Place.Error(Wording.Capitalised(e.Problem) + " The gap follows from the loading and the solids content.")
        : _coating.Place.Member(ProcessFields.Gap.Name).Error(Wording.Capitalised(e.Problem));

    private BladeCoater Blade(double gap) => new()
    {
        Gap = gap,
        Speed = Speed,
        LipLength = Or(_coating.LipLength, ProcessFields.LipLength, DefaultLip),
        HeadHeight = Or(_coating.HeadHeight, ProcessFields.HeadHeight, 0),
    };

    private double Largest(int index) => _recipe[index].Particles.Max(size => size.Diameter * Math.Exp(2 * size.Spread));

    private double Or(double? written, QuantityField field, double standard) =>
        _provenance.Or(written, _coating.Place.Member(field.Name).Path, standard, field.Kind);
}
