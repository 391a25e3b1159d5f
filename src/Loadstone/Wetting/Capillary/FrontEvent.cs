namespace Loadstone.Wetting.Capillary;

/// <summary>Something that menisci wait for.</summary>
/// <param name="Curvature">κ at which it happens [1/m]; infinite where it never does.</param>
/// <param name="Cause">What it is.</param>
/// <param name="Pores">Pores that fill; none where the liquid leaves below.</param>
/// <param name="First">Gap through which the liquid comes, and the pore or space that it comes from.</param>
/// <param name="Second">The other gap where two menisci meet.</param>
internal sealed record FrontEvent(double Curvature, FillingCause Cause, IReadOnlyList<int> Pores, (Throat Throat, int Behind) First, (Throat Throat, int Behind)? Second) : IComparable<FrontEvent>
{
    /// <summary>
    /// The one that needs less pressure comes first. Menisci that meet a disc or each other as soon as they stand do so at one pressure; what then decides is the same in a
    /// mirror.
    /// </summary>
    public int CompareTo(FrontEvent? other)
    {
        if (other is null) return 1;
        int order = Curvature.CompareTo(other.Curvature);
        if (order == 0) order = Cause.CompareTo(other.Cause);
        if (order == 0) order = Pores.Count.CompareTo(other.Pores.Count);
        return order == 0 ? Width.CompareTo(other.Width) : order;
    }

    private double Width => First.Throat.Width + (Second?.Throat.Width ?? 0);
}
