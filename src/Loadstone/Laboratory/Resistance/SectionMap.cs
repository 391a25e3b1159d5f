using Loadstone.Reports;

namespace Loadstone.Laboratory.Resistance;

/// <summary>Draws the potential in a section through the layers, below the pin where the current enters.</summary>
internal static class SectionMap
{
    private const int Half = 90, Columns = 2 * Half + 1, Rows = 48, FoilRows = 8;
    private const double MapReach = 1.75, Brightest = 0.25; // in thicknesses: half of the map's width, and the distance whose potential has the last colour

    /// <summary>The map: composite above, the foil below it, the step between them the interface.</summary>
    public static Drawing Draw(string name, ProbeSample sample)
    {
        CoatingOnFoil coating = sample.Coating;
        // Beyond a few thicknesses the potential no longer depends on depth.
        double reach = MapReach * coating.Thickness, column = reach / (Half + 0.5);
        // The middle column reaches half as far to either side, and the contact itself is a pole.
        double[] r = [.. Enumerable.Range(0, Half + 1).Select(i => Math.Max(Math.Max(i * column, column / 4), 1.01 * coating.ContactRadius))];
        double far = Potential(sample, [100 * Reach(sample)], 0)[0];
        double[] foil = FoilPotential(sample, r);
        double[,] map = new double[Rows + FoilRows, Columns];
        for (int row = 0; row < Rows + FoilRows; row++)
        {
            // The first row is the lowest one: the foil, and then the composite upwards.
            double[] line = row < FoilRows ? foil : Potential(sample, r, coating.Thickness * (Rows + FoilRows - row - 0.5) / Rows);
            for (int i = 0; i <= Half; i++) map[row, Half + i] = map[row, Half - i] = line[i] - far;
        }
        double micrometres = 1e6, strip = coating.Thickness * FoilRows / Rows;
        return HeatMap.Draw($"{name} section", "Potential in the section below the entrance of the current", map,
            new MapSide("Distance / µm", -reach * micrometres, reach * micrometres), new MapSide("Height / µm", -strip * micrometres, coating.Thickness * micrometres),
            "V/I / Ω", (0, Potential(sample, [Brightest * coating.Thickness], 0)[0] - far), toScale: true, caption: "Heights are counted from the interface; the strip below it is the foil, not to scale; the step above it is the voltage over the interface. The current leaves far away.");
    }

    /// <summary>Potentials at the surface, above and below the interface.</summary>
    public static Plot Depths(string name, ProbeSample sample)
    {
        double reach = Reach(sample), near = sample.Coating.Thickness / 4;
        double[] r = [.. Enumerable.Range(0, 100).Select(i => near * Math.Pow(reach / near, i / 99.0))], shown = [.. r.Select(v => v * 1e3)];
        double far = Potential(sample, [100 * reach], 0)[0];
        return new Plot($"{name} depths", "Potential at the surface and at the interface, the current leaving far away", new Axis("Distance / mm", Logarithmic: true), new Axis("V/I / Ω"),
        [
            new Series("surface", shown, Less(Potential(sample, r, 0))),
            new Series("composite at the interface", shown, Less(Potential(sample, r, sample.Coating.Thickness))),
            new Series("foil", shown, Less(FoilPotential(sample, r))),
        ]);

        double[] Less(double[] values) => [.. values.Select(v => v - far)];
    }

    private static double Reach(ProbeSample sample) => Math.Clamp(4 * sample.TransferLength, 4 * sample.Coating.Thickness, 50 * sample.Coating.Thickness);

    private static double[] Potential(ProbeSample sample, double[] r, double depth) => Scaled(sample, DepthKernel.Composite(sample.Coating, sample.Resistivity.Value, sample.InterfaceResistance.Value, r, depth));

    private static double[] FoilPotential(ProbeSample sample, double[] r) => Scaled(sample, DepthKernel.Foil(sample.Coating, sample.Resistivity.Value, sample.InterfaceResistance.Value, r));

    private static double[] Scaled(ProbeSample sample, double[] u) => [.. u.Select(v => v * sample.Resistivity.Value / (2 * Math.PI))];
}
