namespace Loadstone.Wetting.Study;

/// <summary>A picture of a filling.</summary>
/// <param name="Time">Time [s].</param>
/// <param name="PoreVolumes">Liquid injected until then, in volumes of the bed's pores.</param>
/// <param name="Share">Share of liquid in every cell's pore, in 255ths; rows from the bottom.</param>
public sealed record StudyFrame(double Time, double PoreVolumes, byte[] Share)
{
    internal static StudyFrame Of(double time, double poreVolumes, ReadOnlySpan<double> share)
    {
        byte[] bytes = new byte[share.Length];
        for (int cell = 0; cell < bytes.Length; cell++) bytes[cell] = (byte)Math.Clamp(Math.Round(255 * share[cell]), 0, 255);
        return new StudyFrame(time, poreVolumes, bytes);
    }
}
