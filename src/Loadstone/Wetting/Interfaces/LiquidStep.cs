namespace Loadstone.Wetting.Interfaces;

/// <summary>A step, and what it let through the edges of the box.</summary>
/// <param name="Time">Its length [s].</param>
/// <param name="Inflow">Liquid that came in through the top, less what left there [m²].</param>
/// <param name="Outflow">Liquid that left through the bottom [m²].</param>
public readonly record struct LiquidStep(double Time, double Inflow, double Outflow);

/// <summary>All that a <see cref="LiquidField"/> knows of the past: from it one goes on as if never interrupted, to the last bit.</summary>
/// <param name="Share">Share of liquid in the pore of every cell.</param>
/// <param name="Steps">Steps done.</param>
/// <param name="Inflow">Liquid that has come in [m²].</param>
/// <param name="Outflow">Liquid that has left through the bottom [m²].</param>
public sealed record LiquidState(double[] Share, int Steps, double Inflow, double Outflow);
