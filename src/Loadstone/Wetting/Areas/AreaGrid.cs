namespace Loadstone.Wetting.Areas;

/// <summary>Cells of an area and the faces between them, per area seen from above. Cell index: column · rows + row, columns from the edge, rows from the top.</summary>
internal sealed class AreaGrid
{
    internal AreaGrid(WettingArea area)
    {
        Columns = area.Columns;
        Rows = area.Layers.Count * area.RowsPerLayer;
        RowLayer = new int[Rows];
        RowHeight = new double[Rows];
        for (int row = 0; row < Rows; row++)
        {
            RowLayer[row] = row / area.RowsPerLayer;
            RowHeight[row] = area.Layers[RowLayer[row]].Thickness / area.RowsPerLayer;
        }
        ColumnShare = new double[Columns];
        double width = area.HalfWidth, step = width / Columns;
        bool isDisc = area.Shape == AreaShape.Disc;
        for (int c = 0; c < Columns; c++)
            ColumnShare[c] = isDisc ? step * (2 * width - (2 * c + 1) * step) / (width * width) : 1.0 / Columns;
        // Length of the line at a distance from the edge, per area.
        double Line(int face) => isDisc ? 2 * (width - face * step) / (width * width) : 1 / width;

        var faces = new List<AreaFace>();
        var top = new List<AreaBoundary>();
        var edges = new List<AreaBoundary>();
        for (int c = 0; c < Columns; c++)
        {
            for (int r = 0; r < Rows; r++)
            {
                int cell = c * Rows + r;
                double half = RowHeight[r] / 2;
                if (r + 1 < Rows) faces.Add(new AreaFace(cell, cell + 1, ColumnShare[c] / half, 2 * ColumnShare[c] / RowHeight[r + 1]));
                if (r == 0) top.Add(new AreaBoundary(cell, ColumnShare[c] / half));
                double across = Line(c) * RowHeight[r] * 2 / step;
                if (c == 0) edges.Add(new AreaBoundary(cell, across));
                double next = Line(c + 1) * RowHeight[r] * 2 / step;
                if (c + 1 < Columns) faces.Add(new AreaFace(cell, cell + Rows, next, next));
            }
        }
        (Faces, Top, Edges) = ([.. faces], [.. top], [.. edges]);
    }

    internal int Columns { get; }

    internal int Rows { get; }

    internal int Cells => Columns * Rows;

    /// <summary>Layer of each row.</summary>
    internal int[] RowLayer { get; }

    /// <summary>Height of each row [m].</summary>
    internal double[] RowHeight { get; }

    /// <summary>Share of the area of each column.</summary>
    internal double[] ColumnShare { get; }

    internal AreaFace[] Faces { get; }

    internal AreaBoundary[] Top { get; }

    internal AreaBoundary[] Edges { get; }

    /// <summary>Layer of a cell.</summary>
    internal int LayerOf(int cell) => RowLayer[cell % Rows];

    /// <summary>Volume of a cell per area seen from above [m].</summary>
    internal double VolumeOf(int cell) => ColumnShare[cell / Rows] * RowHeight[cell % Rows];

    /// <summary>The boundary faces of some faces of the area.</summary>
    internal AreaBoundary[] Of(AreaFaces faces) =>
        [.. faces.HasFlag(AreaFaces.Top) ? Top : [], .. faces.HasFlag(AreaFaces.Edges) ? Edges : []];
}

/// <summary>A face between two cells.</summary>
/// <param name="First">The one cell.</param>
/// <param name="Second">The other.</param>
/// <param name="FirstShape">Area of the face over the distance to the first cell's middle.</param>
/// <param name="SecondShape">The same of the second.</param>
internal readonly record struct AreaFace(int First, int Second, double FirstShape, double SecondShape);

/// <summary>A face of a cell at the boundary.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Shape">Area of the face over the distance to the cell's middle.</param>
internal readonly record struct AreaBoundary(int Cell, double Shape);
