using System.Text;
using Lodestone.Matter;

namespace Lodestone.Data.Tests;

public sealed class DataSummaryTests
{
    [Fact]
    public void Everything_is_counted()
    {
        const string table = "id,formula,gap,order\na,Fe2O3,2,AFM\nb,Fe,,FM\nc,Qq,1,NM\nd,Xx,1,NM\ne,NaN,4,NM\n";
        DataSummary summary = DataSummary.Of(MaterialSource.Open(["-"], () => new MemoryStream(Encoding.UTF8.GetBytes(table))).Read());
        Assert.Equal((5, 2, 0, 0), (summary.Entries, summary.Failures.Length, summary.Structures, summary.Disordered));
        Assert.Equal(2, summary.FailureReasons.Sum(pair => pair.Value));
        Assert.Equal(KeyValuePair.Create(Element.Parse("Fe"), 2), summary.Elements[0]);
        Assert.Equal(new TargetSummary("gap", 2, 1, 2, 3, 3, 4), Assert.Single(summary.Properties));
        Assert.Equal(["formula", "order"], summary.TextProperties.Select(pair => pair.Key));
        Assert.Equal(0, summary.Atoms.Count);
    }
}
