namespace Loadstone.Laboratory.Regression;

/// <summary>
/// A cubic through the points about a place, by least squares with Gaussian weights (Fan and Gijbels, Local Polynomial Modelling, 1996):
/// value, slope, curvature there and their errors from the scatter of those points.
/// </summary>
/// <param name="X">The place.</param>
/// <param name="Value">Value of the cubic.</param>
/// <param name="Slope">First derivative.</param>
/// <param name="Curvature">Second derivative.</param>
/// <param name="Third">Third derivative.</param>
/// <param name="ValueError">Standard error of the value.</param>
/// <param name="SlopeError">Standard error of the slope.</param>
/// <param name="CurvatureError">Standard error of the curvature.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom of the errors: of so many points of even weight.</param>
public readonly record struct LocalCubic(double X, double Value, double Slope, double Curvature, double Third, double ValueError, double SlopeError, double CurvatureError,
    double DegreesOfFreedom)
{
    /// <summary>A place of which nothing is known.</summary>
    /// <param name="x">The place.</param>
    public static LocalCubic Missing(double x) => new(x, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>The value with its error.</summary>
    internal Estimate ValueEstimate => new(Value, ValueError, DegreesOfFreedom);

    /// <summary>The slope with its error.</summary>
    internal Estimate SlopeEstimate => new(Slope, SlopeError, DegreesOfFreedom);

    private const double Reach = 3.5; // bandwidths beyond which weights are below 0.3 %
    private const int Terms = 4, FewestPoints = 8;

    /// <summary>The fit at a place, or null where too few points stand about it.</summary>
    /// <param name="x">The place.</param>
    /// <param name="abscissae">Abscissae of the points, rising.</param>
    /// <param name="ordinates">Ordinates, as many.</param>
    /// <param name="bandwidth">Standard deviation of the weights.</param>
    public static LocalCubic? At(double x, ReadOnlySpan<double> abscissae, ReadOnlySpan<double> ordinates, double bandwidth)
    {
        int first = Below(abscissae, x - Reach * bandwidth), last = Below(abscissae, x + Reach * bandwidth);
        if (last - first < FewestPoints) return null;
        // Σ w u^k and Σ w² u^k in u = (abscissa − x)/bandwidth: one pass gives the fit, another its errors.
        Span<double> moments = stackalloc double[2 * Terms - 1], squares = stackalloc double[2 * Terms - 1], right = stackalloc double[Terms];
        moments.Clear();
        squares.Clear();
        right.Clear();
        for (int k = first; k < last; k++)
        {
            double u = (abscissae[k] - x) / bandwidth, w = Math.Exp(-u * u / 2), power = w;
            for (int j = 0; j < 2 * Terms - 1; j++, power *= u)
            {
                moments[j] += power;
                squares[j] += w * power;
                if (j < Terms) right[j] += power * ordinates[k];
            }
        }
        Span<double> inverse = stackalloc double[Terms * Terms];
        if (!Invert(moments, inverse)) return null;
        Span<double> c = stackalloc double[Terms];
        c.Clear();
        for (int a = 0; a < Terms; a++)
        {
            for (int b = 0; b < Terms; b++) c[a] += inverse[a * Terms + b] * right[b];
        }
        double sum = 0;
        for (int k = first; k < last; k++)
        {
            double u = (abscissae[k] - x) / bandwidth, residual = ordinates[k] - (c[0] + u * (c[1] + u * (c[2] + u * c[3])));
            sum += Math.Exp(-u * u / 2) * residual * residual;
        }
        // Degrees of freedom of a weighted fit: tr(W) − tr((XᵀWX)⁻¹ XᵀW²X).
        double lost = 0;
        for (int a = 0; a < Terms; a++)
        {
            for (int b = 0; b < Terms; b++) lost += inverse[a * Terms + b] * squares[a + b];
        }
        double left = Math.Max(moments[0] - lost, double.Epsilon), variance = sum / left;
        Span<double> error = stackalloc double[3];
        for (int a = 0; a < 3; a++)
        {
            double total = 0;
            for (int i = 0; i < Terms; i++)
            {
                for (int j = 0; j < Terms; j++) total += inverse[a * Terms + i] * squares[i + j] * inverse[a * Terms + j];
            }
            error[a] = Math.Sqrt(Math.Max(0, total * variance));
        }
        double h = bandwidth;
        return new LocalCubic(x, c[0], c[1] / h, 2 * c[2] / (h * h), 6 * c[3] / (h * h * h), error[0], error[1] / h, 2 * error[2] / (h * h),
            left * moments[0] / squares[0]);
    }

    private static int Below(ReadOnlySpan<double> values, double x)
    {
        int low = 0, high = values.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (values[middle] < x) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    // Inverse of the symmetric matrix of moments, by Gauss and Jordan with the moments scaled to order one.
    private static bool Invert(ReadOnlySpan<double> moments, Span<double> inverse)
    {
        Span<double> a = stackalloc double[Terms * Terms];
        double scale = moments[0];
        if (!(scale > 0)) return false;
        for (int i = 0; i < Terms; i++)
        {
            for (int j = 0; j < Terms; j++)
            {
                a[i * Terms + j] = moments[i + j] / scale;
                inverse[i * Terms + j] = i == j ? 1 / scale : 0;
            }
        }
        for (int p = 0; p < Terms; p++)
        {
            double pivot = a[p * Terms + p];
            if (!(pivot > 1e-9)) return false; // points at fewer than four different places
            for (int j = 0; j < Terms; j++)
            {
                a[p * Terms + j] /= pivot;
                inverse[p * Terms + j] /= pivot;
            }
            for (int i = 0; i < Terms; i++)
            {
                double factor = a[i * Terms + p];
                if (i == p || factor == 0) continue;
                for (int j = 0; j < Terms; j++)
                {
                    a[i * Terms + j] -= factor * a[p * Terms + j];
                    inverse[i * Terms + j] -= factor * inverse[p * Terms + j];
                }
            }
        }
        return true;
    }
}
