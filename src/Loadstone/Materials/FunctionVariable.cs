using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>The variable of a function in a data file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Low">Lower end of the domain where the file gives none, SI.</param>
/// <param name="High">Upper end of the domain where the file gives none, SI.</param>
internal sealed record FunctionVariable(QuantityKind Kind, double Low, double High);
