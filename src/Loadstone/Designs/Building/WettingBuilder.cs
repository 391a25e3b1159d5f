using Loadstone.Cells;
using Loadstone.Designs.Fields;
using Loadstone.Designs.Infiltration;
using Loadstone.Electrodes;
using Loadstone.Materials;
using Loadstone.Quantities;
using Loadstone.Wetting;
using Loadstone.Wetting.Areas;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Designs.Building;

/// <summary>Fills the electrodes of a cell and lets them rest, where the document says how.</summary>
/// <param name="design">The wetting.</param>
/// <param name="pouch">The pouch, or null.</param>
/// <param name="electrolyte">The electrolyte of the catalogue.</param>
/// <param name="provenance">Notes what is taken on trust.</param>
internal sealed class WettingBuilder(WettingDesign design, PouchDesign? pouch, Electrolyte electrolyte, Provenance provenance)
{
    private const string LawName = "wetting laws";

    // The beds that tell the trapped air: of each layer alone, no denser than discs can be thrown in with the gap.
    private const int Beds = 10;
    private const double LoosestBed = 0.5, DiametersAcross = 6, BedWidth = 50e-6;

    // What a layer of the model must hold at least.
    private const double LeastWetted = 0.01;

    private static readonly WettingLaws Laws = WettingLaws.Default;

    /// <summary>Fills an electrode.</summary>
    /// <param name="side">"positive" or "negative".</param>
    /// <param name="electrode">The electrode.</param>
    /// <param name="cell">The cell that it is in.</param>
    public ElectrodeWetting Fill(string side, Electrode electrode, Cell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var liquid = new WettingLiquid(design.Viscosity ?? provenance.Use(electrolyte.Name, "viscosity", electrolyte.Viscosity),
            design.SurfaceTension ?? provenance.Use(electrolyte.Name, "surface tension", electrolyte.SurfaceTension), design.ContactAngle ?? provenance.Use(LawName, "contact angle", Laws.ContactAngle));
        Separator separator = cell.Separator;
        double radius = provenance.Use(LawName, "pore radius of the separator", Laws.SeparatorPoreRadius);
        (AreaShape shape, double halfWidth) = Size(cell);
        var area = new WettingArea
        {
            Layers =
            [
                new AreaLayer("separator", separator.Thickness, separator.Porosity, separator.TransportEfficiency, LayerWettingProperties.OfPores(separator.TransportEfficiency, radius, liquid)),
                .. AreaLayer.Of(electrode, liquid).Select((layer, i) => layer with { Properties = WithAir(layer.Properties, side, electrode.Layers[^(i + 1)], liquid) }),
            ],
            HalfWidth = halfWidth,
            Shape = shape,
            Liquid = liquid,
            Gas = new TrappedGas
            {
                Solubility = design.GasSolubility ?? provenance.Use(LawName, "Ostwald coefficient of the gas", Laws.GasSolubility),
                Diffusivity = design.GasDiffusivity ?? provenance.Use(LawName, "diffusivity of the dissolved gas", Laws.GasDiffusivity),
            },
            Feed = design.Feed,
            ReservoirPressure = design.Overpressure,
            Conductivity = cell.Electrolyte.Conductivity.At(cell.Electrolyte.InitialConcentration),
            SaturationExponent = provenance.Use(LawName, "saturation exponent", Laws.SaturationExponent),
        };
        return new ElectrodeWetting(side, AreaWetting.Of(area, design.Rest));
    }

    /// <summary>The electrode with what is wet of its layers at the end of the rest.</summary>
    /// <exception cref="InputException">A layer is all but dry.</exception>
    public Electrode Wet(Electrode electrode, ElectrodeWetting wetting)
    {
        IReadOnlyList<double> wetted = wetting.OfLayers;
        for (int k = 0; k < wetted.Count; k++)
        {
            if (wetted[k] < LeastWetted)
                throw design.Place.Member(WettingFields.Rest.Name).Error($"After {AreaReport.Duration(design.Rest)} of rest {QuantityKinds.Fraction.Format(wetted[k], 3)} of the pores of layer {electrode.Layers[k].Name} are wet; expected {QuantityKinds.Fraction.Format(LeastWetted)} at least. Let it rest for longer, or feed it from the separator.");
        }
        // Round-off of a full layer is no dryness.
        return electrode with { Layers = [.. electrode.Layers.Select((layer, k) => layer with { WettedFraction = Math.Min(1, Math.Round(wetted[k], 9)) })] };
    }

    private (AreaShape, double) Size(Cell cell)
    {
        AreaShape shape = design.Shape ?? (pouch is null ? AreaShape.Disc : AreaShape.Strip);
        if (design.HalfWidth is { } stated) return (shape, stated);
        double half = pouch is not null ? Math.Min(pouch.Format.Width, pouch.Format.Height) / 2 : shape == AreaShape.Disc ? Math.Sqrt(cell.Area / Math.PI) : Math.Sqrt(cell.Area) / 2;
        provenance.Default(design.Place.Member(WettingFields.HalfWidth.Name).Path, QuantityKinds.Length.Format(half, 3));
        return (shape, half);
    }

    private LayerWettingProperties WithAir(LayerWettingProperties grains, string side, Layer layer, WettingLiquid liquid)
    {
        if (design.TrappedAir is { } stated) return grains with { TrappedShare = stated };
        BedLayer bed = BedLayer.Of(new Electrode { Layers = [layer] }, Math.Max(LoosestBed, layer.Porosity.Mean))[0];
        double across = DiametersAcross * 2 * bed.Classes.Max(c => c.Radius);
        var generator = new BedGenerator { Width = Math.Max(BedWidth, across) };
        try
        {
            IReadOnlyList<DiscBed> beds = CapillaryStudy.Pack(generator, [bed with { Thickness = Math.Max(bed.Thickness, across) }], Beds);
            LayerWettingProperties filled = LayerWettingProperties.Of(grains, [.. beds.Select(one => CapillaryFilling.Of(one, liquid.ContactAngle))], liquid.SurfaceTension);
            provenance.Default(design.Place.Member(WettingFields.TrappedAir.Name).Path, FormattableString.Invariant($"{QuantityKinds.Fraction.Format(filled.TrappedShare, 2)} in layer {layer.Name} ({side}), from {Beds} beds of its particles at a porosity of {QuantityKinds.Fraction.Format(bed.Porosity, 3)}"));
            return filled;
        }
        catch (InputException e)
        {
            throw design.Place.Error($"The air that is trapped in layer {layer.Name} cannot be had from beds of its particles: {e.Problem} State \"{WettingFields.TrappedAir.Name}\" ({FieldValue.Expectation(WettingFields.TrappedAir)}).");
        }
    }
}
