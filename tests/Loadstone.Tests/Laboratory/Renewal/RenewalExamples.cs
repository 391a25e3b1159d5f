using System.Globalization;
using System.Text;
using Loadstone.Cells;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Runs;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Laboratory.Renewal;
using MathNet.Numerics.Distributions;

namespace Loadstone.Tests.Laboratory.Renewal;

/// <summary>The recordings of the renewal in examples/laboratory: simulated cycles at C/2 whose durations scatter by 0.2 %, as capacities of a cycler do.</summary>
internal static class RenewalExamples
{
    private const double Scatter = 0.002, Rate = 0.5;
    private const int Cycles = 3, RowsOfAStep = 24;

    public static string Folder { get; } = Path.Combine(Repository.Root, "examples", "laboratory");

    public static string Document { get; } = Path.Combine(Folder, "renewed.json");

    public static string PathOf(string state) => Path.Combine(Folder, $"renewed-{state}.bdf.csv");

    /// <summary>Writes the three recordings.</summary>
    public static void Write()
    {
        DesignDocument document = DesignDocument.Load(Document);
        Cell fresh = Build("fresh"), aged = Build("aged");
        double current = Rate * fresh.OneC;
        (string State, Cell Cell)[] all = [("fresh", fresh), ("before", aged), ("after", RenewalSimulation.Renew(fresh, aged, RenewedElectrode.Negative))];
        for (int k = 0; k < all.Length; k++) File.WriteAllText(PathOf(all[k].State), Recording(all[k].Cell, current, document.Base.Mesh, seed: k + 1));

        Cell Build(string variant) => DesignBuilder.Build(DesignRunner.Choose(document, [variant])[0]).Cell;
    }

    private static string Recording(Cell cell, double current, MeshSettings mesh, int seed)
    {
        string amperes = string.Create(CultureInfo.InvariantCulture, $"{current} A");
        SimulationResult result = new Simulation(cell, mesh, stateOfCharge: 0).Run(ProtocolParser.ParseAll(
            [$"Charge at {amperes} until {cell.UpperCutOff} V", "Rest for 10 min", $"Discharge at {amperes} until {cell.LowerCutOff} V", "Rest for 10 min"], "cycle"));
        var random = new Random(seed);
        var text = new StringBuilder("Test Time / s,Voltage / V,Current / A,Cycle Count / 1\n");
        double now = 0;
        for (int n = 1; n <= Cycles; n++)
        {
            foreach (StepResult step in result.Steps)
            {
                double stretch = 1 + Normal.Sample(random, 0, Scatter);
                IReadOnlyList<double> time = step.Series.Time;
                int every = Math.Max(1, time.Count / RowsOfAStep);
                for (int k = 0; k < time.Count; k++)
                {
                    if (k % every != 0 && k != time.Count - 1) continue;
                    text.Append(string.Create(CultureInfo.InvariantCulture, $"{now + stretch * (time[k] - time[0]):0.###},{step.Series.Voltage[k]:0.#####},{-step.Series.Current[k]:0.######},{n}\n"));
                }
                now += stretch * (time[^1] - time[0]);
            }
        }
        return text.ToString();
    }
}
