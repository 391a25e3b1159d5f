namespace Loadstone.Numerics;

/// <summary>
/// Columns of a factor grouped to supernodes: neighbours in the elimination tree whose rows are the same, or nearly so that a few explicit zeros
/// cost less than many narrow columns (Ashcraft, Grimes, ACM Trans. Math. Softw. 15, 291 (1989)). Columns are renumbered so that those of a
/// supernode follow each other, supernodes children first.
/// </summary>
internal sealed class SupernodeTree
{
    // Largest share of zeros in a merged supernode by its width: (columns, share), the first that holds.
    private static readonly (int Width, double Zeros)[] _relaxed = [(8, 0.6), (16, 0.3), (48, 0.1), (int.MaxValue, 0.03)];

    private SupernodeTree(int[] order, int[] first, int[] parent) => (Order, First, Parent) = (order, first, parent);

    /// <summary>The unknown of each column.</summary>
    public int[] Order { get; }

    /// <summary>First column of each supernode, and n at the end.</summary>
    public int[] First { get; }

    /// <summary>Parent of each supernode, −1 of a root.</summary>
    public int[] Parent { get; }

    public static SupernodeTree Of(EliminationTree columns)
    {
        int n = columns.Order.Length;
        // Exact supernodes: a column joins the one before it if that is its child and has one row more.
        var group = new int[n];
        List<int> start = [];
        for (int j = 0; j < n; j++)
        {
            bool joins = j > 0 && columns.Parent[j - 1] == j && columns.Entries[j - 1] == columns.Entries[j] + 1;
            if (!joins) start.Add(j);
            group[j] = start.Count - 1;
        }
        int count = start.Count;
        start.Add(n);
        int[] parent = new int[count], width = new int[count], below = new int[count];
        var zeros = new long[count];
        for (int s = 0; s < count; s++)
        {
            width[s] = start[s + 1] - start[s];
            below[s] = columns.Entries[start[s + 1] - 1] - 1;
            int above = columns.Parent[start[s + 1] - 1];
            parent[s] = above < 0 ? -1 : group[above];
        }
        int[] into = Merge(parent, width, below, zeros);
        return Renumbered(columns, start, parent, into);
    }

    // Merges children into parents, upwards; returns what each supernode went into, itself if nothing.
    private static int[] Merge(int[] parent, int[] width, int[] below, long[] zeros)
    {
        int count = parent.Length;
        int[] into = new int[count], firstChild = new int[count], next = new int[count];
        Array.Fill(firstChild, -1);
        for (int s = 0; s < count; s++)
        {
            into[s] = s;
            while (true)
            {
                int best = -1;
                long least = long.MaxValue;
                for (int c = firstChild[s]; c >= 0; c = next[c])
                {
                    if (into[c] != c) continue;
                    long added = (long)width[c] * (width[s] + below[s] - below[c]);
                    if (zeros[c] + added < least) (best, least) = (c, zeros[c] + added);
                }
                if (best < 0 || !IsWorthwhile(width[s] + width[best], below[s], zeros[s] + least)) break;
                into[best] = s;
                width[s] += width[best];
                zeros[s] += least;
            }
            if (parent[s] < 0) continue;
            next[s] = firstChild[parent[s]];
            firstChild[parent[s]] = s;
        }
        return into;
    }

    private static bool IsWorthwhile(int width, int below, long zeros)
    {
        double entries = (double)width * (width + 1) / 2 + (double)width * below;
        foreach ((int most, double share) in _relaxed)
        {
            if (width <= most) return zeros <= share * entries;
        }
        return false;
    }

    private static SupernodeTree Renumbered(EliminationTree columns, List<int> start, int[] parent, int[] into)
    {
        int count = parent.Length;
        // Parents come after their children, so what they went into is known first when going down.
        for (int s = count - 1; s >= 0; s--) into[s] = into[into[s]];
        var top = new int[count];
        int tops = 0;
        for (int s = 0; s < count; s++) top[s] = into[s] == s ? tops++ : -1;
        var topParent = new int[tops];
        int[] members = new int[count], memberStart = new int[tops + 1];
        for (int s = 0; s < count; s++)
        {
            memberStart[top[into[s]] + 1]++;
            if (into[s] == s) topParent[top[s]] = parent[s] < 0 ? -1 : top[into[parent[s]]];
        }
        for (int t = 0; t < tops; t++) memberStart[t + 1] += memberStart[t];
        int[] fill = memberStart[..tops];
        for (int s = 0; s < count; s++) members[fill[top[into[s]]]++] = s;

        int[] post = EliminationTree.Postorder(topParent), place = EliminationTree.Inverse(post);
        int[] order = new int[columns.Order.Length], first = new int[tops + 1], newParent = new int[tops];
        int column = 0;
        for (int k = 0; k < tops; k++)
        {
            int t = post[k];
            first[k] = column;
            newParent[k] = topParent[t] < 0 ? -1 : place[topParent[t]];
            foreach (int s in members.AsSpan(memberStart[t], memberStart[t + 1] - memberStart[t]))
            {
                for (int j = start[s]; j < start[s + 1]; j++) order[column++] = columns.Order[j];
            }
        }
        first[tops] = column;
        return new SupernodeTree(order, first, newParent);
    }
}
