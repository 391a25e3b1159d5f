namespace Loadstone.Wetting.Capillary;

/// <summary>A stable meniscus: part of a circle between two discs.</summary>
/// <param name="X">Centre of the circle [m].</param>
/// <param name="Y">Centre of the circle [m].</param>
/// <param name="Radius">Its radius [m].</param>
/// <param name="First">Angle by which its contact point on the first disc has advanced beyond the line of centres, towards the air [rad].</param>
/// <param name="Second">The same on the second disc [rad].</param>
internal readonly record struct Arc(double X, double Y, double Radius, double First, double Second);

/// <summary>
/// Menisci in the gap between two discs, liquid on the right of the line from the first centre to the second and air on its left. At a curvature
/// κ = (p_liquid − p_air)/σ it is a circle of radius 1/|κ| that meets both discs at the contact angle; its centre c lies at
/// |c − c_i|² = R² + r_i² ± 2 R r_i cos θ, with + where the air is inside (M. Cieplak and M. O. Robbins, Phys. Rev. B 41, 11508 (1990)).
/// One such circle on either side of the line exists between a least and a largest curvature; the one that more pressure moves towards the
/// air is stable.
/// </summary>
internal readonly struct Meniscus
{
    private readonly Disc _first, _second;
    private readonly double _cosine, _distance, _ux, _uy;

    /// <summary>The gap between two discs.</summary>
    /// <param name="first">Disc with the air on its left, seen towards the second.</param>
    /// <param name="second">The other disc.</param>
    /// <param name="angle">Contact angle through the liquid [rad].</param>
    public Meniscus(Disc first, Disc second, double angle)
    {
        (_first, _second) = (first, second);
        _cosine = Math.Cos(angle);
        double dx = second.X - first.X, dy = second.Y - first.Y;
        _distance = Math.Sqrt(dx * dx + dy * dy);
        (_ux, _uy) = (dx / _distance, dy / _distance);
        Least = -1 / Limit(1);
        Largest = 1 / Limit(-1);
    }

    /// <summary>Smallest curvature at which a meniscus stands in the gap [1/m]; below it the liquid is drawn back.</summary>
    public double Least { get; }

    /// <summary>Largest curvature [1/m]; above it the liquid bursts through.</summary>
    public double Largest { get; }

    /// <summary>The stable meniscus at a curvature between <see cref="Least"/> and <see cref="Largest"/>.</summary>
    public Arc At(double curvature)
    {
        double tiny = 1e-7 / _distance;
        double bent = Math.Abs(curvature) < tiny ? tiny : curvature;
        double radius = 1 / Math.Abs(bent), sign = bent < 0 ? 1 : -1;
        double a = Reach(radius, _first.Radius, sign), b = Reach(radius, _second.Radius, sign);
        double along = (_distance * _distance + a * a - b * b) / (2 * _distance);
        double aside = sign * Math.Sqrt(Math.Max(0, a * a - along * along));
        // The left normal (−u_y, u_x) points to the air.
        double x = _first.X + along * _ux - aside * _uy, y = _first.Y + along * _uy + aside * _ux;
        return new Arc(x, y, radius, Advance(sign, along, aside, a, _first.Radius, radius), Advance(sign, _distance - along, aside, b, _second.Radius, radius));
    }

    /// <summary>Whether a meniscus meets a disc that stands in the air before it.</summary>
    /// <param name="arc">The meniscus.</param>
    /// <param name="isHollow">Whether the air is inside its circle.</param>
    /// <param name="disc">The disc.</param>
    public bool Touches(Arc arc, bool isHollow, Disc disc)
    {
        double dx = disc.X - arc.X, dy = disc.Y - arc.Y, distance = Math.Sqrt(dx * dx + dy * dy);
        if (isHollow ? distance + disc.Radius < arc.Radius : distance - disc.Radius > arc.Radius) return false;
        // Only what lies between the contact points is meniscus: seen from the centre of its circle the disc must stand between them.
        return IsBetweenContacts(arc, isHollow, dx, dy);
    }

    /// <summary>Whether a meniscus hangs down to a height.</summary>
    /// <param name="arc">The meniscus.</param>
    /// <param name="isHollow">Whether the air is inside its circle.</param>
    /// <param name="height">The height [m].</param>
    public bool HangsTo(Arc arc, bool isHollow, double height) => !isHollow && arc.Y - arc.Radius <= height && IsBetweenContacts(arc, false, 0, -1);

    private bool IsBetweenContacts(Arc arc, bool isHollow, double dx, double dy)
    {
        double side = isHollow ? -1 : 1;
        (double x1, double y1) = Contact(_first, arc.First, 1);
        (double x2, double y2) = Contact(_second, arc.Second, -1);
        double from = side * Cross(x1 - arc.X, y1 - arc.Y, dx, dy), to = side * Cross(dx, dy, x2 - arc.X, y2 - arc.Y);
        return from <= 0 && to <= 0;
    }

    /// <summary>
    /// Area between the line of centres and the stable meniscus [m²], without the discs; negative where the meniscus stands behind the line.
    /// </summary>
    /// <param name="curvature">Curvature between <see cref="Least"/> and <see cref="Largest"/> [1/m].</param>
    public double Bulge(double curvature)
    {
        Arc arc = At(curvature);
        double r = _first.Radius, s = _second.Radius;
        // Along the line of centres and towards the air, from the first centre.
        double x1 = r * Math.Cos(arc.First), y1 = r * Math.Sin(arc.First), x2 = _distance - s * Math.Cos(arc.Second), y2 = s * Math.Sin(arc.Second);
        double polygon = (_distance * y2 + Cross(x2, y2, x1, y1)) / 2;
        double chord = Math.Sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
        double turned = 2 * Math.Asin(Math.Min(1, chord / (2 * arc.Radius)));
        // Difference of a small turn from its sine, by series: the arc is nearly straight at small curvatures.
        double beyond = turned < 1e-2 ? turned * turned * turned / 6 * (1 - turned * turned / 20) : turned - Math.Sin(turned);
        double segment = arc.Radius * arc.Radius / 2 * beyond;
        return polygon - r * r / 2 * arc.First - s * s / 2 * arc.Second + (curvature < 0 ? -segment : segment);
    }

    private (double X, double Y) Contact(Disc disc, double advance, double direction)
    {
        double c = Math.Cos(advance), s = Math.Sin(advance);
        return (disc.X + disc.Radius * (direction * c * _ux - s * _uy), disc.Y + disc.Radius * (direction * c * _uy + s * _ux));
    }

    // Angle of the contact point beyond the line of centres: the direction to the circle's centre, turned back by the angle under which it sees the contact.
    private static double Advance(double sign, double along, double aside, double reach, double disc, double radius)
    {
        double turned = Math.Acos(Math.Clamp((disc * disc + reach * reach - radius * radius) / (2 * disc * reach), -1, 1));
        double towards = Math.Atan2(aside, along);
        return sign > 0 ? towards - turned : towards + turned;
    }

    private double Reach(double radius, double disc, double sign) => Math.Sqrt(Math.Max(0, radius * radius + disc * disc + sign * 2 * radius * disc * _cosine));

    // Radius at which the two circles of possible centres just touch: the largest root, above which they cross.
    private double Limit(double sign)
    {
        double low = 0, high = _distance;
        while (Excess(high, sign) < 0) high *= 2;
        for (int step = 0; step < 200 && high - low > 1e-15 * high; step++)
        {
            double middle = (low + high) / 2;
            if (Excess(middle, sign) < 0) low = middle;
            else high = middle;
        }
        return high;
    }

    private double Excess(double radius, double sign) => Reach(radius, _first.Radius, sign) + Reach(radius, _second.Radius, sign) - _distance;

    private static double Cross(double ax, double ay, double bx, double by) => ax * by - ay * bx;
}
