namespace Loadstone.Materials;

/// <summary>One function of a material under the name that files and tables use.</summary>
public readonly record struct NamedFunction(string Property, SourcedFunction Function);
