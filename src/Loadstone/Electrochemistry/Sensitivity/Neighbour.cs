using Loadstone.Cells;

namespace Loadstone.Electrochemistry.Sensitivity;

/// <summary>A cell in which one parameter is a little changed, with its model, for differences.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Model">Its model.</param>
/// <param name="Change">Relative change of the parameter.</param>
internal sealed record Neighbour(Cell Cell, PorousElectrodeSystem Model, double Change)
{
    /// <summary>Consistent states of the model.</summary>
    public ConsistentStart Start { get; } = new(Model);
}

/// <summary>The two cells between which differences by a parameter are taken: on either side, or one of them the cell itself where its range ends.</summary>
/// <param name="Above">The one with the larger parameter.</param>
/// <param name="Below">The one with the smaller parameter.</param>
internal sealed record Neighbours(Neighbour Above, Neighbour Below)
{
    /// <summary>p/A ∂A/∂p of the cell's area.</summary>
    public double AreaSensitivity { get; } = Math.Log(Above.Cell.Area / Below.Cell.Area) / (Above.Change - Below.Change);

    /// <summary>p ∂f/∂p from the values above and below.</summary>
    public double Difference(double above, double below) => (above - below) / (Above.Change - Below.Change);
}
