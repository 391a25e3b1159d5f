namespace Loadstone.Wetting;

/// <summary>Indices of discs by square cells as wide as the farthest two of them that can meet: those that do lie at most one cell apart.</summary>
internal sealed class NeighbourCells
{
    private readonly double _cell;
    private readonly int _columns, _rows;
    private readonly List<int>[] _cells;
    private readonly List<int> _near = [];

    internal NeighbourCells(double cell, double width, double height)
    {
        _cell = cell;
        _columns = (int)(width / cell) + 1;
        _rows = (int)(height / cell) + 1;
        _cells = [.. Enumerable.Range(0, _columns * _rows).Select(_ => new List<int>())];
    }

    internal void Fill(IReadOnlyList<Disc> discs)
    {
        foreach (List<int> cell in _cells) cell.Clear();
        for (int i = 0; i < discs.Count; i++) _cells[Row(discs[i]) * _columns + Column(discs[i])].Add(i);
    }

    /// <summary>Indices of the discs in the nine cells about a disc; the list is valid until the next call.</summary>
    internal List<int> Near(Disc disc)
    {
        _near.Clear();
        int row = Row(disc), column = Column(disc);
        for (int r = Math.Max(0, row - 1); r <= Math.Min(_rows - 1, row + 1); r++)
        {
            for (int c = Math.Max(0, column - 1); c <= Math.Min(_columns - 1, column + 1); c++) _near.AddRange(_cells[r * _columns + c]);
        }
        return _near;
    }

    private int Row(Disc disc) => Math.Clamp((int)(disc.Y / _cell), 0, _rows - 1);

    private int Column(Disc disc) => Math.Clamp((int)(disc.X / _cell), 0, _columns - 1);
}
