using System.Reflection;
using System.Text;

namespace Loadstone.Tests.Architecture;

/// <summary>
/// The public API as a reviewed text file, docs/public-api.txt. When it changes on purpose, write the new text with
/// <c>LOADSTONE_WRITE_DOCS=1 dotnet test -c Release</c> and look at the difference.
/// </summary>
public class PublicApiTests
{
    private static readonly BindingFlags _declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_public_API_is_the_reviewed_one()
    {
        string file = Path.Combine(Repository.Root, "docs", "public-api.txt");
        string now = Describe();
        if (Environment.GetEnvironmentVariable("LOADSTONE_WRITE_DOCS") == "1") File.WriteAllText(file, now);
        File.ReadAllText(file).ReplaceLineEndings("\n").ShouldBe(now);
    }

    private static string Describe()
    {
        var text = new StringBuilder();
        foreach (Type type in typeof(InputException).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(type.FullName).Append('\n');
            foreach (string member in type.GetMembers(_declared).Where(IsWritten).Select(m => m.ToString()!)
                .Distinct().Order(StringComparer.Ordinal))
            {
                text.Append("  ").Append(member).Append('\n');
            }
        }
        return text.ToString();
    }

    // Accessors show as properties already; what the compiler writes for records and delegates says nothing.
    private static bool IsWritten(MemberInfo member) => member switch
    {
        MethodBase { IsSpecialName: true, IsConstructor: false } method => method.Name.StartsWith("op_", StringComparison.Ordinal)
            && method.Name is not "op_Equality" and not "op_Inequality",
        MethodInfo method => !method.Name.StartsWith('<')
            && method.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "PrintMembers"),
        _ => true,
    };
}
