using System.Globalization;
using Loadstone.Wetting;
using Loadstone.Wetting.Study;

namespace Loadstone.Tests.Wetting.Study;

/// <summary>
/// Beds that a finite-volume code with a smeared interface (interFoam, OpenFOAM 1912) has filled on castellated cells of 0.5 µm, at the same velocity and viscosities. Skipped where
/// the files are absent.
/// </summary>
public class ReferenceBedSampleTests
{
    /// <summary>
    /// What fills late feels the whole bed: from two thirds of a pore volume on the pressures agree within the 10 % by which two schemes differ on the same staircase walls, and
    /// saturations within 0.03. Earlier the liquid stands in few gaps of one and a half cells, where a staircase is narrower than the circles.
    /// </summary>
    [Theory]
    [InlineData("LS")]
    [InlineData("SL")]
    [InlineData("MIX")]
    public void Pressure_and_saturation_agree_within_the_scatter_of_schemes(string name)
    {
        string folder = Folder();
        DiscBed bed = BedFile.Load(Path.Combine(folder, $"{name}_55_p50_s1.csv"), 50e-6, 146e-6);
        double[][] peer = [.. File.ReadLines(Path.Combine(folder, $"A_{name}_outlet_vs_time.csv")).Skip(1).Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        // Coarse cells in time keep the test short: the numbers change by less than a percent.
        var run = StudyRun.Begin(bed, new StudyOptions { PoreVolumes = 1.2, FlowInterval = 4e-3 });
        while (!run.IsDone) run.Advance();
        StudyResult result = run.Result();
        result.MassError.ShouldBeLessThan(1e-10);
        int compared = 0;
        foreach (StudySample at in result.History.Where(sample => sample.PoreVolumes > 0.68))
        {
            double[]? row = peer.FirstOrDefault(row => row[0] >= at.Time);
            if (row is null) break;
            at.InletPressure.ShouldBe(row[4], 0.1 * row[4], $"{at.Time} s");
            at.Saturation.ShouldBe(row[2], 0.03, $"{at.Time} s");
            compared++;
        }
        compared.ShouldBeGreaterThan(50);
        // The peer's threshold is passed by the toe of a smeared interface.
        result.OutletTime.ShouldBe(peer.First(row => row[1] > 0.01 * peer.Max(other => other[1]))[0], 0.05 * result.FillTime);
    }

    private static string Folder()
    {
        for (DirectoryInfo? folder = new(Repository.Root); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "reference", "vof");
            if (Directory.Exists(path)) return path;
        }
        Assert.Skip("The beds and histories of the other code are absent.");
        return "";
    }
}
