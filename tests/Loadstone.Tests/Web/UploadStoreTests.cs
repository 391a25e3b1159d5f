using Loadstone.Web.Laboratory;

namespace Loadstone.Tests.Web;

public sealed class UploadStoreTests
{
    private static readonly UploadLimits Small = new(FileBytes: 10, SessionBytes: 15, Files: 2, Sessions: 2, TimeSpan.FromHours(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\data\a b.csv", "a b.csv")]
    [InlineData("..", "file")]
    [InlineData("x;rm -rf $HOME.csv", "x_rm -rf _HOME.csv")]
    [InlineData("Zelle µm 25°.mpr", "Zelle µm 25_.mpr")]
    public void Names_are_never_ways(string given, string expected) => UploadSession.Plain(given).ShouldBe(expected);

    [Fact]
    public async Task A_file_of_the_same_name_is_replaced_and_the_older_one_deleted()
    {
        using var store = new UploadStore(TimeProvider.System, Small);
        UploadSession session = store.Find(store.Open());
        UploadedFile first = await Add(session, "a.csv", 8), second = await Add(session, "a.csv", 9);
        session.Files.ShouldBe([second]);
        File.Exists(first.Path).ShouldBeFalse();
        new FileInfo(second.Path).Length.ShouldBe(9);
    }

    [Fact]
    public async Task Size_and_number_are_limited_and_what_was_refused_leaves_nothing()
    {
        using var store = new UploadStore(TimeProvider.System, Small);
        UploadSession session = store.Find(store.Open());
        (await Should.ThrowAsync<InputException>(() => Add(session, "a", 11))).Message.ShouldContain("larger than");
        await Add(session, "b", 10);
        (await Should.ThrowAsync<InputException>(() => Add(session, "c", 6))).Message.ShouldContain("together");
        await Add(session, "d", 5);
        (await Should.ThrowAsync<InputException>(() => Add(session, "e", 0))).Message.ShouldContain("the most");
        Directory.EnumerateFiles(store.Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).ShouldBe(["b", "d"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_was_left_on_its_way_leaves_nothing_and_keeps_the_room()
    {
        using var store = new UploadStore(TimeProvider.System, Small);
        UploadSession session = store.Find(store.Open());
        using var gone = new CancellationTokenSource();
        await using var endless = new Stalling(gone);
        await Should.ThrowAsync<OperationCanceledException>(() => session.AddAsync("a", endless, gone.Token));
        session.Files.ShouldBeEmpty();
        Directory.EnumerateFiles(store.Folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        await Add(session, "b", 10);
    }

    [Fact]
    public async Task Quiet_sessions_make_room_and_nothing_is_left_at_the_end()
    {
        var store = new UploadStore(TimeProvider.System, Small with { Idle = TimeSpan.Zero });
        string first = store.Open();
        UploadedFile file = await Add(store.Find(first), "a", 1);
        store.Open();
        store.Open();
        Should.Throw<InputException>(() => store.Find(first)).Message.ShouldContain("no longer kept");
        File.Exists(file.Path).ShouldBeFalse("the session that rested longest made room");
        string last = store.Open();
        store.DropIdle();
        Should.Throw<InputException>(() => store.Find(last));
        store.Dispose();
        Directory.Exists(store.Folder).ShouldBeFalse();
    }

    private static async Task<UploadedFile> Add(UploadSession session, string name, int bytes)
    {
        using var content = new MemoryStream(new byte[bytes]);
        return await session.AddAsync(name, content, Cancellation);
    }

    /// <summary>Sends a few bytes, and then whoever sends is gone.</summary>
    private sealed class Stalling(CancellationTokenSource gone) : MemoryStream([1, 2, 3])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == Length) gone.Cancel();
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
