namespace Loadstone.Laboratory.Peaks;

/// <summary>
/// Peaks on a polynomial. Parameters: the polynomial in (x − centre)/half, then of each peak position, height, full width at half of the height, and
/// where the shape has them the Lorentz part η and the skew a, by which the half-widths are w (1 ± a)/2 to the left and to the right.
/// </summary>
/// <param name="Degree">Degree of the polynomial; −1 for none.</param>
/// <param name="Centre">Middle of the range.</param>
/// <param name="Half">Half of the range.</param>
/// <param name="Shape">Shape of all peaks.</param>
/// <param name="Satellite">The line that follows each peak, or null.</param>
internal sealed record PeakModel(int Degree, double Centre, double Half, PeakShape Shape, Satellite? Satellite)
{
    internal const int Position = 0, Height = 1, Width = 2, Mixing = 3, Skew = 4;

    /// <summary>Parameters of one peak.</summary>
    internal int PerPeak => Shape switch { PeakShape.Gaussian or PeakShape.Lorentzian => 3, PeakShape.PseudoVoigt => 4, _ => 5 };

    /// <summary>Index of a peak's first parameter.</summary>
    internal int First(int peak) => Degree + 1 + peak * PerPeak;

    /// <summary>Adds the model to values and, where rows are given, writes the derivatives.</summary>
    /// <param name="p">Parameters.</param>
    /// <param name="x">Abscissae.</param>
    /// <param name="values">Where the values are added.</param>
    /// <param name="rows">One row of zeros a parameter, or null.</param>
    internal void Add(ReadOnlySpan<double> p, ReadOnlySpan<double> x, Span<double> values, double[][]? rows)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double u = (x[i] - Centre) / Half, power = 1;
            for (int k = 0; k <= Degree; k++, power *= u)
            {
                values[i] += p[k] * power;
                if (rows is not null) rows[k][i] = power;
            }
        }
        for (int peak = 0; First(peak) < p.Length; peak++)
        {
            int first = First(peak);
            AddLine(p.Slice(first, PerPeak), p[first], 1, 1, x, values, rows, first);
            if (Satellite is null) continue;
            (double place, double slope) = Satellite.Place(p[first]);
            AddLine(p.Slice(first, PerPeak), place, slope, Satellite.Share, x, values, rows, first);
        }
    }

    /// <summary>One peak without its satellite, at one abscissa.</summary>
    internal double Peak(ReadOnlySpan<double> p, int peak, double x)
    {
        Span<double> value = [0];
        ReadOnlySpan<double> own = p.Slice(First(peak), PerPeak);
        AddLine(own, own[Position], 1, 1, [x], value, null, 0);
        return value[0];
    }

    /// <summary>Area of a peak over height times width, and its derivative by η.</summary>
    internal (double Factor, double ByMixing) AreaFactor(ReadOnlySpan<double> own)
    {
        double lorentz = Math.PI / 2, gauss = Math.Sqrt(Math.PI / Math.Log(2)) / 2, mixing = MixingOf(own);
        return (mixing * lorentz + (1 - mixing) * gauss, lorentz - gauss);
    }

    private double MixingOf(ReadOnlySpan<double> own) => Shape switch { PeakShape.Gaussian => 0, PeakShape.Lorentzian => 1, _ => own[Mixing] };

    private void AddLine(ReadOnlySpan<double> own, double place, double slope, double share, ReadOnlySpan<double> x, Span<double> values, double[][]? rows, int first)
    {
        double height = own[Height] * share, width = own[Width], eta = MixingOf(own), skew = Shape == PeakShape.Asymmetric ? own[Skew] : 0;
        double log2 = Math.Log(2);
        for (int i = 0; i < x.Length; i++)
        {
            double side = x[i] < place ? 1 : -1, half = width * (1 + side * skew) / 2, t = (x[i] - place) / half;
            double lorentz = 1 / (1 + t * t), gauss = Math.Exp(-log2 * t * t), profile = eta * lorentz + (1 - eta) * gauss;
            values[i] += height * profile;
            if (rows is null) continue;
            double byDistance = -2 * t * height * (eta * lorentz * lorentz + (1 - eta) * log2 * gauss);
            rows[first + Position][i] -= byDistance / half * slope;
            rows[first + Height][i] += share * profile;
            rows[first + Width][i] -= byDistance * t / width;
            if (PerPeak > Mixing) rows[first + Mixing][i] += height * (lorentz - gauss);
            if (PerPeak > Skew) rows[first + Skew][i] -= byDistance * t * side / (1 + side * skew);
        }
    }
}
