namespace Loadstone.Wetting.Study;

/// <summary>A picture of a filling.</summary>
/// <param name="Time">Time [s].</param>
/// <param name="PoreVolumes">Liquid injected until then, in volumes of the bed's pores.</param>
/// <param name="Share">Share of liquid in every cell's pore, in 255ths; rows from the bottom.</param>
public sealed record StudyFrame(double Time, double PoreVolumes, byte[] Share);
