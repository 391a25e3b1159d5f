using Loadstone.Drying;

namespace Loadstone.Tests.Drying;

/// <summary>The drying times of Park et al. (Fig. 3A): 86 s at 70 wt% is fitted, 48 s at 77 wt% is not.</summary>
public class DryingCalibrationTests
{
    private static readonly DryingCalibration Park =
        DryingCalibration.Of(Films.Cathode(0.70), 86, Films.Cathode(0.77), 48, Films.Analyser());

    [Fact]
    public void Prints() => TestContext.Current.TestOutputHelper!.WriteLine(Park.ToString());
}
