using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Laboratory.Renewal;

/// <summary>The same experiment with the porous-electrode model: a fresh cell, an aged one, and the aged one with an electrode of the fresh one.</summary>
/// <param name="Fresh">Discharge of the fresh cell.</param>
/// <param name="Before">Discharge of the aged cell.</param>
/// <param name="After">Discharge of the renewed cell.</param>
public sealed record RenewalSimulation(StepResult Fresh, StepResult Before, StepResult After)
{
    private const double RestBetween = 600; // s

    /// <summary>Shares of the loss of capacity.</summary>
    public RenewalShare Capacity => RenewalShare.Of(Estimate.Exact(Fresh.Charge), Estimate.Exact(Before.Charge), Estimate.Exact(After.Charge));

    /// <summary>Shares of the loss of energy.</summary>
    public RenewalShare Energy => RenewalShare.Of(Estimate.Exact(Fresh.Energy), Estimate.Exact(Before.Energy), Estimate.Exact(After.Energy));

    /// <summary>
    /// The aged cell with electrode, separator and electrolyte of the fresh one in the place of its own. Porous electrodes are exchanged discharged
    /// (0 % state of charge): each brings the lithium that it holds there, so that what a film has bound stays lost.
    /// </summary>
    /// <param name="fresh">The fresh cell.</param>
    /// <param name="aged">The aged cell.</param>
    /// <param name="renewed">The electrode to exchange.</param>
    /// <exception cref="InputException">One cell has lithium metal and the other has not.</exception>
    public static Cell Renew(Cell fresh, Cell aged, RenewedElectrode renewed)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        ArgumentNullException.ThrowIfNull(aged);
        if (fresh.IsHalfCell != aged.IsHalfCell) throw new InputException($"\"{fresh.Name}\" and \"{aged.Name}\" are not one cell fresh and aged: one has lithium metal, the other a porous negative electrode.");
        bool isNegative = renewed == RenewedElectrode.Negative;
        Cell cell = aged with
        {
            Negative = isNegative ? fresh.Negative : aged.Negative,
            Lithium = isNegative ? fresh.Lithium : aged.Lithium,
            Positive = isNegative ? aged.Positive : fresh.Positive,
            Separator = fresh.Separator,
            Electrolyte = fresh.Electrolyte,
        };
        if (cell.IsHalfCell) return cell;
        return cell with { CyclableLithium = Content(isNegative ? fresh : aged, negative: true) + Content(isNegative ? aged : fresh, negative: false) };
    }

    /// <summary>Charges, rests and discharges the three cells at one current between their cut-offs.</summary>
    /// <param name="fresh">The fresh cell.</param>
    /// <param name="aged">The aged cell.</param>
    /// <param name="renewed">The electrode to exchange.</param>
    /// <param name="current">The current [A].</param>
    /// <param name="mesh">The mesh, or null for the standard one.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">The cells are not one fresh and aged, or one gives no charge at this current.</exception>
    public static RenewalSimulation Run(Cell fresh, Cell aged, RenewedElectrode renewed, double current, MeshSettings? mesh = null, CancellationToken cancellation = default)
    {
        Cell after = Renew(fresh, aged, renewed);
        Require.Positive(current, "A");
        return new RenewalSimulation(Discharge(fresh, "fresh"), Discharge(aged, "aged"), Discharge(after, "renewed"));

        StepResult Discharge(Cell cell, string state)
        {
            var protocol = new Protocol("renewal",
            [
                new ProtocolStep("charge", new Control.Current(-current), null, [new StopCondition.Voltage(cell.UpperCutOff)]),
                new ProtocolStep("rest", new Control.Rest(), RestBetween, []),
                new ProtocolStep("discharge", new Control.Current(current), null, [new StopCondition.Voltage(cell.LowerCutOff)]),
            ]);
            SimulationResult result = new Simulation(cell, mesh, stateOfCharge: 0).Run(protocol, cancellation: cancellation);
            StepResult last = result.Steps[^1];
            return result.IsComplete && last.Charge > 0 ? last
                : throw new InputException(FormattableString.Invariant($"the {state} cell of the design gives no charge at {1e3 * current:g4} mA ({last.Step.Text}: {last.EndText})."));
        }
    }

    private static double Content(Cell cell, bool negative)
    {
        RestState rest = CellBalance.RestAt(cell, 0);
        return negative
            ? CellBalance.ContentAt(cell.Negative!, rest.NegativePotential, cell.Temperature)
            : CellBalance.ContentAt(cell.Positive, rest.PositivePotential, cell.Temperature);
    }
}
