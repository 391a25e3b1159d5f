using Loadstone.Cells;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Electrochemistry.Sensitivity;

/// <summary>Whether sensitivities can answer what was asked; told before anything is run.</summary>
internal static class SensitivityQuestion
{
    /// <summary>Refuses steps and loops whose ends or temperatures the formulas do not follow.</summary>
    public static void Check(Cell cell, Protocol protocol)
    {
        foreach (ProtocolLoop loop in protocol.Loops)
        {
            // Capacities decide between whole cycles, which a small change leaves as they are.
            if (loop.Until.All(condition => condition is LoopCondition.Capacity or LoopCondition.CapacityShare)) continue;
            throw new InputException("a repetition ends within a step, at a voltage, a charge or a time; expected a number of times or a capacity for sensitivities.");
        }
        foreach (ProtocolStep step in protocol.Steps)
        {
            if (step.Temperature is { } temperature && temperature != cell.Temperature)
                throw new InputException($"the step \"{step.Text}\" has a temperature of its own; expected the cell's for sensitivities.");
            if (step.Until.Count == 0 && step.Duration is null && step.Control is not Control.CurrentTable)
                throw new InputException($"the step \"{step.Text}\" has no end; expected a condition or a time.");
        }
    }

    /// <summary>The cells with a parameter a little changed, cut as the cell itself is.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="model">Makes the model of a cell that is cut in the same way.</param>
    /// <param name="grid">How the cell itself is cut.</param>
    /// <exception cref="InputException">The parameter can be changed to neither side, or particles come and go with it.</exception>
    public static Neighbours NeighboursOf(CellParameter parameter, Cell cell, Func<Cell, PorousElectrodeSystem> model, CellGrid grid)
    {
        const double h = SensitivitySystem.Change;
        Cell? above = Scaled(cell, parameter, 1 + h, out string problem), below = Scaled(cell, parameter, 1 - h, out string otherProblem);
        if (above is null && below is null)
            throw new InputException($"the parameter \"{parameter.Name}\" cannot be changed: {problem} {(problem == otherProblem ? "" : otherProblem)}".TrimEnd());
        var neighbours = new Neighbours(
            new Neighbour(above ?? cell, model(above ?? cell), above is null ? 0 : h),
            new Neighbour(below ?? cell, model(below ?? cell), below is null ? 0 : -h));
        CheckUnknowns(parameter, grid, neighbours.Above.Model.Grid);
        CheckUnknowns(parameter, grid, neighbours.Below.Model.Grid);
        return neighbours;
    }

    private static Cell? Scaled(Cell cell, CellParameter parameter, double factor, out string problem)
    {
        problem = "";
        try
        {
            return parameter.Scaled(cell, factor);
        }
        catch (ArgumentException e)
        {
            problem = e.Message;
            return null;
        }
    }

    // Differences need the same unknowns on either side.
    private static void CheckUnknowns(CellParameter parameter, CellGrid grid, CellGrid other)
    {
        if (grid.Count == other.Count && grid.ParticleCell.SequenceEqual(other.ParticleCell) && grid.ParticleClassIndex.SequenceEqual(other.ParticleClassIndex)) return;
        throw new InputException($"a small change of \"{parameter.Name}\" adds or removes particles; expected a parameter that leaves layers and materials as they are.");
    }
}
