using Loadstone.Numerics;
using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>A property as a function, and where it comes from.</summary>
public sealed record SourcedFunction
{
    /// <summary>The function, SI in and out.</summary>
    public required ScalarFunction Function { get; init; }

    /// <summary>What its values measure.</summary>
    public required QuantityKind Kind { get; init; }

    /// <summary>What it depends on: a stoichiometry (a number without unit) or a concentration [mol/m³].</summary>
    public required QuantityKind VariableKind { get; init; }

    /// <summary>Where the function may be used, in the unit of its variable.</summary>
    public required (double Low, double High) Domain { get; init; }

    /// <summary>Author, journal and year; null for an assumption.</summary>
    public string? Source { get; init; }

    /// <summary>True when no public source stands behind the function for this material, a stand-in for example.</summary>
    public bool Assumed { get; init; }

    /// <summary>The reason for an assumption, or what a user should know; null if there is nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>The formula in x and perhaps the temperature T [K]; null for tables and constants.</summary>
    public Expression? Formula { get; init; }

    /// <summary>For a constant: the value with its source and range; otherwise null.</summary>
    public SourcedValue? Constant { get; init; }

    /// <summary>Whether its formula holds the temperature T.</summary>
    public bool DependsOnTemperature => Formula is not null && Formula.Variables.Contains("T");

    /// <summary>The same function at another temperature [K]; itself where no dependence on temperature is known.</summary>
    public SourcedFunction At(double temperature) =>
        !DependsOnTemperature
            ? this
            : this with { Function = Formula!.Bind("T", Require.Within(temperature, 200, 400, "K", nameof(temperature))).ToFunction("x") };

    /// <summary>
    /// The activation energy that stands for the formula's own dependence near a temperature [J/mol]: the slope of −R ln f against 1/T
    /// between 5 K below and 5 K above; 0 where it does not depend on temperature.
    /// </summary>
    /// <param name="x">Where, in the unit of the variable.</param>
    /// <param name="temperature">T [K].</param>
    public double ActivationEnergyNear(double x, double temperature)
    {
        const double step = 5; // K
        if (!DependsOnTemperature) return 0;
        double cold = temperature - step, warm = temperature + step;
        return PhysicalConstants.Gas * Math.Log(At(warm).Function.At(x) / At(cold).Function.At(x)) / (1 / cold - 1 / warm);
    }
}
