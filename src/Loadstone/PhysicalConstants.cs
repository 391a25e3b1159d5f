namespace Loadstone;

/// <summary>Constants of nature, SI (CODATA 2018, exact since the 2019 redefinition).</summary>
public static class PhysicalConstants
{
    /// <summary>Faraday constant F [C/mol].</summary>
    public const double Faraday = 96485.33212;

    /// <summary>Molar gas constant R [J/(mol K)].</summary>
    public const double Gas = 8.31446261815324;

    /// <summary>0 °C [K].</summary>
    public const double CelsiusZero = 273.15;
}
