using Loadstone.Slurry;

namespace Loadstone.Coating;

/// <summary>Two layers coated one upon the other: with the first dried between them their boundary is sharp, wet on wet it is mixed.</summary>
public static class WetOnWet
{
    /// <summary>
    /// The solids of the two layers in slices of equal volume of solids, the first at the foil, mixed over a zone. What each layer
    /// brought is in the slices, to round-off. Without width, the two layers themselves.
    /// </summary>
    /// <param name="first">Solids of the layer at the foil.</param>
    /// <param name="second">Solids of the layer on it.</param>
    /// <param name="widthShare">Width of the mixed zone (<see cref="MixedZone.Width"/>) over the thickness of both layers, 0 to 1000.</param>
    /// <param name="slices">How many slices, at least 2.</param>
    public static IReadOnlyList<LayerSolids> Mix(LayerSolids first, LayerSolids second, double widthShare, int slices = 20)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Require.Within(slices, 2, 10_000, "slices", nameof(slices));
        if (Require.Within(widthShare, 0, 1e3, "", nameof(widthShare)) == 0) return [first, second];
        double total = first.SolidThickness + second.SolidThickness;
        var zone = new MixedZone(total, first.SolidThickness, widthShare * total);
        var layers = new LayerSolids[slices];
        for (int i = 0; i < slices; i++)
        {
            double from = total * i / slices, to = i + 1 == slices ? total : total * (i + 1) / slices;
            double share = zone.MeanSecondShare(from, to);
            double firstMass = (1 - share) * (to - from) * first.Composition.Density, secondMass = share * (to - from) * second.Composition.Density;
            layers[i] = new LayerSolids
            {
                Composition = Blend(first.Composition, second.Composition, secondMass / (firstMass + secondMass)),
                MassPerArea = firstMass + secondMass,
            };
        }
        return layers;
    }

    /// <summary>Two compositions in one; components that are the same in all but their part are joined.</summary>
    /// <param name="first">One composition.</param>
    /// <param name="second">The other.</param>
    /// <param name="secondShare">Mass of the second per mass of both.</param>
    public static Composition Blend(Composition first, Composition second, double secondShare)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Require.Fraction(secondShare, nameof(secondShare));
        List<SolidComponent> components = [.. first.Components.Select(c => c with { MassFraction = (1 - secondShare) * c.MassFraction })];
        foreach (SolidComponent component in second.Components)
        {
            double part = secondShare * component.MassFraction;
            int same = components.FindIndex(c => c with { MassFraction = component.MassFraction } == component);
            if (same >= 0) components[same] = components[same] with { MassFraction = Math.Min(1, components[same].MassFraction + part) };
            else components.Add(component with { MassFraction = part });
        }
        return new Composition(components);
    }
}
