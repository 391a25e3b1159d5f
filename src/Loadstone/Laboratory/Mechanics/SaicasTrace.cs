using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>How a SAICAS blade moved, where the file does not tell.</summary>
/// <param name="Blade">Width of the blade [m].</param>
/// <param name="Angle">Angle of its way down to the surface [rad]: depth = horizontal distance × tan(angle); null where the file holds depths.</param>
/// <param name="Speed">Horizontal speed [m/s], for files with times alone; or null.</param>
/// <param name="Interface">Depth of the foil [m], at which the blade stops to go down; null where the depths tell.</param>
public sealed record SaicasSettings(double Blade, double? Angle = null, double? Speed = null, double? Interface = null);

/// <summary>Horizontal force over blade width while a blade cuts into a coating and peels it off its foil, in the order of measuring.</summary>
/// <param name="Source">File, for messages.</param>
/// <param name="Way">Horizontal distance [m]; number of the point where neither distance nor time and speed are known.</param>
/// <param name="Depth">Depth below the surface [m], as many.</param>
/// <param name="Force">Horizontal force over the width of the blade [N/m], as many.</param>
/// <param name="HasWay">Whether the way is a distance.</param>
/// <param name="Warnings">What was changed or passed over.</param>
public sealed record SaicasTrace(string Source, IReadOnlyList<double> Way, IReadOnlyList<double> Depth, IReadOnlyList<double> Force, bool HasWay, IReadOnlyList<string> Warnings)
{
    private const int FewestPoints = 30;

    private static readonly string[] Forces = ["horizontal force", "Fh", "F_h", "cutting force", "force"];
    private static readonly string[] Depths = ["depth", "vertical displacement", "vertical distance", "vertical position"];
    private static readonly string[] Ways = ["horizontal displacement", "horizontal distance", "horizontal position", "distance"];

    /// <summary>The trace of a table.</summary>
    /// <exception cref="InputException">A column or a setting is missing, or fewer than thirty points lie below the surface.</exception>
    public static SaicasTrace Of(MeasuredTable table, SaicasSettings settings)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        double[] force = table.UnitOf(Forces) is { } unit && QuantityKinds.PeelForce.HasUnit(unit)
            ? table.Column(QuantityKinds.PeelForce, Forces) : [.. table.Column(QuantityKinds.Force, Forces).Select(f => f / settings.Blade)];
        double[]? way = table.Has(Ways) ? table.Column(QuantityKinds.Length, Ways)
            : settings.Speed is { } speed && table.Has("time") ? [.. table.Column(QuantityKinds.Time, "time").Select(t => t * speed)] : null;
        var warnings = new List<string>();
        double[] depth;
        if (table.Has(Depths))
        {
            depth = table.Column(QuantityKinds.Length, Depths);
            if (depth.Where(double.IsFinite).DefaultIfEmpty(0).Average() < 0)
            {
                warnings.Add("depths are negative: the vertical axis points upwards, and they were turned.");
                depth = [.. depth.Select(d => -d)];
            }
        }
        else if (way is not null && settings.Angle is { } angle)
        {
            depth = [.. way.Select(w => Math.Min((w - way[0]) * Math.Tan(angle), settings.Interface ?? double.PositiveInfinity))];
        }
        else
        {
            throw new InputException("no column holds a depth or vertical displacement; expected one, or a horizontal distance (or --speed and a time) with --angle.", file: table.Source);
        }
        if (Sorted(force) < 0)
        {
            warnings.Add("the horizontal forces are negative: the sensor counts the other way round, and they were turned.");
            force = [.. force.Select(f => -f)];
        }
        int[] kept = [.. Enumerable.Range(0, force.Length).Where(i => double.IsFinite(force[i]) && depth[i] >= 0 && (way is null || double.IsFinite(way[i])))];
        if (kept.Length < FewestPoints) throw new InputException($"{kept.Length} points with a force below the surface are too few; expected {FewestPoints} or more.", file: table.Source);
        return new SaicasTrace(table.Source, [.. kept.Select(i => way?[i] ?? i)], [.. kept.Select(i => depth[i])], [.. kept.Select(i => force[i])], way is not null, warnings);
    }

    private static double Sorted(double[] force) => force.Any(double.IsFinite) ? SlipFinder.Quantile([.. force.Where(double.IsFinite)], 0.5) : 0;
}
