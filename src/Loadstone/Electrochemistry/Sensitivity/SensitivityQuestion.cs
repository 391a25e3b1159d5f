using Loadstone.Cells;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Electrochemistry.Sensitivity;

/// <summary>Whether sensitivities can answer what was asked; told before anything is run.</summary>
internal static class SensitivityQuestion
{
    /// <summary>Refuses all but one step that ends by voltage or time in a cell of constant temperature.</summary>
    public static void Check(Cell cell, Protocol protocol)
    {
        if (protocol.Loops.Count > 0) throw new InputException("the protocol repeats its steps; expected one step, since sensitivities are of one step from rest.");
        if (protocol.Steps.Count != 1)
            throw new InputException(FormattableString.Invariant($"the protocol has {protocol.Steps.Count} steps; expected one, since sensitivities are of one step from rest."));
        if (cell.Thermal is not null) throw new InputException($"{cell.Name} heats by itself; expected a cell of constant temperature for sensitivities.");
        ProtocolStep step = protocol.Steps[0];
        if (step.Temperature is { } temperature && temperature != cell.Temperature)
            throw new InputException($"the step \"{step.Text}\" has a temperature of its own; expected the cell's for sensitivities.");
        foreach (StopCondition condition in step.Until)
        {
            string? what = condition switch
            {
                StopCondition.Voltage => null,
                StopCondition.Current or StopCondition.CRate => "a current",
                StopCondition.Charge => "a charge",
                StopCondition.SaltConcentration => "a salt concentration",
                _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
            };
            if (what is not null) throw new InputException($"the step \"{step.Text}\" ends at {what}; expected a voltage or a time as its end for sensitivities.");
        }
        if (step.Until.Count == 0 && step.Duration is null && step.Control is not Control.CurrentTable)
            throw new InputException($"the step \"{step.Text}\" has no end; expected a voltage or a time.");
    }

    /// <summary>The cell with a parameter a little changed.</summary>
    public static Cell Scaled(Cell cell, CellParameter parameter, double factor)
    {
        try
        {
            return parameter.Scaled(cell, factor);
        }
        catch (ArgumentException e)
        {
            throw new InputException($"the parameter \"{parameter.Name}\" stands at the end of its range and cannot be changed to both sides: {e.Message}");
        }
    }

    /// <summary>Differences need the same unknowns on either side: a layer may not gain or lose a cell.</summary>
    public static void CheckMeshes(CellParameter parameter, CellGrid grid, CellGrid plus, CellGrid minus)
    {
        if (grid.LayerCells.SequenceEqual(plus.LayerCells) && grid.LayerCells.SequenceEqual(minus.LayerCells)) return;
        throw new InputException($"a small change of \"{parameter.Name}\" moves a cell of the mesh from one layer to the next; expected another number of cells across the electrode.");
    }
}
