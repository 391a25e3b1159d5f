namespace Loadstone.Laboratory.Imaging.Surfaces;

/// <summary>Heights of a surface on a regular grid.</summary>
/// <param name="Source">The file.</param>
/// <param name="Heights">Heights z [m] by row (y) and column (x); NaN where there is none.</param>
/// <param name="StepX">Distance of two columns [m].</param>
/// <param name="StepY">Distance of two rows [m].</param>
public sealed record HeightMap(string Source, double[,] Heights, double StepX, double StepY)
{
    /// <summary>Fewest rows and columns.</summary>
    public const int FewestPoints = 3;

    /// <summary>Heights z [m] by row and column.</summary>
    /// <exception cref="InputException">There are fewer than three rows or columns, or fewer than nine heights.</exception>
    public double[,] Heights { get; } = Checked(Source, Heights);

    /// <summary>Distance of two columns [m].</summary>
    public double StepX { get; } = Require.Positive(StepX, "m");

    /// <summary>Distance of two rows [m].</summary>
    public double StepY { get; } = Require.Positive(StepY, "m");

    /// <summary>Rows.</summary>
    public int Rows => Heights.GetLength(0);

    /// <summary>Columns.</summary>
    public int Columns => Heights.GetLength(1);

    /// <summary>
    /// The map without its least-squares plane z = a + b x + c y, and the plane's slopes b and c: the form that ISO 25178 calls the F-operator.
    /// </summary>
    public (HeightMap Levelled, double SlopeX, double SlopeY) Level()
    {
        // Sums about the middle of the grid; points without a height make the axes unequal, so all of the 3 × 3 system is kept.
        double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0, sz = 0, sxz = 0, syz = 0;
        double middleX = (Columns - 1) / 2.0, middleY = (Rows - 1) / 2.0;
        for (int row = 0; row < Rows; row++)
        {
            double y = row - middleY;
            for (int column = 0; column < Columns; column++)
            {
                double z = Heights[row, column], x = column - middleX;
                if (double.IsNaN(z)) continue;
                n++;
                (sx, sy, sxx, sxy, syy) = (sx + x, sy + y, sxx + x * x, sxy + x * y, syy + y * y);
                (sz, sxz, syz) = (sz + z, sxz + x * z, syz + y * z);
            }
        }
        double a = sxx - sx * sx / n, b = sxy - sx * sy / n, c = syy - sy * sy / n, u = sxz - sx * sz / n, v = syz - sy * sz / n;
        double determinant = a * c - b * b;
        if (!(determinant > 1e-9 * a * c)) throw new InputException("the heights lie on one line; expected an area.", file: Source);
        double slopeX = (u * c - v * b) / determinant, slopeY = (v * a - u * b) / determinant, middle = (sz - slopeX * sx - slopeY * sy) / n;
        double[,] flat = new double[Rows, Columns];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++) flat[row, column] = Heights[row, column] - (middle + slopeX * (column - middleX) + slopeY * (row - middleY));
        }
        return (new HeightMap(Source, flat, StepX, StepY), slopeX / StepX, slopeY / StepY);
    }

    private static double[,] Checked(string source, double[,] heights)
    {
        int rows = heights.GetLength(0), columns = heights.GetLength(1), found = 0;
        if (rows < FewestPoints || columns < FewestPoints)
            throw new InputException(FormattableString.Invariant($"the height map has {rows} rows and {columns} columns; expected {FewestPoints} or more of each."), file: source);
        foreach (double height in heights)
        {
            if (double.IsFinite(height)) found++;
            else if (double.IsInfinity(height)) throw new InputException("a height is infinite; expected finite heights, or NaN where there is none.", file: source);
        }
        return found >= FewestPoints * FewestPoints ? heights : throw new InputException(FormattableString.Invariant($"only {found} points have a height; expected {FewestPoints * FewestPoints} or more."), file: source);
    }
}
