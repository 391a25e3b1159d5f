namespace Loadstone.Laboratory.Resistance;

/// <summary>What the potentials of one spot say.</summary>
/// <param name="Reading">The potentials.</param>
/// <param name="Resistivity">Resistivity ρ of the composite [Ω m].</param>
/// <param name="InterfaceResistance">Resistance R of the interface times area [Ω m²]; 0 with its error where it is not seen.</param>
/// <param name="Offset">V/I of the reference against the model's zero [Ω].</param>
/// <param name="Fitted">V/I of the model with that offset [Ω], one a pin.</param>
/// <param name="Scatter">Standard deviation of V/I about it [Ω]; of the weight 1 where uncertainties were given.</param>
/// <param name="Correlation">Correlation of the errors of ln ρ and ln R; NaN where R is not fixed.</param>
/// <param name="InterfaceLimit">Where the interface is not seen: the resistance that it stays below with a probability of 95 % [Ω m²]; otherwise null.</param>
/// <param name="Warnings">What the potentials do not fix, and where the model misses them.</param>
public sealed record ProbeFit(
    ProbeReading Reading, Estimate Resistivity, Estimate InterfaceResistance, Estimate Offset, IReadOnlyList<double> Fitted, double Scatter, double Correlation,
    double? InterfaceLimit, IReadOnlyList<string> Warnings);
