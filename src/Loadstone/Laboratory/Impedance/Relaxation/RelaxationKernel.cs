using System.Numerics;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Impedance.Relaxation;

/// <summary>
/// The weighted equations of a distribution that is linear between nodes in ln τ: three columns for R∞, L and the tail, then one a node.
/// Each holds ∫ hat(ln τ)/(1 + jωτ) d ln τ by the moments of the hat, exact to the sixth order of the spacing.
/// </summary>
internal sealed class RelaxationKernel
{
    internal const int Extra = 3;
    private const int MostNodes = 96;

    internal RelaxationKernel(Spectrum spectrum, LowFrequencyTail tail, SpectrumWeighting weighting, double margin)
    {
        int n = spectrum.Count;
        double fast = -Math.Log(2 * Math.PI * spectrum.Frequency[0]) - margin * Math.Log(10), slow = -Math.Log(2 * Math.PI * spectrum.Frequency[^1]) + margin * Math.Log(10);
        double decades = (slow - fast) / Math.Log(10);
        Nodes = Math.Max(3, (int)Math.Min(MostNodes, Math.Ceiling(12 * decades) + 1));
        Spacing = (slow - fast) / (Nodes - 1);
        LogTau = [.. Enumerable.Range(0, Nodes).Select(m => fast + m * Spacing)];
        (Columns, Points) = (Nodes + Extra, n);
        Weights = Weighting.Of(spectrum, weighting);

        // Weights of mean 1 leave λ a number that does not depend on the size of the cell.
        double mean = Weights.Average();
        for (int i = 0; i < n; i++) Weights[i] /= mean;
        InductanceScale = Math.Exp(fast);
        TailScale = tail == LowFrequencyTail.Capacitance ? 2 * Math.PI * spectrum.Frequency[^1] : Math.Sqrt(2 * Math.PI * spectrum.Frequency[^1]);
        Rows = new double[2 * n * Columns];
        Data = new double[2 * n];
        for (int i = 0; i < n; i++) Fill(i, 2 * Math.PI * spectrum.Frequency[i], spectrum.Impedance[i] * Weights[i], tail);
    }

    internal int Nodes { get; }

    internal int Columns { get; }

    internal int Points { get; }

    internal double Spacing { get; }

    internal double InductanceScale { get; }

    internal double TailScale { get; }

    internal double[] LogTau { get; }

    internal double[] Weights { get; }

    /// <summary>The matrix row by row: all real parts, then all imaginary ones.</summary>
    internal double[] Rows { get; }

    internal double[] Data { get; }

    internal Span<double> Row(int i) => Rows.AsSpan(i * Columns, Columns);

    private void Fill(int i, double omega, Complex z, LowFrequencyTail tail)
    {
        double w = Weights[i], h = Spacing;
        Span<double> re = Row(i), im = Row(Points + i);
        (Data[i], Data[Points + i]) = (z.Real, z.Imaginary);
        (re[0], im[1]) = (w, w * omega * InductanceScale);
        Complex t = Tails.Column(tail, omega) * (TailScale * w);
        (re[2], im[2]) = (t.Real, t.Imaginary);
        for (int m = 0; m < Nodes; m++)
        {
            // K = 1/(1 + jωτ) and its derivatives with respect to ln τ follow from K′ = K² − K.
            Complex k = 1 / new Complex(1, omega * Math.Exp(LogTau[m]));
            Complex k1 = k * k - k, slope = 2 * k - 1, k2 = slope * k1, k3 = 2 * k1 * k1 + slope * k2, k4 = 6 * k1 * k2 + slope * k3;
            Complex value = (w * h) * (k + h * h / 12 * k2 + h * h * h * h / 360 * k4);
            (re[m + Extra], im[m + Extra]) = (value.Real, value.Imaginary);
        }
    }

    /// <summary>AᵀA of some rows, added to a matrix.</summary>
    internal void AddNormal(int firstRow, int lastRow, Span<double> h, Span<double> c)
    {
        for (int i = firstRow; i < lastRow; i++)
        {
            ReadOnlySpan<double> row = Row(i);
            Dense.Add(Data[i], row, c);
            for (int a = 0; a < Columns; a++)
            {
                if (row[a] != 0) Dense.Add(row[a], row, h.Slice(a * Columns, Columns));
            }
        }
    }

    /// <summary>∫(γ″)² d ln τ with γ = 0 outside, as a matrix of the nodes.</summary>
    internal double[] Penalty()
    {
        int n = Nodes;
        double[] matrix = new double[n * n];
        double scale = 1 / (Spacing * Spacing * Spacing);
        ReadOnlySpan<double> difference = [1, -2, 1];
        for (int centre = 0; centre < n; centre++)
        {
            for (int a = -1; a <= 1; a++)
            {
                for (int b = -1; b <= 1; b++)
                {
                    int i = centre + a, j = centre + b;
                    if (i >= 0 && i < n && j >= 0 && j < n) matrix[i * n + j] += scale * difference[a + 1] * difference[b + 1];
                }
            }
        }
        return matrix;
    }
}
