namespace Loadstone.Laboratory.Imaging.Surfaces;

/// <summary>Heights of a surface about its plane.</summary>
/// <param name="Levelled">Heights above the least-squares plane.</param>
/// <param name="SlopeX">Slope of the plane along a row.</param>
/// <param name="SlopeY">Slope of the plane along a column.</param>
/// <param name="ArithmeticMean">Arithmetical mean height Sa [m], with the error that the spread over sub-areas tells.</param>
/// <param name="RootMeanSquare">Root mean square height Sq [m], likewise.</param>
/// <param name="HighestPeak">Sp [m], the largest height.</param>
/// <param name="DeepestPit">Sv [m], the depth of the lowest point.</param>
/// <param name="LocalMaximumHeight">Mean of Sz over the sub-areas [m].</param>
/// <param name="SubAreas">Sub-areas along each side.</param>
/// <param name="Missing">Share of the points that have no height.</param>
public sealed record RoughnessResult(
    HeightMap Levelled, double SlopeX, double SlopeY, Estimate ArithmeticMean, Estimate RootMeanSquare, double HighestPeak, double DeepestPit,
    Estimate LocalMaximumHeight, int SubAreas, double Missing)
{
    /// <summary>Maximum height Sz = Sp + Sv [m].</summary>
    public double MaximumHeight => HighestPeak + DeepestPit;
}

/// <summary>
/// Height parameters of ISO 25178-2:2021 over the whole map after a least-squares plane: Sa the mean of |z|, Sq the root of the mean of z²,
/// Sz the distance of the highest and the lowest point. No filter is applied.
/// </summary>
public static class Roughness
{
    private const int MostSubAreas = 4, FewestPoints = 64;
    private const double LeastFilled = 0.5;

    /// <summary>Analyses a map.</summary>
    /// <param name="map">Heights.</param>
    /// <exception cref="InputException">The heights lie on one line.</exception>
    public static RoughnessResult Analyse(HeightMap map)
    {
        (HeightMap levelled, double slopeX, double slopeY) = map.Level();
        double[,] z = levelled.Heights;
        Area whole = Area.Of(z, 0, map.Rows, 0, map.Columns);
        int side = MostSubAreas;
        while (side > 1 && map.Rows / side * (map.Columns / side) < FewestPoints) side--;
        var parts = new List<Area>();
        for (int i = 0; i < side * side; i++)
        {
            int row = i / side, column = i % side;
            Area part = Area.Of(z, map.Rows * row / side, map.Rows * (row + 1) / side, map.Columns * column / side, map.Columns * (column + 1) / side);
            if (part.Count >= LeastFilled * z.Length / (side * side)) parts.Add(part);
        }
        // Means over sub-areas are independent where those are much larger than the surface's features; their spread is the error of their mean.
        Estimate mean = Estimate.MeanOf([.. parts.Select(p => p.Absolute)]), square = Estimate.MeanOf([.. parts.Select(p => p.Square)]);
        double rms = Math.Sqrt(whole.Square);
        return new RoughnessResult(
            levelled, slopeX, slopeY, mean with { Value = whole.Absolute }, square.Through(rms, rms > 0 ? 0.5 / rms : 0), whole.High, -whole.Low,
            Estimate.MeanOf([.. parts.Select(p => p.High - p.Low)]), side, 1 - whole.Count / (double)z.Length);
    }

    private readonly record struct Area(int Count, double Absolute, double Square, double Low, double High)
    {
        public static Area Of(double[,] z, int fromRow, int toRow, int fromColumn, int toColumn)
        {
            int count = 0;
            double absolute = 0, square = 0, low = double.PositiveInfinity, high = double.NegativeInfinity;
            for (int row = fromRow; row < toRow; row++)
            {
                for (int column = fromColumn; column < toColumn; column++)
                {
                    double height = z[row, column];
                    if (double.IsNaN(height)) continue;
                    count++;
                    absolute += Math.Abs(height);
                    square += height * height;
                    low = Math.Min(low, height);
                    high = Math.Max(high, height);
                }
            }
            return new Area(count, absolute / count, square / count, low, high);
        }
    }
}
