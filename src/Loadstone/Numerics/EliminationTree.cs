namespace Loadstone.Numerics;

/// <summary>
/// The elimination tree of a graph in an order of elimination (Liu, SIAM J. Matrix Anal. Appl. 11, 134 (1990)): the parent of a column is the
/// first row below the diagonal of its factor. Columns are numbered so that those of every subtree follow each other, the root last.
/// </summary>
internal sealed class EliminationTree
{
    private EliminationTree(int[] order, int[] place, int[] parent, int[] entries) => (Order, Place, Parent, Entries) = (order, place, parent, entries);

    /// <summary>The unknown of each column.</summary>
    public int[] Order { get; }

    /// <summary>The column of each unknown.</summary>
    public int[] Place { get; }

    /// <summary>Parent of each column, −1 of a root.</summary>
    public int[] Parent { get; }

    /// <summary>Entries of each column of the factor, the diagonal among them.</summary>
    public int[] Entries { get; }

    public static EliminationTree Of(SparseGraph graph, ReadOnlySpan<int> order)
    {
        int[] first = Postorder(Parents(graph, order, Inverse(order)));
        var columns = new int[order.Length];
        for (int j = 0; j < columns.Length; j++) columns[j] = order[first[j]];
        int[] place = Inverse(columns), parent = Parents(graph, columns, place);
        return new EliminationTree(columns, place, parent, Counts(graph, columns, place, parent));
    }

    /// <summary>Children before parents, each subtree in one piece; children in their order.</summary>
    public static int[] Postorder(int[] parent)
    {
        int n = parent.Length;
        int[] firstChild = new int[n], next = new int[n], stack = new int[n], post = new int[n];
        Array.Fill(firstChild, -1);
        for (int j = n - 1; j >= 0; j--)
        {
            if (parent[j] < 0) continue;
            next[j] = firstChild[parent[j]];
            firstChild[parent[j]] = j;
        }
        int count = 0;
        for (int root = 0; root < n; root++)
        {
            if (parent[root] >= 0) continue;
            int depth = 0;
            stack[depth++] = root;
            while (depth > 0)
            {
                int j = stack[depth - 1], child = firstChild[j];
                if (child >= 0)
                {
                    firstChild[j] = next[child];
                    stack[depth++] = child;
                }
                else
                {
                    post[count++] = j;
                    depth--;
                }
            }
        }
        return post;
    }

    public static int[] Inverse(ReadOnlySpan<int> permutation)
    {
        var inverse = new int[permutation.Length];
        for (int k = 0; k < inverse.Length; k++) inverse[permutation[k]] = k;
        return inverse;
    }

    private static int[] Parents(SparseGraph graph, ReadOnlySpan<int> order, int[] place)
    {
        int[] parent = new int[order.Length], ancestor = new int[order.Length];
        for (int j = 0; j < parent.Length; j++)
        {
            parent[j] = ancestor[j] = -1;
            foreach (int u in graph.Neighbours(order[j]))
            {
                for (int i = place[u], above; i >= 0 && i < j; i = above)
                {
                    above = ancestor[i];
                    ancestor[i] = j;
                    if (above < 0) parent[i] = j;
                }
            }
        }
        return parent;
    }

    // Row i of the factor is the part of the tree between the entries of row i and i itself.
    private static int[] Counts(SparseGraph graph, int[] order, int[] place, int[] parent)
    {
        int[] entries = new int[order.Length], seen = new int[order.Length];
        Array.Fill(seen, -1);
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i]++;
            seen[i] = i;
            foreach (int u in graph.Neighbours(order[i]))
            {
                if (place[u] > i) continue;
                for (int j = place[u]; seen[j] != i; j = parent[j])
                {
                    entries[j]++;
                    seen[j] = i;
                }
            }
        }
        return entries;
    }
}
