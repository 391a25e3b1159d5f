using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Tests.Electrochemistry;

/// <summary>What the time stepping alone adds to the voltage, on one mesh.</summary>
public class TimeIntegrationTests
{
    private const double Accepted = 1e-4;
    private const double TighterBy = 1e-3;

    // The last hundredth is the knee, where the voltage falls by up to a volt a second: there the time is compared instead.
    private const double ShareBeforeKnee = 0.99;
    private const int Samples = 2000;

    /// <summary>
    /// With the default tolerances the voltage must stay within 0.1 mV of the same equations solved with tolerances a thousand times
    /// tighter, from the first row on, and the discharge must end at the same time; looser error control would hide in the mesh's error.
    /// </summary>
    [Theory]
    [InlineData("chen2020", "0.5")]
    [InlineData("chen2020", "1")]
    [InlineData("chen2020", "2")]
    [InlineData("chen2020", "3")]
    [InlineData("marquis2019", "1")]
    [InlineData("xu2019", "1")]
    [InlineData("layered", "1")]
    public void Default_tolerances_keep_the_voltage_within_a_tenth_of_a_millivolt(string set, string rate)
    {
        Cell cell = set == "layered" ? ReferenceSolutionTests.LayeredCell() : ParameterSetCell.Load(set);
        SimulationResult usual = Run(cell, rate, Tolerances.Default), tight = Run(cell, rate, Tolerances.Scaled(TighterBy));
        TimeSeries a = usual.Steps[0].Series, b = tight.Steps[0].Series;
        double end = ShareBeforeKnee * Math.Min(a.Time[^1], b.Time[^1]), first = a.Time[1], largest = 0, squares = 0;
        for (int i = 0; i <= Samples; i++)
        {
            // Evenly in the logarithm of time up to a minute, then evenly: the start has as much say as the rest.
            double time = i < Samples / 4 ? first * Math.Pow(60 / first, 4.0 * i / Samples) : 60 + (end - 60) * (i - Samples / 4) / (0.75 * Samples);
            double error = Math.Abs(Series.At(a, time) - Series.At(b, time));
            largest = Math.Max(largest, error);
            squares += error * error;
        }
        double rms = Math.Sqrt(squares / (Samples + 1)), late = a.Time[^1] / b.Time[^1] - 1;
        TestContext.Current.TestOutputHelper?.WriteLine($"{set} {rate}C: RMS {rms * 1e3:f4} mV, largest {largest * 1e3:f4} mV, end {late:e1}, "
            + $"{usual.Statistics.Steps} steps against {tight.Statistics.Steps}");
        largest.ShouldBeLessThan(Accepted);
        Math.Abs(late).ShouldBeLessThan(2e-5);
    }

    private static SimulationResult Run(Cell cell, string rate, Tolerances tolerances)
    {
        var mesh = new MeshSettings { Negative = 20, Separator = 20, Positive = 20, Radial = 20 };
        Protocol protocol = ProtocolParser.ParseAll([$"Discharge at {rate}C until {cell.LowerCutOff:g6} V"], "discharge");
        return new Simulation(cell, mesh, tolerances).Run(protocol);
    }
}
