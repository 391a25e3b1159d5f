using Loadstone.Designs.Building;
using Loadstone.Designs.Infiltration;
using Loadstone.Wetting.Areas;

namespace Loadstone.Designs.Runs;

/// <summary>How the cells were filled and rested before the run, where the document says how.</summary>
internal static class RunReportWetting
{
    private const double Hour = 3600, Percent = 100, Millimetres = 1e3, Degrees = 180 / Math.PI, OhmSquareCentimetres = 1e4;

    private static readonly ResultColumn[] Columns =
    [
        new("variant", "variant"), new("electrode", "electrode"), new("layer", "layer"),
        new("halfWidth", "half-width", "mm", "F1"), new("contactAngle", "angle", "°", "F0"), new("rest", "rest", "h", "G4"), new("filledAfter", "filled after", "s", "G3"),
        new("trappedAir", "air trapped", "%", "F2"), new("wettedFraction", "wetted", "%", "F2"),
        new("resistance", "R_p", "Ω cm²", "F2"), new("wetResistance", "R_p wet", "Ω cm²", "F2"), new("settledAfter", "R_p settled after", "h", "G3"),
    ];

    /// <summary>One row per layer of every electrode that was filled, from the foil.</summary>
    public static ResultTable Of(IReadOnlyList<BuiltDesign> designs) => new("wetting", "Filling and rest before the run", Columns, [.. designs.SelectMany(Rows)],
        FormattableString.Invariant($"Wetted is what goes into the simulation; R_p is the ohmic resistance of separator and coating at the end of the rest and when all is wet, settled within {AreaReport.SettledWithin * Percent:g2} % of the latter."));

    private static IEnumerable<ResultCell[]> Rows(BuiltDesign design)
    {
        foreach (ElectrodeWetting electrode in design.Wetting)
        {
            AreaWetting wetting = electrode.Wetting;
            WettingArea area = wetting.Area;
            for (int k = area.Layers.Count - 1; k > 0; k--)
            {
                yield return
                [
                    design.Design.Name, electrode.Side, area.Layers[k].Name,
                    area.HalfWidth * Millimetres, area.Liquid.ContactAngle * Degrees, wetting.States[^1].Time / Hour, Finite(wetting.FilledAt),
                    area.Layers[k].Properties.TrappedShare * Percent, wetting.Wetted[k] * Percent,
                    Finite(wetting.States[^1].Resistance * OhmSquareCentimetres), wetting.WetResistance * OhmSquareCentimetres, Finite(wetting.SettlingTime(AreaReport.SettledWithin) / Hour),
                ];
            }
        }
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
