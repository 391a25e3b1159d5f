using Loadstone.Calendering;
using Loadstone.Designs.Fields;
using Loadstone.Materials;
using Loadstone.Quantities;
using Loadstone.Slurry;

namespace Loadstone.Designs.Building;

/// <summary>Finds the layers of a coating that went through a calender: from their porosity as coated, at a load or to an aim.</summary>
internal static class CalenderedGeometry
{
    private const string LawName = "compaction laws";

    /// <summary>Account of each layer after the calender, and how it was pressed. Shares of thickness are those as coated.</summary>
    /// <param name="electrode">What the document says.</param>
    /// <param name="calender">What it says of the calender.</param>
    /// <param name="layers">Its layers with their materials.</param>
    /// <param name="loading">Active mass per area [kg/m²].</param>
    /// <param name="provenance">Notes what is taken on trust.</param>
    /// <exception cref="InputException">The aim cannot be reached; the message says what can.</exception>
    public static (IReadOnlyList<LayerLedger> Ledgers, CalenderingStructure Calendering) Solve(
        ElectrodeDesign electrode, CalenderingDesign calender, IReadOnlyList<LayerRecipe> layers, double loading, Provenance provenance)
    {
        bool isPressure = calender.Pressure is not null;
        double springBack = provenance.Or(calender.SpringBack, calender.Place.Member(CalenderingFields.SpringBack.Name).Path, 0, QuantityKinds.Fraction);
        double[] porosities = [.. layers.Select(layer => layer.Compaction.CoatedPorosity ?? Common(calender, provenance))];
        IReadOnlyList<LayerSolids> solids = CoatingGeometry.SolidsOf(electrode, layers, loading, porosities);
        CoatedLayer[] coated = [.. solids.Select((layer, i) => new CoatedLayer(
            new LayerLedger(layer, layer.SolidThickness / (1 - porosities[i])), Law(layers[i], isPressure, provenance)))];
        try
        {
            CalenderedCoating pressed = (calender.LineLoad ?? calender.Pressure) is { } load ? Calender.AtLoad(coated, load, springBack)
                : electrode.Porosity is { } porosity ? Calender.ToPorosity(coated, porosity, springBack)
                : electrode.Thickness is { } thickness ? Calender.ToThickness(coated, thickness, springBack)
                : Calender.ToDensity(coated, electrode.PressDensity!.Value, springBack);
            bool isDerived = calender.LineLoad is null && calender.Pressure is null;
            return (pressed.Layers, new CalenderingStructure(pressed.Load, isPressure, isDerived, springBack, coated));
        }
        catch (InputException e) when (e.File is null)
        {
            string aim = electrode.Porosity is not null ? "porosity" : electrode.Thickness is not null ? "thickness" : "pressDensity";
            throw electrode.PlaceOf(aim).Error(Wording.Capitalised(e.Problem));
        }
    }

    private static double Common(CalenderingDesign calender, Provenance provenance)
    {
        if (calender.CoatedPorosity is { } stated) return stated;
        double standard = provenance.Use(LawName, "porosity as coated", CompactionLaws.Default.CoatedPorosity);
        provenance.Default(calender.Place.Member(CalenderingFields.CoatedPorosity.Name).Path, QuantityKinds.Fraction.Format(standard));
        return standard;
    }

    private static CompactionLaw Law(LayerRecipe layer, bool isPressure, Provenance provenance)
    {
        CompactionParameters standard = CompactionLaws.Default.For(layer.Actives.Keys);
        double Or(double? stated, string property, SourcedValue value) => stated ?? provenance.Use(LawName, property, value);
        return isPressure
            ? CompactionLaw.Heckel(Or(layer.Compaction.YieldPressure, "yield pressure", standard.YieldPressure))
            : new CompactionLaw(Or(layer.Compaction.Resistance, "compaction resistance", standard.CompactionResistance),
                Or(layer.Compaction.LeastPorosity, "least porosity", standard.LeastPorosity));
    }
}
