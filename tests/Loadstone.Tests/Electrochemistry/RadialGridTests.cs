using Loadstone.Electrochemistry;

namespace Loadstone.Tests.Electrochemistry;

public class RadialGridTests
{
    /// <summary>Profiles a + bρ² are in the discrete space: surface value and fluxes must come out to round-off.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(77)]
    public void Quadratic_profiles_are_exact(int shells)
    {
        var grid = new RadialGrid(shells);
        double[] mean = new double[shells];
        for (int i = 0; i < shells; i++)
        {
            double a = grid.Faces[i], b = grid.Faces[i + 1];
            mean[i] = 0.3 + 0.2 * (Math.Pow(b, 5) - Math.Pow(a, 5)) / 5 / grid.Volume[i];
        }
        double surface = grid.SurfaceOuter * mean[^1] + grid.SurfaceInner * mean[^2] + grid.SurfaceGradient * 0.4;
        surface.ShouldBe(0.5, 1e-12);
        for (int i = 0; i < shells - 1; i++)
        {
            double face = grid.Faces[i + 1];
            (grid.FaceConductance[i] * (mean[i + 1] - mean[i])).ShouldBe(0.4 * face * face * face, 1e-12);
        }
    }

    [Fact]
    public void Shells_fill_the_sphere() => new RadialGrid(20).Volume.Sum().ShouldBe(1.0 / 3, 1e-15);
}
