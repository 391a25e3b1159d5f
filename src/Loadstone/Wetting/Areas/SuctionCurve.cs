namespace Loadstone.Wetting.Areas;

/// <summary>
/// Pressure, saturation and Kirchhoff's potential Φ = ∫ k_r dp of a layer over one unknown u: below 1 it is the saturation, above 1 the pores
/// are full and the pressure goes on with the slope that Φ has there. From p = −p_e S^(−1/λ) and k_r = S^(3 + 2/λ), Φ = p_e/(1 + 3λ) S^(3 + 1/λ).
/// </summary>
internal readonly struct SuctionCurve(LayerWettingProperties properties)
{
    private readonly double _entry = properties.EntryPressure, _index = properties.PoreIndex, _power = 3 + 1 / properties.PoreIndex;

    private double PotentialWhenFull => _entry / (1 + 3 * _index);

    /// <summary>Φ [Pa] and its derivative.</summary>
    internal double Potential(double u, out double slope)
    {
        if (u <= 0)
        {
            slope = 0;
            return 0;
        }
        if (u >= 1)
        {
            slope = _entry / _index;
            return PotentialWhenFull + slope * (u - 1);
        }
        double power = Math.Pow(u, _power - 1);
        slope = _entry / _index * power;
        return PotentialWhenFull * power * u;
    }

    /// <summary>dp/du above 1 [Pa].</summary>
    internal double PressureSlopeWhenFull => _entry / _index;

    /// <summary>p_e [Pa].</summary>
    internal double Entry => _entry;

    /// <summary>Pressure of the liquid over that of the gas [Pa], for u above 0.</summary>
    internal double Pressure(double u) => u >= 1 ? -_entry + _entry / _index * (u - 1) : -_entry * Math.Pow(u, -1 / _index);

    /// <summary>Φ at a pressure [Pa], and its derivative, the relative permeability.</summary>
    internal double PotentialAt(double pressure, out double relativePermeability)
    {
        if (pressure >= -_entry)
        {
            relativePermeability = 1;
            return PotentialWhenFull + pressure + _entry;
        }
        double ratio = Math.Pow(-pressure / _entry, -(2 + 3 * _index));
        relativePermeability = ratio;
        return PotentialWhenFull * ratio * (-pressure / _entry);
    }
}
