namespace Loadstone.Cells.Pouch;

/// <summary>Lengths, areas and volumes of a pouch cell.</summary>
public sealed record PouchSizes
{
    /// <summary>Area of a positive face [m²].</summary>
    public required double FaceArea { get; init; }

    /// <summary>Area of a negative face [m²].</summary>
    public required double NegativeArea { get; init; }

    /// <summary>Area of a sheet of separator [m²].</summary>
    public required double SeparatorArea { get; init; }

    /// <summary>Area inside the seals [m²].</summary>
    public required double BodyArea { get; init; }

    /// <summary>Area of the film, both sides and the seals [m²].</summary>
    public required double FilmArea { get; init; }

    /// <summary>Thickness of all sheets [m].</summary>
    public required double StackThickness { get; init; }

    /// <summary>Thickness of all sheets and the film on both sides [m].</summary>
    public required double BodyThickness { get; init; }

    /// <summary>Volume of all pores [m³].</summary>
    public required double PoreVolume { get; init; }

    /// <summary>Volume of one tab with what lies in the seal and under the weld [m³].</summary>
    public required double TabVolume { get; init; }

    /// <summary>The sizes of a cell.</summary>
    public static PouchSizes Of(PouchCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        (PouchFormat format, PouchAssumptions list) = (cell.Format, cell.Assumptions);
        int faces = format.Faces;
        double negative = 2 * list.NegativeOverhang.Value, separator = negative + 2 * list.SeparatorOverhang.Value;
        double film = list.FilmThickness.Value, seal = list.SealWidth.Value, flag = list.FlagLength.Value;
        double negativeArea = (format.Width + negative) * (format.Height + negative);
        double separatorArea = (format.Width + separator) * (format.Height + separator);
        double bodyWidth = format.Width + separator + 2 * list.Clearance.Value;
        double bodyHeight = format.Height + separator + 2 * list.Clearance.Value + flag;
        double stack = faces * (cell.Positive.Thickness + cell.Negative.Thickness + cell.Separator.Thickness)
            + format.Stacks * cell.Positive.FoilThickness + format.NegativeSheets * cell.Negative.FoilThickness;
        return new PouchSizes
        {
            FaceArea = format.FaceArea,
            NegativeArea = negativeArea,
            SeparatorArea = separatorArea,
            BodyArea = bodyWidth * bodyHeight,
            // One sheet, folded at the bottom round the thickness of the stack, sealed at the top and at both sides.
            FilmArea = (bodyWidth + 2 * seal) * (2 * (bodyHeight + seal) + stack),
            StackThickness = stack,
            BodyThickness = stack + 2 * film,
            PoreVolume = faces * (format.FaceArea * cell.Positive.Thickness * cell.Positive.Porosity
                + negativeArea * cell.Negative.Thickness * cell.Negative.Porosity
                + separatorArea * cell.Separator.Thickness * cell.Separator.Porosity),
            TabVolume = list.TabWidth.Value * list.TabThickness.Value * (list.TabLength.Value + seal + flag),
        };
    }
}
