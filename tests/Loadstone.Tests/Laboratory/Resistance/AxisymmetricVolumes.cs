using Loadstone.Laboratory.Resistance;

namespace Loadstone.Tests.Laboratory.Resistance;

/// <summary>
/// The same stack by finite volumes in r and z: rings that grow outwards, current through a small disc in the middle, φ = 0 at a rim so far away
/// that the potential there no longer depends on z.
/// </summary>
internal sealed class AxisymmetricVolumes
{
    private const int Rings = 280, CoatingLayers = 48, FoilLayers = 2, Layers = CoatingLayers + FoilLayers;
    private const double Disc = 2e-6;

    private readonly double[] _centres = new double[Rings];
    private readonly double[] _surface = new double[Rings];

    public AxisymmetricVolumes(double thickness, double resistivity, double interfaceResistance, FoilSheet foil)
    {
        double rim = 30 * Math.Max(Math.Sqrt((interfaceResistance + resistivity * thickness) * thickness / resistivity), thickness);
        double[] edges = [0, .. Enumerable.Range(0, Rings).Select(i => Disc * Math.Pow(rim / Disc, i / (Rings - 1.0)))];
        // Layers are thin at the surface, where the current enters.
        double[] depth = [.. Enumerable.Range(0, CoatingLayers + 1).Select(j => thickness * Math.Pow(j / (double)CoatingLayers, 2))];
        double Height(int j) => j < CoatingLayers ? depth[j + 1] - depth[j] : foil.Thickness / FoilLayers;
        double Rho(int j) => j < CoatingLayers ? resistivity : foil.Resistivity;
        for (int i = 0; i < Rings; i++) _centres[i] = i == 0 ? Disc / 2 : Math.Sqrt(edges[i] * edges[i + 1]);

        // Unknowns run over z within r: a band of the width of one column, factorised by Cholesky.
        int n = Rings * Layers;
        double[,] band = new double[n, Layers + 1];
        double[] right = new double[n];
        right[0] = 2 * Math.PI / resistivity;
        for (int i = 0; i < Rings; i++)
        {
            double area = Math.PI * (edges[i + 1] * edges[i + 1] - edges[i] * edges[i]);
            for (int j = 0; j < Layers; j++)
            {
                int at = i * Layers + j;
                if (j + 1 < Layers) Connect(at, at + 1, area / (Height(j) * Rho(j) / 2 + Height(j + 1) * Rho(j + 1) / 2 + (j + 1 == CoatingLayers ? interfaceResistance : 0)));
                double outwards = 2 * Math.PI * Height(j) / Rho(j);
                if (i + 1 < Rings) Connect(at, at + Layers, outwards / Math.Log(_centres[i + 1] / _centres[i]));
                else band[at, 0] += outwards / Math.Log(edges[^1] / _centres[i]);
            }
        }
        Solve(band, right);
        for (int i = 0; i < Rings; i++) _surface[i] = right[i * Layers];

        void Connect(int a, int b, double conductance)
        {
            band[a, 0] += conductance;
            band[b, 0] += conductance;
            band[b, b - a] -= conductance;
        }
    }

    /// <summary>u by a straight line in ln r between rings [1/m].</summary>
    public double At(double distance)
    {
        int i = Array.FindIndex(_centres, c => c > distance);
        double part = Math.Log(distance / _centres[i - 1]) / Math.Log(_centres[i] / _centres[i - 1]);
        return _surface[i - 1] + part * (_surface[i] - _surface[i - 1]);
    }

    // band[row, d] is the entry d left of the diagonal.
    private static void Solve(double[,] band, double[] x)
    {
        int n = x.Length, width = band.GetLength(1) - 1;
        for (int row = 0; row < n; row++)
        {
            for (int d = Math.Min(width, row); d >= 0; d--)
            {
                int column = row - d;
                double sum = band[row, d];
                for (int e = d + 1; e <= Math.Min(width, row) && e - d <= width; e++) sum -= band[row, e] * band[column, e - d];
                band[row, d] = d == 0 ? Math.Sqrt(sum) : sum / band[column, 0];
            }
            for (int d = 1; d <= Math.Min(width, row); d++) x[row] -= band[row, d] * x[row - d];
            x[row] /= band[row, 0];
        }
        for (int row = n - 1; row >= 0; row--)
        {
            x[row] /= band[row, 0];
            for (int d = 1; d <= Math.Min(width, row); d++) x[row - d] -= band[row, d] * x[row];
        }
    }
}
