namespace Loadstone.Laboratory.SampleBooks;

/// <summary>A sample and everything that was measured of it.</summary>
/// <param name="Name">Its name, once in a book.</param>
/// <param name="Binder">Its binder, or empty.</param>
/// <param name="Recipe">Its recipe, or empty.</param>
/// <param name="Process">How it was made, or empty.</param>
/// <param name="Notes">Anything else, or empty.</param>
/// <param name="Numbers">Results of analyses, dissolved metals, binding energies, mole ratios and whatever else was measured; each name once.</param>
/// <param name="Warnings">Warnings of the analyses.</param>
public sealed record Sample(string Name, string Binder, string Recipe, string Process, string Notes, IReadOnlyList<NamedEstimate> Numbers, IReadOnlyList<string> Warnings);
