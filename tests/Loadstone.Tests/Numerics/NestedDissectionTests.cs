using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Loadstone.Numerics;

namespace Loadstone.Tests.Numerics;

public class NestedDissectionTests
{
    [Fact]
    public void AnOrderIsAPermutationWithAndWithoutCoordinates() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            SparsePattern pattern = SparseSamples.Random(1 + Math.Abs(seed % 300), seed).Pattern;
            double[] x = SparseSamples.Vector(pattern.Size, seed), y = SparseSamples.Vector(pattern.Size, seed + 1);
            foreach (int[] order in new[] { NestedDissection.Order(pattern), NestedDissection.Order(pattern, x, y), NestedDissection.Order(pattern, y: y) })
                order.Order().ShouldBe(Enumerable.Range(0, pattern.Size));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void FillOfAGridIsFarBelowThatOfRows()
    {
        SparsePattern pattern = SparseSamples.Laplacian(60, 60).Pattern;
        // Row by row the factor is a full band of 60 below each diagonal.
        SparseCholesky.Analyse(pattern).FactorEntries.ShouldBeLessThan(60 * 3600 / 2);
    }

    [Fact]
    public void HolesOfManyNeighboursDoNotSpoilAnOrder()
    {
        (SparseSymmetric open, _, _) = SparseSamples.Biharmonic(70, 70, 0, 3);
        (SparseSymmetric holed, double[] x, double[] y) = SparseSamples.Biharmonic(70, 70, 25, 3);
        long without = SparseCholesky.Analyse(open.Pattern).FactorEntries;
        SparseCholesky.Analyse(holed.Pattern).FactorEntries.ShouldBeLessThan(without);
        SparseCholesky.Analyse(holed.Pattern, x, y).FactorEntries.ShouldBeLessThan(without);
    }

    [Fact]
    public void CutsPartTheirSidesWithAsFewVerticesAsCanBe() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            const int Size = 11, First = 0, Second = Size - 1;
            var random = new Random(seed);
            var builder = new SparsePatternBuilder(Size);
            for (int k = 0; k < 18; k++)
            {
                (int i, int j) = (random.Next(Size), random.Next(Size));
                if (Math.Abs(i - j) < Second) builder.Add(i, j);
            }
            var graph = new SparseGraph(builder.Build());
            var cut = new VertexCut(graph);
            int[] part = [.. Enumerable.Range(0, Size)];
            foreach (int v in part) cut.Side[v] = v switch { First => CutSide.First, Second => CutSide.Second, _ => CutSide.Between };
            int found = cut.Find(part);
            int separator = 0;
            foreach (int v in part)
            {
                if (cut.Side[v] == CutSide.Between) separator |= 1 << v;
            }
            BitOperations.PopCount((uint)separator).ShouldBe(found);
            Parts(graph, separator, First, Second).ShouldBeTrue();
            int fewest = Enumerable.Range(0, 1 << Size).Where(set => (set & (1 << First | 1 << Second)) == 0 && Parts(graph, set, First, Second))
                .Min(set => BitOperations.PopCount((uint)set));
            found.ShouldBe(fewest);
        }).QuickCheckThrowOnFailure();

    // Whether no path leads from one vertex to another outside a set of vertices.
    private static bool Parts(SparseGraph graph, int set, int from, int to)
    {
        int seen = 1 << from;
        var stack = new Stack<int>([from]);
        while (stack.TryPop(out int v))
        {
            foreach (int u in graph.Neighbours(v))
            {
                if (((seen | set) >> u & 1) != 0) continue;
                seen |= 1 << u;
                stack.Push(u);
            }
        }
        return (seen >> to & 1) == 0;
    }
}
