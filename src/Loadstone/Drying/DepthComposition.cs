using Loadstone.Slurry;

namespace Loadstone.Drying;

/// <summary>A slice of a dried layer.</summary>
/// <param name="From">Relative depth of its lower side, 0 at the foil.</param>
/// <param name="To">Relative depth of its upper side.</param>
/// <param name="Composition">Its solids.</param>
/// <param name="Porosity">Its porosity.</param>
/// <param name="BinderShare">Binder per volume relative to the mean.</param>
/// <param name="CarbonShare">Carbon per volume relative to the mean.</param>
public sealed record DepthSlice(double From, double To, Composition Composition, double Porosity, double BinderShare, double CarbonShare);

/// <summary>
/// A layer in slices of equal thickness after binder and carbon have moved. The active particles stand equally dense at every
/// depth; where binder gathers it fills pores. The mass of every component is that of the layer to round-off.
/// </summary>
public static class DepthComposition
{
    /// <summary>Slices from the foil up.</summary>
    /// <param name="mean">Solids of the layer.</param>
    /// <param name="porosity">Porosity of the whole layer, dried or pressed.</param>
    /// <param name="binder">Profile of the binder.</param>
    /// <param name="carbon">Profile of the carbon.</param>
    /// <param name="count">Number of slices.</param>
    /// <exception cref="InputException">Binder and carbon need more room in a slice than its pores; the message says which porosity would do.</exception>
    public static IReadOnlyList<DepthSlice> Of(Composition mean, double porosity, MigrationProfile binder, MigrationProfile carbon, int count = 10)
    {
        Require.Within(porosity, 0, 0.999, "(fraction)", nameof(porosity));
        double[] binderShares = binder.Slices(count), carbonShares = carbon.Slices(count);
        var slices = new DepthSlice[count];
        for (int i = 0; i < count; i++)
        {
            double Mass(SolidComponent c) => c.MassFraction * c.Role switch
            {
                ComponentRole.Binder => binderShares[i],
                ComponentRole.Carbon => carbonShares[i],
                _ => 1,
            };
            double mass = mean.Components.Sum(Mass), volume = mean.Components.Sum(c => Mass(c) / c.Density);
            double solids = (1 - porosity) * volume / mean.SpecificVolume;
            if (solids >= 1) throw new InputException(FormattableString.Invariant(
                $"at {(i + 0.5) / count * 100:f0} % of the depth binder and carbon, {binderShares[i]:f2} and {carbonShares[i]:f2} times their mean, need more than the pores that a porosity of {porosity * 100:f1} % leaves; expected a porosity above {(1 - mean.SpecificVolume / volume) * 100:f1} %, or slower drying."));
            var composition = new Composition([.. mean.Components.Select(c => c with { MassFraction = Mass(c) / mass })]);
            slices[i] = new DepthSlice((double)i / count, (i + 1.0) / count, composition, 1 - solids, binderShares[i], carbonShares[i]);
        }
        return slices;
    }

    /// <summary>
    /// Knots of a piecewise linear profile of a property: the middles of the slices, and both ends with the values next to them, so
    /// that its mean is the mean of the slices.
    /// </summary>
    /// <param name="slices">Slices of equal thickness from the foil up, length n.</param>
    /// <param name="property">The property of a slice: its porosity, or a law such as a conductivity.</param>
    /// <returns>Relative depths from 0 to 1 and values, length n + 2.</returns>
    public static (double[] Positions, double[] Values) Knots(IReadOnlyList<DepthSlice> slices, Func<DepthSlice, double> property)
    {
        double[] middle = [.. Require.NotEmpty(slices).Select(property)];
        return ([0, .. slices.Select(slice => (slice.From + slice.To) / 2), 1], [middle[0], .. middle, middle[^1]]);
    }
}
