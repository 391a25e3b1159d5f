using System.Collections.Concurrent;
using Loadstone.Materials;
using Loadstone.Numerics;

namespace Loadstone.Designs.Building;

/// <summary>
/// The catalogue's functions as the model evaluates them: formulas become tables that are close enough not to be told apart.
/// A table is made once for a material and a temperature, and every variant of every design shares it.
/// </summary>
internal static class ModelFunctions
{
    // 1 nV of a potential; of a transport property a part in 1e10.
    private const double PotentialTolerance = 1e-9, RelativeTolerance = 1e-10;
    private const double LeastConcentration = 5, LargestConcentration = 4000; // mol/m³
    private const double End = 1e-3; // potentials turn steep nearer to the ends of the lithium axis; the formula answers there

    private static readonly ConcurrentDictionary<(SourcedFunction Function, double Temperature), SourcedFunction> Made = new();

    /// <summary>A potential against the stoichiometry.</summary>
    public static SourcedFunction Potential(SourcedFunction function, double temperature) =>
        Tabulate(function, temperature, f => SampledFunction.Of(f, End, 1 - End, PotentialTolerance));

    /// <summary>A transport property against the salt concentration.</summary>
    public static SourcedFunction Transport(SourcedFunction function, double temperature) =>
        Tabulate(function, temperature, f =>
            SampledFunction.Of(f, LeastConcentration, LargestConcentration, RelativeTolerance * Math.Abs(f.At(1000))));

    // Tables are quick as they are; only formulas gain.
    private static SourcedFunction Tabulate(SourcedFunction function, double temperature, Func<ScalarFunction, ScalarFunction> table) =>
        function.Formula is null || function.Function.IsConstant
            ? function
            : Made.GetOrAdd((function, temperature), _ =>
            {
                SourcedFunction exact = function.At(temperature);
                return exact.Function.IsConstant ? exact : exact with { Function = table(exact.Function) };
            });
}
