using System.IO.Compression;
using System.Text;
using Lodestone.Data.Sources;
using Lodestone.Data.Tables;
using Lodestone.Matter;
using Lodestone.Testing;

namespace Lodestone.Data.Tests.Sources;

public sealed class EntryStreamTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_fault_of_our_own_is_a_row_that_asks_for_a_report_and_keeps_its_place()
    {
        MaterialReading[] readings = Read(() => throw new NullReferenceException("oops"), new FaultyEntry(new ArgumentException("bad index")));
        Assert.All(readings, reading => Assert.Contains("fault of Lodestone", reading.Failure!.Reason));
        Assert.Contains("ArgumentException: bad index", readings[0].Failure!.Reason);
        Assert.IsType<ArgumentException>(readings[0].Failure!.Fault);
        Assert.Contains(nameof(FaultyEntry), readings[0].Failure!.Fault!.StackTrace);
        Assert.IsType<NullReferenceException>(readings[1].Failure!.Fault);
    }

    [Fact]
    public void What_ends_a_source_is_a_row_and_its_input_is_at_fault()
    {
        foreach (Exception e in (Exception[])[new IOException("gone"), new InvalidDataException("gone"), new UnauthorizedAccessException("gone"), new InputException("gone")])
        {
            MaterialReading reading = Assert.Single(Read(() => throw e));
            Assert.Contains("gone", reading.Failure!.Reason);
            Assert.Null(reading.Failure.Fault);
        }
    }

    [Fact]
    public void Cancellation_and_the_end_of_memory_come_through()
    {
        Assert.Throws<OperationCanceledException>(() => Read(() => throw new OperationCanceledException()));
        Assert.Throws<OutOfMemoryException>(() => Read(() => throw new OutOfMemoryException()));
        Assert.Throws<OperationCanceledException>(() => Read(null, new FaultyEntry(new OperationCanceledException())));
    }

    [Fact]
    public void A_source_that_breaks_does_not_end_those_behind_it()
    {
        byte[] useless = Encoding.UTF8.GetBytes("{\"columns\": [\"x\"], \"data\": [[1]]}");
        string good = _folder.Write("t.csv", "formula\nFe\n"), broken = _folder.Write("a.tar", "no archive");
        MaterialReading[] readings = [.. MaterialSource.Open(["-", broken, good], () => new MemoryStream(useless)).Read()];
        Assert.Equal([null, null, "Fe"], readings.Select(reading => reading.Formula));
    }

    [Fact]
    public void Entries_are_counted_where_that_is_quick()
    {
        string csv = _folder.Write("t.csv", "id,formula\na,Fe\nb,\"Co\"\n\nc,Ni\n");
        Assert.Equal(3, MaterialSource.Open(csv).CountEntries());
        Assert.Equal(6, MaterialSource.Open(csv, csv).CountEntries());

        _folder.Write("set/a.cif", "x");
        _folder.Write("set/sub/b.vasp", "x");
        Assert.Equal(2, MaterialSource.Open(_folder.File("set")).CountEntries());
        ZipFile.CreateFromDirectory(_folder.File("set"), _folder.File("set.zip"));
        Assert.Equal(2, MaterialSource.Open(_folder.File("set.zip")).CountEntries());
        Assert.Equal(1, MaterialSource.Open(_folder.File("set", "a.cif")).CountEntries());

        using (TableWriter table = TableWriter.Create(_folder.File("t.parquet"), TableColumn.Text("formula")))
        {
            for (int i = 0; i < 70_000; i++) table.Write("Fe");
            table.Commit();
        }
        Assert.Equal(70_000, MaterialSource.Open(_folder.File("t.parquet")).CountEntries());
    }

    [Fact]
    public void Entries_are_not_counted_where_all_would_have_to_be_read()
    {
        string packed = _folder.File("t.csv.gz");
        using (var gzip = new GZipStream(File.Create(packed), CompressionLevel.Fastest)) gzip.Write("id,formula\na,Fe\n"u8);
        Assert.Null(MaterialSource.Open(packed).CountEntries());
        Assert.Null(MaterialSource.Open(_folder.Write("a.xyz", "x")).CountEntries());
        Assert.Null(MaterialSource.Open(["-"], () => throw new InvalidOperationException("must not be opened")).CountEntries());
        Assert.Null(MaterialSource.Open(_folder.Write("a.zip", "PK no zip")).CountEntries());
    }

    private static MaterialReading[] Read(Action? last, params Entry[] first) =>
        [.. new BreakingStream(first, last).Entries().SelectMany(entry => entry.Read())];

    private sealed class BreakingStream(Entry[] first, Action? last) : EntryStream("broken.x")
    {
        protected override IEnumerable<Entry> Cut()
        {
            foreach (Entry entry in first) yield return entry;
            last?.Invoke();
        }
    }

    private sealed class FaultyEntry(Exception fault) : Entry("a", "broken.x", 1)
    {
        protected override IReadOnlyList<MaterialReading> Parse() => throw fault;
    }
}
