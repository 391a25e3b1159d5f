using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Interfaces;

/// <summary>
/// The straight interface of a cell: of all lines that leave the cell's own liquid behind them, the one that comes nearest to the liquid of the eight
/// neighbours, each weighed by its pore (least-squares reconstruction: E. G. Puckett et al., J. Comput. Phys. 130, 269 (1997)), found by Gauss–Newton steps
/// from the gradient of the shares. A straight interface comes out exactly, at walls too.
/// </summary>
internal sealed class InterfaceNormals(PoreShapes shapes)
{
    // A turn after which the next one, of the order of its square, is not worth its price.
    private const double SmallTurn = 0.03;

    private const double LargestTurn = 0.4;

    private const int MostTurns = 2;

    private readonly int[] _around =
    [
        -shapes.Stride - 1, -shapes.Stride, -shapes.Stride + 1, -1, 1, shapes.Stride - 1, shapes.Stride, shapes.Stride + 1,
    ];

    /// <summary>The liquid's half-plane in a mixed cell, counted from the anchor of its pore.</summary>
    /// <param name="place">Place of the cell.</param>
    /// <param name="shares">Shares of liquid by source.</param>
    public HalfPlane At(int place, ReadOnlySpan<double> shares)
    {
        double liquid = shares[shapes.Sources[place]] * shapes.Area(place);
        (double nx, double ny) = FromGradient(place, shares);
        (double keptX, double keptY, double kept, double turn) = (nx, ny, double.PositiveInfinity, 0);
        for (int k = 0; k < MostTurns; k++)
        {
            (double misfit, double next) = Misfit(place, shares, shapes.Fill(place, nx, ny, liquid));
            if (misfit <= kept) (keptX, keptY, kept, turn) = (nx, ny, misfit, next);
            else turn /= 2;
            (nx, ny) = Turn(keptX, keptY, turn);
            if (Math.Abs(turn) < SmallTurn) break;
        }
        return shapes.Fill(place, nx, ny, liquid);
    }

    // Least squares of the differences to the neighbours, the farther ones with less weight.
    private (double X, double Y) FromGradient(int place, ReadOnlySpan<double> shares)
    {
        double own = shares[shapes.Sources[place]], xx = 1e-6, xy = 0, yy = 1e-6, bx = 0, by = 0;
        for (int k = 0; k < 8; k++)
        {
            int at = place + _around[k];
            if (shapes.IsSolid(at)) continue;
            (double dx, double dy) = Offset(k);
            double weight = shapes.Area(at) / (dx * dx + dy * dy), difference = shares[shapes.Sources[at]] - own;
            xx += weight * dx * dx;
            xy += weight * dx * dy;
            yy += weight * dy * dy;
            bx += weight * dx * difference;
            by += weight * dy * difference;
        }
        double gx = bx * yy - by * xy, gy = by * xx - bx * xy, length = Math.Sqrt(gx * gx + gy * gy);
        // Where the neighbours say nothing the liquid is taken to lie above, whence it comes.
        return length > 0 ? (-gx / length, -gy / length) : (0, -1);
    }

    // Squares of the neighbours' misfits, and the turn of the line about its middle that would make them least.
    private (double Misfit, double Turn) Misfit(int place, ReadOnlySpan<double> shares, HalfPlane half)
    {
        PlanePoint anchor = shapes.Anchor(place);
        (double nx, double ny) = (half.NormalX, half.NormalY);
        HalfPlane own = half with { Distance = half.Distance + nx * anchor.X + ny * anchor.Y };
        double pivot = shapes.Behind(place, own).Middle, misfit = 0, slope = 0, curvature = 1e-30;
        for (int k = 0; k < 8; k++)
        {
            int at = place + _around[k];
            if (shapes.IsSolid(at)) continue;
            (double dx, double dy) = Offset(k);
            Cut cut = shapes.Behind(at, own with { Distance = own.Distance - nx * dx - ny * dy });
            double error = cut.Area - shares[shapes.Sources[at]] * shapes.Area(at);
            // Points ahead of the pivot leave the liquid as the normal turns towards them.
            double change = -cut.Length * (cut.Middle + nx * dy - ny * dx - pivot);
            misfit += error * error;
            slope += change * error;
            curvature += change * change;
        }
        return (misfit, Math.Clamp(-slope / curvature, -LargestTurn, LargestTurn));
    }

    private static (double X, double Y) Turn(double nx, double ny, double turn)
    {
        double x = nx - turn * ny, y = ny + turn * nx, length = Math.Sqrt(x * x + y * y);
        return (x / length, y / length);
    }

    private static (double X, double Y) Offset(int k) => ((k + (k > 3 ? 1 : 0)) % 3 - 1, (k + (k > 3 ? 1 : 0)) / 3 - 1);
}
