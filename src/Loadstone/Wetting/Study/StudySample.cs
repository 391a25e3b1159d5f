namespace Loadstone.Wetting.Study;

/// <summary>A filling at one time.</summary>
/// <param name="Time">Time since the liquid met the bed [s].</param>
/// <param name="PoreVolumes">Liquid injected until then, in volumes of the bed's pores.</param>
/// <param name="Saturation">Share of the pores that holds liquid.</param>
/// <param name="OutletShare">Share of liquid in what leaves below less what comes back there, over the last flow interval: above 1 for a moment where air comes back.</param>
/// <param name="InletPressure">Pressure at the inlet over that below [Pa], at the begin of the last flow interval.</param>
public readonly record struct StudySample(double Time, double PoreVolumes, double Saturation, double OutletShare, double InletPressure);
