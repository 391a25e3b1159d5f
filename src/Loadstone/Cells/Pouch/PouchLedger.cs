using Loadstone.Quantities;

namespace Loadstone.Cells.Pouch;

/// <summary>
/// The account of a pouch cell: every part with its mass and volume. The parts add up to the cell; liquid that finds no pore stands
/// first in the room at the edges of the stack.
/// </summary>
public sealed class PouchLedger
{
    /// <summary>Name of the part that is the room which the sheets leave inside the film.</summary>
    public const string Room = "room at the edges";

    /// <summary>Name of the part that is the liquid beyond the pores.</summary>
    public const string Excess = "electrolyte beyond the pores";

    private PouchLedger(PouchCell cell, PouchSizes sizes, IReadOnlyList<PouchPart> parts, double electrolyte, double unplaced)
    {
        (Cell, Sizes, Parts, ElectrolyteMass, UnplacedElectrolyte) = (cell, sizes, parts, electrolyte, unplaced);
        (Mass, EnvelopeVolume) = (parts.Sum(part => part.Mass), parts.Sum(part => part.Volume));
    }

    /// <summary>The cell.</summary>
    public PouchCell Cell { get; }

    /// <summary>Its lengths and areas.</summary>
    public PouchSizes Sizes { get; }

    /// <summary>The parts, from the reaction outwards.</summary>
    public IReadOnlyList<PouchPart> Parts { get; }

    /// <summary>Mass of the cell [kg].</summary>
    public double Mass { get; }

    /// <summary>Volume of the body with seals and tabs [m³].</summary>
    public double EnvelopeVolume { get; }

    /// <summary>
    /// Volume as publications count it: area of a face times thickness of the stack and its film, without edges, seals, tabs and
    /// the liquid beyond the pores [m³].
    /// </summary>
    public double StackVolume => Cell.Format.FaceArea * Sizes.BodyThickness;

    /// <summary>Mass of all electrolyte [kg].</summary>
    public double ElectrolyteMass { get; }

    /// <summary>Mass of electrolyte that finds room neither in pores nor at the edges, and makes the pouch thicker [kg].</summary>
    public double UnplacedElectrolyte { get; }

    /// <summary>Mass of electrolyte that fills the pores [kg].</summary>
    public double PoreFilling => Sizes.PoreVolume * Cell.ElectrolyteDensity;

    /// <summary>Electrolyte per capacity, E/C [kg/C].</summary>
    public double ElectrolytePerCharge => ElectrolyteMass / Cell.Charge;

    /// <summary>Energy per mass of the whole cell [J/kg].</summary>
    public double SpecificEnergy => Cell.Energy / Mass;

    /// <summary>Energy per <see cref="StackVolume"/> [J/m³].</summary>
    public double EnergyDensity => Cell.Energy / StackVolume;

    /// <summary>Energy per mass and volume, from the bare electrode to the whole cell.</summary>
    public IReadOnlyList<EnergyLevel> Levels
    {
        get
        {
            double MassTo(PartLevel level) => Parts.Where(part => part.Level <= level).Sum(part => part.Mass);
            double face = Cell.Format.FaceArea, energy = Cell.Energy;
            double positive = Cell.Format.Faces * Cell.Positive.Thickness + Cell.Format.Stacks * Cell.Positive.FoilThickness;
            return
            [
                new("positive electrode with foil", MassTo(PartLevel.PositiveElectrode), face * positive, energy),
                new("dry stack", MassTo(PartLevel.DryStack), face * Sizes.StackThickness, energy),
                new("stack with electrolyte", MassTo(PartLevel.Filling), face * Sizes.StackThickness, energy),
                new("cell, volume of stack and film", Mass, StackVolume, energy),
                new("cell, volume of the envelope", Mass, EnvelopeVolume, energy),
            ];
        }
    }

    /// <summary>The account of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <exception cref="InputException">The electrolyte does not fill the pores; the message says what would.</exception>
    public static PouchLedger Of(PouchCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var sizes = PouchSizes.Of(cell);
        PouchAssumptions list = cell.Assumptions;
        double pores = sizes.PoreVolume;
        double electrolyte = Electrolyte(cell, pores);
        double excess = Math.Max(0, electrolyte / cell.ElectrolyteDensity - pores);
        int faces = cell.Format.Faces;

        PouchPart Sheets(PouchElectrode of, PartLevel level, double area) =>
            new(of.Name, level, faces * area * of.MassPerArea, faces * area * of.Thickness);
        PouchPart Foils(PouchElectrode of, PartLevel level, int count, double area) =>
            new(of.FoilName, level, count * area * of.FoilThickness * of.FoilDensity, count * area * of.FoilThickness);

        double flag = list.TabWidth.Value * list.FlagLength.Value;
        PouchPart[] stack =
        [
            Sheets(cell.Positive, PartLevel.PositiveElectrode, sizes.FaceArea),
            Foils(cell.Positive, PartLevel.PositiveElectrode, cell.Format.Stacks, sizes.FaceArea + flag),
            Sheets(cell.Negative, PartLevel.DryStack, sizes.NegativeArea),
            Foils(cell.Negative, PartLevel.DryStack, cell.Format.NegativeSheets, sizes.NegativeArea + flag),
            new("separator", PartLevel.DryStack, faces * sizes.SeparatorArea * cell.Separator.MassPerArea, faces * sizes.SeparatorArea * cell.Separator.Thickness),
        ];
        // What the sheets leave free inside the film; liquid beyond the pores stands there before it makes the cell thicker.
        double room = Math.Max(0, sizes.BodyArea * sizes.StackThickness - stack.Sum(part => part.Volume));
        double film = list.FilmThickness.Value, tab = sizes.TabVolume;
        PouchPart[] parts =
        [
            .. stack.Where(part => part.Mass > 0),
            new("electrolyte in pores", PartLevel.Filling, pores * cell.ElectrolyteDensity, 0),
            new(Excess, PartLevel.Filling, excess * cell.ElectrolyteDensity, excess),
            new(Room, PartLevel.Case, 0, Math.Max(0, room - excess)),
            new("film", PartLevel.Case, sizes.FilmArea * film * list.FilmDensity.Value, sizes.FilmArea * film),
            new("tabs", PartLevel.Case, tab * (list.PositiveTabDensity.Value + list.NegativeTabDensity.Value), 2 * tab),
        ];
        return new PouchLedger(cell, sizes, parts, electrolyte, Math.Max(0, excess - room) * cell.ElectrolyteDensity);
    }

    private static double Electrolyte(PouchCell cell, double pores)
    {
        double filling = pores * cell.ElectrolyteDensity;
        if (cell.Format.ElectrolytePerCharge is not { } ratio) return cell.Assumptions.ElectrolyteExcess.Value * filling;
        double mass = ratio * cell.Charge;
        // Round-off alone does not leave pores dry.
        if (mass < filling * (1 - 1e-9))
        {
            string Show(double value) => QuantityKinds.MassPerCharge.Format(value);
            throw new InputException($"Electrolyte of {Show(ratio)} does not fill the pores of electrodes and separator; expected {Show(Math.Ceiling(filling / cell.Charge * 3.6e8) / 3.6e8)} or more.", "pouch.electrolyte");
        }
        return Math.Max(mass, filling);
    }
}
