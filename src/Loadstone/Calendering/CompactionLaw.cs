namespace Loadstone.Calendering;

/// <summary>
/// How the porosity of a coating falls with the load that presses it, ε = ε_min + (ε_0 − ε_min) exp(−q/γ) (Meyer, Bockholt,
/// Haselrieder, Kwade, J. Mater. Process. Technol. 249, 172 (2017), with the line load of a calender as q). With ε_min = 0 and a
/// pressure as q it is the law of Heckel, ln(1/ε) = ln(1/ε_0) + p/P_y (Trans. Metall. Soc. AIME 221, 671 (1961)). A law of
/// one layer; layers of one coating carry the same load.
/// </summary>
public sealed record CompactionLaw
{
    /// <summary>A law.</summary>
    /// <param name="resistance">γ, the load over which the pores that can be pressed out shrink by a factor e: line load [N/m] or pressure [Pa], as the loads that it is asked for. Infinite for a layer that does not give way.</param>
    /// <param name="leastPorosity">ε_min, what no load presses out; 0 to below 1.</param>
    public CompactionLaw(double resistance, double leastPorosity = 0)
    {
        if (!(resistance > 0)) throw new ArgumentException($"A compaction resistance is above zero; got {resistance:g6}.", nameof(resistance));
        Resistance = resistance;
        LeastPorosity = Require.Within(leastPorosity, 0, 0.999, "(fraction)", nameof(leastPorosity));
    }

    /// <summary>Compaction resistance γ, in the unit of the load.</summary>
    public double Resistance { get; }

    /// <summary>Least porosity ε_min.</summary>
    public double LeastPorosity { get; }

    /// <summary>Heckel's law: <see cref="LeastPorosity"/> is 0.</summary>
    /// <param name="yieldPressure">P_y [Pa], the reciprocal of Heckel's constant K.</param>
    public static CompactionLaw Heckel(double yieldPressure) => new(yieldPressure);

    /// <summary>Porosity under a load. A coating that is denser than <see cref="LeastPorosity"/> already stays as it is.</summary>
    /// <param name="coatedPorosity">Porosity before ε_0.</param>
    /// <param name="load">Load q, not negative, in the unit of γ; infinite for all that can be pressed out.</param>
    public double PorosityAt(double coatedPorosity, double load)
    {
        if (!(load >= 0)) throw new ArgumentException($"A load is not negative; got {load:g6}.", nameof(load));
        double open = coatedPorosity - LeastPorosity;
        return open <= 0 || double.IsInfinity(Resistance) ? coatedPorosity : LeastPorosity + open * Math.Exp(-load / Resistance);
    }

    /// <summary>The load under which a porosity is reached; infinite where none does.</summary>
    /// <param name="coatedPorosity">Porosity before ε_0.</param>
    /// <param name="porosity">Porosity under load, at most <paramref name="coatedPorosity"/>.</param>
    public double LoadFor(double coatedPorosity, double porosity)
    {
        if (porosity > coatedPorosity) throw new ArgumentException($"Pressing does not open pores: {porosity:g6} is above {coatedPorosity:g6}.", nameof(porosity));
        if (porosity == coatedPorosity) return 0;
        return porosity <= LeastPorosity ? double.PositiveInfinity : Resistance * Math.Log((coatedPorosity - LeastPorosity) / (porosity - LeastPorosity));
    }
}
