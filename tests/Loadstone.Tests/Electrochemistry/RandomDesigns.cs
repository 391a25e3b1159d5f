using System.Globalization;
using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrodes;
using Loadstone.Numerics;

namespace Loadstone.Tests.Electrochemistry;

/// <summary>A cell and what is done with it, drawn at random.</summary>
internal sealed record RandomDesign(Cell Cell, Protocol Protocol, double StateOfCharge);

/// <summary>
/// Physically possible cells and protocols drawn from a seed: one to three layers of 20 to 175 µm each, porosity from 15 %, particles
/// of 0.1 to 20 µm, −20 to 60 °C (some heating by themselves), up to 5C. The tests take a fixed sample, the benchmark program's command <c>robustness</c> as many as asked for.
/// </summary>
internal static class RandomDesigns
{
    private static readonly Lazy<Cell[]> _sources = new(() => [ParameterSetCell.Load("chen2020"), ParameterSetCell.Load("marquis2019"), ParameterSetCell.Load("xu2019")]);

    /// <summary>The mesh of all of them.</summary>
    public static MeshSettings Mesh { get; } = new() { Negative = 10, Separator = 5, Positive = 15, Radial = 12 };

    /// <summary>The design of a seed; null where the electrodes drawn cannot be balanced.</summary>
    public static RandomDesign? Draw(int seed)
    {
        var dice = new Dice(seed);
        Cell[] sources = _sources.Value;
        if (DrawCell(sources[seed % sources.Length], dice) is not { } cell) return null;
        (string[] lines, double stateOfCharge) = DrawProtocol(cell, dice);
        Protocol protocol = lines.Length > 0 ? ProtocolParser.ParseAll(lines, "random") : DriveCycle(cell, dice);
        return new RandomDesign(cell, protocol, stateOfCharge);
    }

    private static Cell? DrawCell(Cell source, Dice dice)
    {
        IntercalationMaterial material = source.Positive.Layers[0].Particles[0].Material;
        var positive = new Electrode
        {
            Layers = [.. Enumerable.Range(0, dice.Count(1, 3)).Select(_ => DrawLayer(material, dice))],
            ContactResistance = dice.Logarithmic(1e-6, 5e-3),
        };
        double temperature = 273.15 + dice.Even(-20, 60);
        Cell cell = source with
        {
            Positive = positive,
            Temperature = temperature,
            Electrolyte = source.Electrolyte with
            {
                ConductivityActivationEnergy = dice.Even(5e3, 20e3),
                DiffusivityActivationEnergy = dice.Even(5e3, 20e3),
            },
            Thermal = dice.Count(0, 3) > 0 ? null : new LumpedThermal
            {
                HeatCapacity = source.Area * dice.Even(300, 3000),
                HeatTransfer = source.Area * dice.Logarithmic(0.5, 50),
                AmbientTemperature = temperature,
            },
        };
        if (source.Negative is not null)
        {
            Layer drawn = DrawLayer(source.Negative.Layers[0].Particles[0].Material, dice);
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

    private static Layer DrawLayer(IntercalationMaterial material, Dice dice)
    {
        double porosity = dice.Even(0.15, 0.6);
        var particles = new ParticleClass
        {
            Material = material with
            {
                Diffusivity = new ConstantFunction(dice.Logarithmic(5e-16, 1e-13)),
                DiffusivityActivationEnergy = dice.Even(0, 40e3),
                ExchangeActivationEnergy = dice.Even(0, 70e3),
            },
            Radius = dice.Logarithmic(0.05e-6, 10e-6),
            VolumeFraction = (1 - porosity) * dice.Even(0.85, 0.98),
        };
        return new Layer("layer", dice.Logarithmic(20e-6, 175e-6), porosity, Math.Pow(porosity, dice.Even(1.4, 2.5)), dice.Logarithmic(0.003, 10), [particles]);
    }

    // No lines stand for a drive cycle.
    private static (string[] Lines, double StateOfCharge) DrawProtocol(Cell cell, Dice dice)
    {
        string lower = Number(cell.LowerCutOff), upper = Number(cell.UpperCutOff);
        double watts = cell.OneC * (cell.LowerCutOff + cell.UpperCutOff) / 2;
        string Rate(double most) => $"{Number(dice.Logarithmic(0.05, most))}C";
        return dice.Count(0, 6) switch
        {
            0 => ([$"Discharge at {Rate(5)} for 5 hours"], 1),
            1 => ([$"Discharge at {Number(watts * dice.Logarithmic(0.05, 4))} W until {lower} V", "Rest for 20 min", $"Charge at {Number(watts * dice.Logarithmic(0.05, 2))} W until {upper} V"], 1),
            2 => ([$"Discharge at {Number(cell.UpperCutOff / cell.OneC / dice.Logarithmic(0.05, 4))} Ohm until {lower} V"], 1),
            3 => ([.. Enumerable.Repeat((string[])[$"Discharge at {Rate(3)} for 10 min or until {lower} V", "Rest for 20 min"], 5).SelectMany(pulse => pulse)], dice.Even(0.2, 1)),
            4 => ([], dice.Even(0.4, 0.9)),
            _ =>
            (
                [
                    $"Discharge at {Rate(5)} until {lower} V", "Rest for 10 min", $"Charge at {Rate(3)} until {upper} V", $"Hold at {upper} V until C/20",
                    "Rest for 1 h", $"Discharge at {Rate(5)} until {lower} V",
                ], 1),
        };
    }

    private static Protocol DriveCycle(Cell cell, Dice dice)
    {
        const int points = 60;
        double[] times = new double[points], amperes = new double[points];
        for (int i = 0; i < points; i++)
        {
            times[i] = i == 0 ? 0 : times[i - 1] + dice.Logarithmic(0.5, 60);
            amperes[i] = cell.OneC * dice.Even(-1, 2.5);
        }
        var control = new Control.CurrentTable(times, amperes, "random");
        return new Protocol("drive cycle", [new ProtocolStep("Follow random", control, null, [new StopCondition.Voltage(cell.LowerCutOff)])]);
    }

    private static string Number(double value) => value.ToString("g6", CultureInfo.InvariantCulture);

    private sealed class Dice(int seed)
    {
        private readonly Random _random = new(seed);

        public double Even(double low, double high) => low + (high - low) * _random.NextDouble();

        public double Logarithmic(double low, double high) => low * Math.Pow(high / low, _random.NextDouble());

        public int Count(int low, int high) => _random.Next(low, high + 1);
    }
}
