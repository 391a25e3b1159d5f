using FsCheck;
using FsCheck.Fluent;
using Loadstone.Slurry;

namespace Loadstone.Tests.Slurry;

/// <summary>Recipes that the tests share.</summary>
internal static class Recipes
{
    // Yari et al. state no densities; these lie in the usual ranges and give their φ at 4 % of carbon.
    public const double ActiveDensity = 4700, CarbonDensity = 1800, BinderDensity = 1780, SolventDensity = 1028;

    /// <summary>Surface of Yari's active material that gives t_b = 13 nm at 94:2.5:3.5 with 45 m²/g of carbon.</summary>
    public const double ActiveSurface = 412;

    public static Composition Of(double active, double carbon, double binder) => new([
        new SolidComponent { Name = "NMC", Role = ComponentRole.Active, MassFraction = active, Density = ActiveDensity, SpecificSurface = ActiveSurface },
        new SolidComponent { Name = "Super C45", Role = ComponentRole.Carbon, MassFraction = carbon, Density = CarbonDensity, SpecificSurface = 45e3 },
        new SolidComponent { Name = "PVDF", Role = ComponentRole.Binder, MassFraction = binder, Density = BinderDensity },
    ]);

    /// <summary>The reference recipe of Yari et al. 2020.</summary>
    public static Composition Reference { get; } = Of(0.94, 0.025, 0.035);

    /// <summary>Two actives, two carbons, two binders, sometimes a dispersant, in random parts.</summary>
    public static Gen<Composition> Any { get; } =
        from parts in Gen.Choose(1, 1000).ArrayOf(7)
        from rest in Gen.Elements(0, 1)
        select Mixed(parts, rest);

    public static Gen<double> Between(double low, double high) => Gen.Choose(0, 1_000_000).Select(n => low + (high - low) * n * 1e-6);

    private static Composition Mixed(int[] parts, int rest)
    {
        (string Name, ComponentRole Role, double Density, double Surface, double Weight)[] kinds = [
            ("large", ComponentRole.Active, 4750, 250, 20), ("small", ComponentRole.Active, 4650, 800, 20),
            ("black", ComponentRole.Carbon, 1900, 62e3, 1), ("tubes", ComponentRole.Carbon, 2100, 250e3, 0.2),
            ("PVDF", ComponentRole.Binder, 1780, 0, 1), ("CMC", ComponentRole.Binder, 1600, 0, 1),
            ("dispersant", ComponentRole.Other, 1200, 0, 0.1 * rest)];
        double total = kinds.Select((kind, i) => kind.Weight * parts[i]).Sum();
        return new Composition([.. kinds.Select((kind, i) => new SolidComponent
        {
            Name = kind.Name, Role = kind.Role, Density = kind.Density, SpecificSurface = kind.Surface, MassFraction = kind.Weight * parts[i] / total,
        })]);
    }
}
