using Loadstone.Laboratory;
using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Transport;
using MathNet.Numerics.LinearAlgebra;
using static Loadstone.Tests.Laboratory.Trials.TransportTrials;

namespace Loadstone.Tests.Laboratory.Transport;

public class RestrictedDiffusionTests
{
    private static readonly MeasuredLayer Single = new(Estimate.Exact(Thickness), Estimate.Exact(0.41));

    private static readonly DiffusionLayer[] Stack = [new(25e-6, 0.41, 2.6), new(120e-6, 0.35, 4.2), new(25e-6, 0.41, 2.6)];

    /// <summary>The faster modes must not leak into the slope: the series of all modes is fitted by its slowest.</summary>
    [Fact]
    public void Clean_series_gives_the_tortuosity_back()
    {
        double[] t = [.. Enumerable.Range(0, 600).Select(i => 8 / Rate * i / 599)];
        RestrictedDiffusionResult found = RestrictedDiffusion.Analyse(t, [.. t.Select(Voltage)], [Single], Estimate.Exact(Diffusivity));
        found.Tortuosity.Value.ShouldBe(Tortuosity, Tortuosity * 1e-3);
        found.Decay.WindowStart.ShouldBeInRange(1 / Rate, 1.5 / Rate);
    }

    [Fact]
    public void One_layer_cut_into_three_relaxes_as_one()
    {
        DiffusionLayer[] cut = [new(20e-6, 0.41, 2.6), new(50e-6, 0.41, 2.6), new(30e-6, 0.41, 2.6)];
        for (int mode = 1; mode <= 3; mode++) DiffusionStack.DecayRate(cut, Diffusivity, mode).ShouldBe(mode * mode * Rate, 1e-10 * Rate);
    }

    /// <summary>The rates of the Prüfer angle against the eigenvalues of a finite-volume matrix, extrapolated in the mesh.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Stack_relaxes_as_finite_volumes_do(int mode)
    {
        double coarse = FiniteVolumes(Stack, Diffusivity, 40, mode), fine = FiniteVolumes(Stack, Diffusivity, 80, mode);
        DiffusionStack.DecayRate(Stack, Diffusivity, mode).ShouldBe(fine + (fine - coarse) / 3, 1e-5 * fine);
    }

    /// <summary>A stack followed in time by finite volumes: the electrode's own tortuosity comes back, not that of the whole.</summary>
    [Fact]
    public void Electrode_between_separators_gives_its_own_tortuosity()
    {
        (double[] t, double[] v) = Polarised(Stack, 60);
        MeasuredLayer separator = new(Estimate.Exact(25e-6), Estimate.Exact(0.41), Estimate.Exact(2.6)), electrode = new(Estimate.Exact(120e-6), Estimate.Exact(0.35));
        RestrictedDiffusionResult found = RestrictedDiffusion.Analyse(t, v, [separator, electrode, separator], Estimate.Exact(Diffusivity));
        found.Tortuosity.Value.ShouldBe(4.2, 4.2 * 1e-3);
        found.MacMullinNumber.Value.ShouldBe(4.2 / 0.35, 4.2 / 0.35 * 1e-3);
    }

    /// <summary>τ goes with D and 1/L²: relative errors of 3 % and 2 % give 5 %.</summary>
    [Fact]
    public void Errors_of_inputs_are_carried_through()
    {
        double[] t = [.. Enumerable.Range(0, 600).Select(i => 8 / Rate * i / 599)];
        MeasuredLayer layer = new(new Estimate(Thickness, 0.02 * Thickness), Estimate.Exact(0.41));
        RestrictedDiffusionResult found = RestrictedDiffusion.Analyse(t, [.. t.Select(Voltage)], [layer], new Estimate(Diffusivity, 0.03 * Diffusivity));
        (found.Tortuosity.StandardError / found.Tortuosity.Value).ShouldBe(0.05, 1e-4);
        found.FromDataAlone.StandardError.ShouldBeLessThan(1e-3 * Tortuosity);
    }

    [Fact]
    public void Short_rest_is_told()
    {
        double[] t = [.. Enumerable.Range(0, 100).Select(i => 0.8 / Rate * i / 99)];
        InputException e = Should.Throw<InputException>(() => RestrictedDiffusion.Analyse(t, [.. t.Select(Voltage)], [Single], Estimate.Exact(Diffusivity), "short.csv"));
        e.Message.ShouldStartWith("short.csv");
        e.Message.ShouldContain("rest");
    }

    [Fact]
    public void Two_open_tortuosities_are_refused() =>
        Should.Throw<InputException>(() => RestrictedDiffusion.Analyse([1], [1], [Single, Single], Estimate.Exact(Diffusivity))).Message.ShouldContain("2 of 2 layers");

    /// <summary>The rest begins after the last row with current; pauses before the polarisation do not count.</summary>
    [Fact]
    public void Rest_is_what_follows_the_current()
    {
        double[] t = [.. Enumerable.Range(0, 40).Select(i => (double)i)], current = [.. t.Select(x => x is >= 10 and < 15 ? 1e-3 : 0)];
        RestInterval rest = RestInterval.Of(new Recording("file", [(RecordColumns.TestTime, t), (RecordColumns.Voltage, t), (RecordColumns.Current, current)]));
        rest.Time[0].ShouldBe(1);
        rest.Voltage[0].ShouldBe(15);
        rest.Time.Length.ShouldBe(25);
    }

    private static (double[] Time, double[] Voltage) Polarised(DiffusionLayer[] layers, int cells)
    {
        (Matrix<double> a, double[] width, double[] porosity) = Matrix(layers, Diffusivity, cells);
        int n = width.Length;
        // A steady current: salt enters at one face and leaves at the other.
        Vector<double> source = Vector<double>.Build.Dense(n);
        source[0] = 1 / (width[0] * porosity[0]);
        source[n - 1] = -1 / (width[n - 1] * porosity[n - 1]);
        Matrix<double> regular = a.Clone();
        for (int i = 0; i < n; i++) regular[n - 1, i] = width[i] * porosity[i];
        Vector<double> right = -source;
        right[n - 1] = 0;
        Vector<double> c = regular.Solve(right);
        c = c * (5e-3 / c.AbsoluteMaximum());
        double rate = DiffusionStack.DecayRate(layers, Diffusivity), dt = 0.005 / rate;
        Matrix<double> half = Matrix<double>.Build.DenseIdentity(n);
        Matrix<double> step = (half - a * (dt / 2)).Solve(half + a * (dt / 2));
        var t = new double[1000];
        var v = new double[1000];
        for (int i = 0; i < t.Length; i++)
        {
            (t[i], v[i]) = (i * dt, c[0] - c[n - 1]);
            c = step * c;
        }
        return (t, v);
    }

    private static double FiniteVolumes(DiffusionLayer[] layers, double diffusivity, int cells, int mode) =>
        -Matrix(layers, diffusivity, cells).Matrix.Evd().EigenValues.Select(v => v.Real).OrderDescending().ElementAt(mode);

    // dc/dt = A c of cells with harmonic conductances.
    private static (Matrix<double> Matrix, double[] Width, double[] Porosity) Matrix(DiffusionLayer[] layers, double diffusivity, int cells)
    {
        double[] width = [.. layers.SelectMany(l => Enumerable.Repeat(l.Thickness / cells, cells))], porosity = [.. layers.SelectMany(l => Enumerable.Repeat(l.Porosity, cells))];
        double[] effective = [.. layers.SelectMany(l => Enumerable.Repeat(l.Porosity * diffusivity / l.Tortuosity, cells))];
        Matrix<double> a = Matrix<double>.Build.Dense(width.Length, width.Length);
        for (int i = 0; i + 1 < width.Length; i++)
        {
            double g = 1 / (width[i] / (2 * effective[i]) + width[i + 1] / (2 * effective[i + 1]));
            a[i, i] -= g / (width[i] * porosity[i]);
            a[i, i + 1] += g / (width[i] * porosity[i]);
            a[i + 1, i + 1] -= g / (width[i + 1] * porosity[i + 1]);
            a[i + 1, i] += g / (width[i + 1] * porosity[i + 1]);
        }
        return (a, width, porosity);
    }
}
