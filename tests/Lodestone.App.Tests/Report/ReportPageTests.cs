using System.Text.Json;
using System.Text.RegularExpressions;
using Lodestone.App.Report;
using Lodestone.Testing;

namespace Lodestone.App.Tests.Report;

public sealed partial class ReportPageTests
{
    private const int Rows = 137;

    [Fact]
    public void Hostile_text_stays_inside_the_data()
    {
        string page = ReportPage.Render(SampleReport.Create(5) with { Title = SampleReport.Hostile, Command = SampleReport.Hostile });

        Assert.Equal(2, Regex.Count(page, "</script>", RegexOptions.IgnoreCase));
        Assert.DoesNotContain("<img", page);
        Assert.Equal(SampleReport.Hostile, DataOf(page).RootElement.GetProperty("command").GetString());
    }

    [Fact]
    public void The_data_come_back_as_they_were()
    {
        JsonElement data = DataOf(ReportPage.Render(SampleReport.Create(Rows))).RootElement;

        Assert.Equal(Rows, data.GetProperty("rows").GetArrayLength());
        Assert.Equal(SampleReport.Hostile, data.GetProperty("rows")[2].GetProperty("id").GetString());
        Assert.Equal("µB/Å³", data.GetProperty("quantities")[0].GetProperty("unit").GetString());
    }

    [Fact]
    public void The_page_asks_no_network_for_anything()
    {
        string page = ReportPage.Render(SampleReport.Create(1));

        Assert.DoesNotMatch(@"(src|href)\s*=\s*[""']?(https?:)?//", page);
        Assert.DoesNotMatch(@"@import|url\(", page);
        Assert.Contains("default-src 'none'", page);
    }

    [Theory]
    [InlineData(1400, 2400, false)]
    [InlineData(1400, 2400, true)]
    [InlineData(390, 3200, false)]
    [InlineData(390, 3200, true)]
    [Trait("Category", "Browser")]
    public void A_browser_shows_the_table_and_the_plot(int width, int height, bool dark)
    {
        using var folder = new TemporaryFolder();
        string page = folder.Write("report.html", ReportPage.Render(SampleReport.Create(Rows)));
        string picture = folder.File("report.png");

        Browser.Visit visit = Browser.Open(page, width, height, dark, picture);

        Assert.Empty(visit.Console);
        Assert.Equal(width > 700 ? 100 : 25, TableRow().Count(visit.Dom));
        Assert.Contains("<canvas", visit.Dom);
        Assert.Contains("Show all 137", visit.Dom);
        Assert.Contains("2 of 142 inputs could not be ranked", visit.Dom);
        Assert.Contains("Probably antiferromagnetic, 9", visit.Dom);
        Assert.True(new FileInfo(picture).Length > 10_000, "The picture of the page is empty.");
    }

    private static JsonDocument DataOf(string page) =>
        JsonDocument.Parse(Regex.Match(page, "<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value);

    [GeneratedRegex("<tr role=\"row\" data-rank=")]
    private static partial Regex TableRow();
}
