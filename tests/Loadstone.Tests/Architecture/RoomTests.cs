using System.Text.RegularExpressions;

namespace Loadstone.Tests.Architecture;

/// <summary>The rules of ARCHITECTURE.md that a machine can hold.</summary>
public partial class RoomTests
{
    /// <summary>Rooms from source to sea: a room may use those before it in this list and no other.</summary>
    private static readonly string[] _order =
    [
        "Quantities", "Numerics", "Materials", "Slurry", "Coating", "Drying", "Calendering", "Electrodes", "Wetting", "Cells", "Electrochemistry", "Formats",
        "Reports", "Laboratory", "Designs",
    ];

    public static TheoryData<string> Rooms => [.. _order];

    /// <summary>An arrow that points back would let a change downstream break what stands upstream.</summary>
    [Theory]
    [MemberData(nameof(Rooms))]
    public void Arrows_point_one_way(string room)
    {
        string[] allowed = [.. _order.TakeWhile(r => r != room), room];
        foreach (string file in Sources(Path.Combine(Root, "src", "Loadstone", room)))
        {
            foreach (Match match in RoomName().Matches(File.ReadAllText(file)))
            {
                string used = match.Groups[1].Value;
                if (_order.Contains(used)) allowed.ShouldContain(used, Path.GetRelativePath(Root, file));
            }
        }
    }

    [Fact]
    public void Every_folder_of_the_library_is_a_room_with_a_place_in_the_order() =>
        Directory.EnumerateDirectories(Path.Combine(Root, "src", "Loadstone")).Select(Path.GetFileName)
            .Where(name => name is not "bin" and not "obj").ShouldBe(_order, ignoreOrder: true);

    /// <summary>Folder and namespace are one, so that a reader finds the file from the name.</summary>
    [Fact]
    public void Namespaces_follow_folders()
    {
        foreach (string file in Sources(Path.Combine(Root, "src", "Loadstone")))
        {
            string folder = Path.GetDirectoryName(Path.GetRelativePath(Path.Combine(Root, "src"), file))!;
            File.ReadAllText(file).ShouldContain($"namespace {folder.Replace(Path.DirectorySeparatorChar, '.')};", customMessage: file);
        }
    }

    [Fact]
    public void No_file_grows_beyond_five_hundred_lines()
    {
        foreach (string file in Sources(Path.Combine(Root, "src")).Concat(Sources(Path.Combine(Root, "tests"))))
        {
            File.ReadLines(file).Count().ShouldBeLessThanOrEqualTo(500, Path.GetRelativePath(Root, file));
        }
    }

    /// <summary>What makes results depend on the clock, on chance or on a console has no place in the library.</summary>
    [Theory]
    [InlineData(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    [InlineData(@"\bnew Random\(\)|\bRandom\.Shared\b")]
    [InlineData(@"\bConsole\.")]
    public void The_library_does_not_use(string pattern)
    {
        foreach (string file in Sources(Path.Combine(Root, "src", "Loadstone")))
        {
            Regex.IsMatch(File.ReadAllText(file), pattern).ShouldBeFalse($"{pattern} in {Path.GetRelativePath(Root, file)}");
        }
    }

    private static string Root { get; } = Repository.Root;

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"\bLoadstone\.([A-Z]\w+)")]
    private static partial Regex RoomName();
}
