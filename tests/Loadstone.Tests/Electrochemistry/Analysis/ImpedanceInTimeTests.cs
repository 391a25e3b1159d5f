using System.Numerics;
using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Analysis;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Tests.Electrochemistry.Analysis;

public class ImpedanceInTimeTests
{
    private const int PointsPerPeriod = 64, Periods = 6;

    private static readonly MeshSettings _mesh = new() { Negative = 8, Separator = 4, Positive = 8, Radial = 10 };

    public static TheoryData<string, double> WithDoubleLayers
    {
        get
        {
            var cases = new TheoryData<string, double>();
            foreach (string kind in (string[])["chen2020", "half"])
            {
                foreach (double frequency in Impedance.Frequencies(1e-3, 1e4, 11)) cases.Add(kind, frequency);
            }
            return cases;
        }
    }

    /// <summary>A small sine through the time stepping, as an instrument would measure it, gives the same impedance.</summary>
    [Theory]
    [InlineData("half", 1e-3)]
    [InlineData("half", 0.02)]
    [InlineData("half", 1)]
    [InlineData("full", 3e-3)]
    [InlineData("full", 0.1)]
    public void A_small_sine_in_time_gives_the_same(string kind, double frequency) => Compare(ImpedanceTests.Cells(kind).WithDoubleLayers(0), frequency);

    /// <summary>With double layers in both, up to the frequencies where they carry nearly all of the current.</summary>
    [Theory]
    [MemberData(nameof(WithDoubleLayers))]
    public void And_with_double_layers(string kind, double frequency) =>
        Compare((kind == "chen2020" ? ParameterSetCell.Load(kind) : ImpedanceTests.Cells(kind)).WithDoubleLayers(0.2), frequency);

    private static void Compare(Cell cell, double frequency)
    {
        double amplitude = 0.02 * cell.OneC, spacing = 1 / frequency / PointsPerPeriod;
        int points = Periods * PointsPerPeriod;
        double[] times = [.. Enumerable.Range(0, points + 1).Select(i => i * spacing)];
        double[] current = [.. times.Select(t => amplitude * Math.Sin(2 * Math.PI * frequency * t))];
        var simulation = new Simulation(cell, _mesh, Tolerances.Scaled(1e-3), 0.6);
        CellState rest = simulation.State;

        var step = new ProtocolStep("sine", new Control.CurrentTable(times, current, "sine"), null, []) { Period = spacing };
        TimeSeries series = simulation.Run(new Protocol("sine", [step])).Steps[0].Series;

        Complex measured = -Fundamental(series.Voltage, series.Time, frequency, spacing) / Fundamental(series.Current, series.Time, frequency, spacing);
        Complex expected = Impedance.Of(cell, rest, [frequency], mesh: _mesh).Impedance[0];
        ImpedanceTests.Distance(measured, expected).ShouldBeLessThan(5e-3);
    }

    // Amplitude of e^{iωt} over the last period. A start from rest leaves a slow drift beside the sine, which the difference
    // from one period to the next takes off as a straight line.
    private static Complex Fundamental(IReadOnlyList<double> values, IReadOnlyList<double> time, double frequency, double spacing)
    {
        var at = new double[2 * PointsPerPeriod];
        for (int i = 0; i < time.Count; i++)
        {
            int index = (int)Math.Round(time[i] / spacing) - (Periods - 2) * PointsPerPeriod;
            if (index >= 0 && index < at.Length) at[index] = values[i];
        }
        double drift = Enumerable.Range(0, PointsPerPeriod).Sum(i => at[i + PointsPerPeriod] - at[i]) / PointsPerPeriod;
        Complex sum = Complex.Zero;
        for (int i = 0; i < PointsPerPeriod; i++)
        {
            double value = at[i + PointsPerPeriod] - drift * i / PointsPerPeriod;
            sum += value * Complex.FromPolarCoordinates(1, -2 * Math.PI * frequency * i * spacing);
        }
        return sum;
    }
}
