using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrodes;
using Loadstone.Numerics;

namespace Loadstone.Tests.Electrochemistry;

public class RandomCellTests
{
    private static readonly MeshSettings _mesh = new() { Negative = 10, Separator = 5, Positive = 15, Radial = 12 };

    /// <summary>
    /// Cells drawn at random, thick, dense and badly conducting ones among them: every protocol must end as its words say or with
    /// a physical reason, without NaN, and lithium must be kept.
    /// </summary>
    [Fact]
    public void Whatever_the_cell_a_protocol_ends_with_a_reason()
    {
        Cell[] sources = [ParameterSetCell.Load("chen2020"), ParameterSetCell.Load("marquis2019"), ParameterSetCell.Load("xu2019")];
        int simulated = 0;
        for (int seed = 0; seed < 150; seed++)
        {
            var draw = new Draw(seed);
            if (RandomCell(sources[seed % 3], draw) is not { } cell) continue;
            SimulationResult result = new Simulation(cell, _mesh).Run(RandomProtocol(cell, draw));
            StepResult last = result.Steps[^1];
            last.End.ShouldNotBe(StepEnd.SolverStopped, $"seed {seed}: {last.EndText}");
            last.End.ShouldNotBe(StepEnd.TimeLimit, $"seed {seed}: {last.EndText}");
            result.Steps.ShouldAllBe(s => s.Series.Voltage.All(double.IsFinite), $"seed {seed}");
            result.LithiumDrift.ShouldBeLessThan(1e-9, $"seed {seed}");
            simulated++;
        }
        simulated.ShouldBeGreaterThan(120);
    }

    private static Cell? RandomCell(Cell source, Draw draw)
    {
        IntercalationMaterial material = source.Positive.Layers[0].Particles[0].Material;
        var positive = new Electrode
        {
            Layers = [.. Enumerable.Range(0, draw.Count(1, 3)).Select(_ => RandomLayer(material, draw))],
            ContactResistance = draw.Logarithmic(1e-6, 5e-3),
        };
        Cell cell = source with { Positive = positive };
        if (source.Negative is not null)
        {
            Layer drawn = RandomLayer(source.Negative.Layers[0].Particles[0].Material, draw);
            double thickness = Math.Clamp(drawn.Thickness * 1.1 * positive.SitesPerArea / drawn.SitesPerArea, 2e-6, 1e-3);
            cell = cell with
            {
                Negative = new Electrode { Layers = [new Layer("negative", thickness, drawn.Porosity, drawn.TransportEfficiency, 100, drawn.Particles)] },
                CyclableLithium = source.CyclableLithium / source.Positive.SitesPerArea * positive.SitesPerArea,
            };
        }
        try
        {
            return cell with { OneC = CellBalance.CapacityPerArea(cell) * cell.Area / 3600 };
        }
        catch (InputException)
        {
            // The clamped negative cannot be balanced: told as bad input, nothing to simulate.
            return null;
        }
    }

    private static Layer RandomLayer(IntercalationMaterial material, Draw draw)
    {
        double porosity = draw.Even(0.15, 0.6);
        var particles = new ParticleClass
        {
            Material = material with { Diffusivity = new ConstantFunction(draw.Logarithmic(5e-16, 1e-13)) },
            Radius = draw.Logarithmic(0.05e-6, 10e-6),
            VolumeFraction = (1 - porosity) * draw.Even(0.85, 0.98),
        };
        return new Layer("layer", draw.Logarithmic(20e-6, 175e-6), porosity, Math.Pow(porosity, draw.Even(1.4, 2.5)), draw.Logarithmic(0.003, 10), [particles]);
    }

    private static Protocol RandomProtocol(Cell cell, Draw draw)
    {
        double rate = draw.Logarithmic(0.05, 5);
        string[] text = draw.Count(0, 2) == 0
            ? [$"Discharge at {rate:g4}C for 5 hours"]
            :
            [
                $"Discharge at {rate:g4}C until {cell.LowerCutOff} V", "Rest for 10 min",
                $"Charge at {draw.Logarithmic(0.05, 3):g4}C until {cell.UpperCutOff} V", $"Hold at {cell.UpperCutOff} V until C/20",
                "Rest for 1 h", $"Discharge at {draw.Logarithmic(0.05, 5):g4}C until {cell.LowerCutOff} V",
            ];
        return ProtocolParser.ParseAll(text, "random");
    }

    private sealed class Draw(int seed)
    {
        private readonly Random _random = new(seed);

        public double Even(double low, double high) => low + (high - low) * _random.NextDouble();

        public double Logarithmic(double low, double high) => low * Math.Pow(high / low, _random.NextDouble());

        public int Count(int low, int high) => _random.Next(low, high + 1);
    }
}
