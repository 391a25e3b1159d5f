using Loadstone.Numerics;

namespace Loadstone.Drying;

/// <summary>
/// How the drying carries binder and fine carbon towards the surface, until the film stops shrinking. The liquid counts as its
/// solvent; what is dissolved takes its place among the solids.
/// </summary>
public static class BinderMigration
{
    /// <summary>Cells where nothing else is asked for.</summary>
    public const int DefaultCells = 80;

    private const double CellsInLayer = 8;
    private const double LargestStretch = 14;
    private const double SmallestStep = 1e-15; // of the time; the layer at the surface forms at once where hardly anything diffuses

    /// <summary>The profile of a species after drying.</summary>
    /// <param name="curve">How the film dried.</param>
    /// <param name="species">What migrates.</param>
    /// <param name="cells">Cells over the thickness, at least 8; they get thinner towards the surface where the layer there asks for it.</param>
    /// <param name="tolerance">Accepted error of a time step, relative.</param>
    public static MigrationProfile Migrate(DryingCurve curve, MigratingSpecies species, int cells = DefaultCells, double tolerance = 1e-5)
    {
        Require.Within(cells, 8, 100_000, "cells");
        double end = curve.EndOfShrinkage ?? curve.Times[^1];
        double peclet = LargestPeclet(curve, species, end);
        double[] edges = Edges(cells, peclet);
        var b = new double[cells];
        Array.Fill(b, 1);
        if (end > 0 && species.MobileShare > 0) Integrate(curve, species, edges, end, tolerance, b);
        for (int i = 0; i < cells; i++) b[i] = 1 - species.MobileShare + species.MobileShare * b[i];
        return new MigrationProfile(edges, b) { Species = species.Name, LargestPeclet = peclet };
    }

    private static void Integrate(DryingCurve curve, MigratingSpecies species, double[] edges, double end, double tolerance, double[] b)
    {
        var system = new MigrationSystem(curve, species.Diffusivity, edges, tolerance);
        var integrator = new BdfIntegrator(system) { SmallestStep = SmallestStep * end };
        var slope = new double[b.Length];
        var zero = new double[b.Length];
        system.Residual(0, b, zero, slope);
        VectorMath.Scale(slope, -1);
        integrator.Start(0, b, slope, end / 100);
        while (integrator.Time < end)
        {
            if (integrator.Step(end, end / 10) != BdfStatus.Accepted)
                throw new InputException(FormattableString.Invariant($"migration of {species.Name} cannot be followed beyond {integrator.Time:g4} s; expected a diffusivity of a usual size."));
        }
        integrator.State.CopyTo(b);
    }

    // E h²/(L D), the largest over the rows: its inverse is the relative thickness of the layer at the surface.
    private static double LargestPeclet(DryingCurve curve, MigratingSpecies species, double end)
    {
        double largest = 0;
        foreach (double row in curve.Times)
        {
            (double velocity, double diffusion) = MigrationSystem.Coefficients(curve, species.Diffusivity, Math.Min(row, end));
            largest = Math.Max(largest, velocity / diffusion);
            if (row >= end) break;
        }
        return largest;
    }

    // Widths fall as a geometric series towards the surface, so that the layer there holds some cells. The series depends on the
    // Péclet number alone: grids of one are nested, and converge with their cells.
    private static double[] Edges(int cells, double peclet)
    {
        double wanted = DefaultCells / (CellsInLayer * Math.Max(peclet, 1e-9)); // thinnest over mean width
        double stretch = 0;
        if (wanted < 1)
        {
            double Thinnest(double a) => a == 0 ? 1 : a / Math.Exp(a) / (1 - Math.Exp(-a));
            stretch = Thinnest(LargestStretch) > wanted ? LargestStretch
                : MonotoneRoot.Find(a => Math.Log(Thinnest(a) / wanted), 0, LargestStretch, 1e-9);
        }
        var edges = new double[cells + 1];
        for (int i = 0; i <= cells; i++)
        {
            double x = (double)i / cells;
            edges[i] = stretch < 1e-6 ? x : (1 - Math.Exp(-stretch * x)) / (1 - Math.Exp(-stretch));
        }
        edges[^1] = 1;
        return edges;
    }
}
