using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Tests.Wetting;

public class FlowNetworkTests
{
    /// <summary>A gap conducts what lubrication theory's integral of 12/h³ over the parabola of two radii says.</summary>
    [Theory]
    [InlineData(2.25e-6, 2.25e-6, 0.8e-6)]
    [InlineData(5.65e-6, 2.25e-6, 0.4e-6)]
    [InlineData(5.65e-6, 5.65e-6, 3e-6)]
    public void A_gap_conducts_as_the_integral_of_its_parabola(double r1, double r2, double b)
    {
        double r = r1 * r2 / (r1 + r2), sum = 0, width = Math.Sqrt(2 * r * b);
        // x = width tan φ takes the integral to a finite one, and the rule of the middle is exact to 1e-12 for it.
        const int n = 2000;
        for (int k = 0; k < n; k++)
        {
            double phi = -Math.PI / 2 + Math.PI * (k + 0.5) / n, x = width * Math.Tan(phi), h = b + x * x / (2 * r);
            sum += 12 / (h * h * h) * width / (Math.Cos(phi) * Math.Cos(phi)) * Math.PI / n;
        }
        var throat = new Throat(0, 0, 1, new Disc(0, 0, r1), new Disc(r1 + r2 + b, 0, r2), 0, 1, false);
        FlowNetwork.Conductance(throat).ShouldBe(1 / sum, 1e-9 / sum);
    }

    /// <summary>In a square array the conductance is the permeability that B. R. Gebart (1992) gives for flow across fibres: 16/(9π√2) (√(V_max/V) − 1)^(5/2) R².</summary>
    [Fact]
    public void Square_arrays_have_the_published_permeability()
    {
        const double r = 2.25e-6, b = 0.8e-6, pitch = 2 * r + b;
        double share = Math.PI * r * r / (pitch * pitch), permeability = 16 / (9 * Math.PI * Math.Sqrt(2)) * Math.Pow(Math.Sqrt(Math.PI / 4 / share) - 1, 2.5) * r * r;
        FlowNetwork.Conductance(new Throat(0, 0, 1, new Disc(0, 0, r), new Disc(pitch, 0, r), 0, 1, false)).ShouldBe(permeability, 1e-12 * permeability);
    }

    /// <summary>Resistances built gap by gap, with pores taken out behind the front, are those of all filled pores solved at once.</summary>
    [Fact]
    public void The_front_knows_what_the_whole_network_says()
    {
        DiscBed bed = new BedGenerator().Make(new TwoSizeSection { Thickness = 60e-6 }.Layers(Arrangement.Mixed), 3);
        var space = new PoreSpace(bed);
        var front = new FillingFront(space, 1);
        var network = new FlowNetwork(space);
        var wet = new List<int>();
        int compared = 0;
        while (front.Least() is { Pores.Count: > 0 } next)
        {
            front.Fill(next.Pores, next.Curvature);
            network.Add(next.Pores);
            network.Forget(front.IsOpen);
            wet.AddRange(next.Pores);
            if (wet.Count % 10 != 0) continue;
            double[,] inverse = Inverse(space, wet);
            foreach (int i in wet.Where(IsFront))
            {
                foreach (int j in wet.Where(IsFront))
                {
                    network.Between(i, j).ShouldBe(inverse[wet.IndexOf(i), wet.IndexOf(j)], 1e-8 * inverse[wet.IndexOf(i), wet.IndexOf(i)]);
                    compared++;
                }
            }
        }
        compared.ShouldBeGreaterThan(100);

        bool IsFront(int pore) => space.ThroatsOf[pore].Any(throat => front.IsOpen(throat.Other(pore)));
    }

    /// <summary>Flows of a front meet what they must: A q = drive where something flows, no drive left where nothing does, and nothing flows back.</summary>
    [Fact]
    public void Flows_of_a_front_are_complementary()
    {
        var random = new Random(5);
        int resting = 0;
        for (int trial = 0; trial < 200; trial++)
        {
            int n = 1 + trial % 12;
            double[,] way = new double[n, 6];
            foreach (int i in Enumerable.Range(0, n))
            {
                for (int k = 0; k < 6; k++) way[i, k] = random.NextDouble();
            }
            var system = new FrontFlow(n);
            for (int i = 0; i < n; i++)
            {
                system.Drive[i] = random.NextDouble();
                for (int j = 0; j < n; j++) system[i, j] = Enumerable.Range(0, 6).Sum(k => way[i, k] * way[j, k]) + (i == j ? 0.1 : 0);
            }
            double[] flows = system.Solve();
            for (int i = 0; i < n; i++)
            {
                double left = system.Drive[i] - Enumerable.Range(0, n).Sum(j => system[i, j] * flows[j]);
                flows[i].ShouldBeGreaterThanOrEqualTo(0);
                if (flows[i] > 0) left.ShouldBe(0, 1e-10);
                else
                {
                    left.ShouldBeLessThanOrEqualTo(1e-10);
                    resting++;
                }
            }
        }
        resting.ShouldBeGreaterThan(50);
    }

    private static double[,] Inverse(PoreSpace space, List<int> wet)
    {
        var matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(wet.Count, wet.Count);
        foreach (Throat throat in space.Throats)
        {
            int left = wet.IndexOf(throat.LeftPore), right = wet.IndexOf(throat.RightPore);
            double g = FlowNetwork.Conductance(throat);
            bool isLeft = left >= 0, isRight = right >= 0;
            if (isLeft && (isRight || throat.RightPore == PoreSpace.Above)) matrix[left, left] += g;
            if (isRight && (isLeft || throat.LeftPore == PoreSpace.Above)) matrix[right, right] += g;
            if (isLeft && isRight) (matrix[left, right], matrix[right, left]) = (matrix[left, right] - g, matrix[right, left] - g);
        }
        return matrix.Inverse().ToArray();
    }
}
