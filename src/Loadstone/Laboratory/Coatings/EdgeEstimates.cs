namespace Loadstone.Laboratory.Coatings;

/// <summary>One edge of a measured coating, without dimension against the bulk height (J. K. Park et al., eqns 2 to 5), with errors.</summary>
/// <param name="Height">H* = H_edge/H_coat: the highest point near the edge; 1 where no ridge stands above the bulk.</param>
/// <param name="Width">B* = W_edge/H_coat: the width over which the ridge exceeds the bulk; 0 without a ridge.</param>
/// <param name="Slope">R* = H_coat/(W_side − W_edge): the slope of the outer ramp.</param>
/// <param name="RidgeWidth">W_edge [m].</param>
/// <param name="SideWidth">W_side: from the foot to where the profile has settled to the bulk height, ridge included [m].</param>
/// <param name="Foot">Where the ramp meets the foil [m].</param>
public sealed record EdgeEstimates(Estimate Height, Estimate Width, Estimate Slope, Estimate RidgeWidth, Estimate SideWidth, double Foot)
{
    /// <summary>Mean of two edges, number by number; the foot is that of the first.</summary>
    public static EdgeEstimates Mean(EdgeEstimates a, EdgeEstimates b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new(Of(a.Height, b.Height), Of(a.Width, b.Width), Of(a.Slope, b.Slope), Of(a.RidgeWidth, b.RidgeWidth), Of(a.SideWidth, b.SideWidth), a.Foot);

        static Estimate Of(Estimate x, Estimate y) => new((x.Value + y.Value) / 2, Math.Sqrt(x.StandardError * x.StandardError + y.StandardError * y.StandardError) / 2);
    }
}
