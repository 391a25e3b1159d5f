namespace Loadstone.Materials;

/// <summary>One value of a material under the name that files and tables use.</summary>
public readonly record struct NamedValue(string Property, SourcedValue Value);
