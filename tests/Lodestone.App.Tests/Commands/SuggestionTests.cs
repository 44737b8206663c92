using System.CommandLine;
using Lodestone.App.Commands;

namespace Lodestone.App.Tests.Commands;

/// <summary>What cannot be understood is named in plain words, with what may have been meant.</summary>
public sealed class SuggestionTests
{
    [Theory]
    [InlineData("screeen x.cif", "Lodestone knows no 'screeen' here. Did you mean 'screen'? See 'lodestone --help'.")]
    [InlineData("data inof x.cif", "Lodestone knows no 'inof' here. Did you mean 'info'? See 'lodestone data --help'.")]
    [InlineData("train swep recipe.yaml", "Lodestone knows no 'swep' here. Did you mean 'sweep'? See 'lodestone train --help'.")]
    [InlineData("evaluate comapre x.csv -m a -m b", "Lodestone knows no 'comapre' here. Did you mean 'compare'? See 'lodestone evaluate --help'.")]
    [InlineData("model show a b", "Lodestone knows no 'b' here. See 'lodestone model show --help'.")]
    [InlineData("screen x.cif --wher a", "There is no option '--wher' here; a file of that name is written ./--wher. Did you mean '--where'? See 'lodestone screen --help'.")]
    [InlineData("predict x.cif --modle a", "There is no option '--modle' here; a file of that name is written ./--modle. Did you mean '--model'? See 'lodestone predict --help'.")]
    [InlineData("data info x.csv --jsno", "There is no option '--jsno' here; a file of that name is written ./--jsno. Did you mean '--json'? See 'lodestone data info --help'.")]
    [InlineData("train --dta x.csv --target y --arch forest", "There is no option '--dta' here; a file of that name is written ./--dta. Did you mean '--data'? See 'lodestone train --help'.")]
    [InlineData("train --resum", "There is no option '--resum' here; a file of that name is written ./--resum. Did you mean '--resume'? See 'lodestone train --help'.")]
    [InlineData("model list --jsno", "Lodestone knows no '--jsno' here. Did you mean '--json'? See 'lodestone model list --help'.")]
    [InlineData("data split x -o y --by forumla", "--by takes formula, chemsys, random, column, not 'forumla'. Did you mean 'formula'? See 'lodestone data split --help'.")]
    [InlineData("data convert x -o y --cell primtive", "--cell takes primitive, conventional, niggli, not 'primtive'. Did you mean 'primitive'? See 'lodestone data convert --help'.")]
    [InlineData("crossval x --group chemsis", "--group takes formula, chemsys, not 'chemsis'. Did you mean 'chemsys'? See 'lodestone crossval --help'.")]
    [InlineData("model adapt x --data y -o z --group so4", "--group takes o3, so3, cell, not 'so4'. Did you mean 'so3'? See 'lodestone model adapt --help'.")]
    [InlineData("model import x -o y --from megnet", "--from takes cgcnn, not 'megnet'. See 'lodestone model import --help'.")]
    [InlineData("data select x --split formla", "--split takes formula, chemsys, random, column, not 'formla'. Did you mean 'formula'? See 'lodestone data select --help'.")]
    [InlineData("data select x --temperature warm", "--temperature needs a number, not 'warm'. See 'lodestone data select --help'.")]
    [InlineData("evaluate compare x -m a -m b --above many", "--above needs a number, not 'many'. See 'lodestone evaluate compare --help'.")]
    [InlineData("evaluate compare x -m a -m b --top 3 --top 0", "--top needs a whole number from 1, not '0'. See 'lodestone evaluate compare --help'.")]
    [InlineData("screen x --top", "--top needs a value: --top N. See 'lodestone screen --help'.")]
    [InlineData("screen x --top 3 --top 4", "--top is given more than once; give it once. See 'lodestone screen --help'.")]
    [InlineData("screen", "SOURCE is missing. See 'lodestone screen --help'.")]
    [InlineData("crossval compare a", "DIR2 is missing. See 'lodestone crossval compare --help'.")]
    [InlineData("data", "Say what 'lodestone data' is to do: info, convert, split, descriptors, select. See 'lodestone data --help'.")]
    public void A_command_line_that_cannot_be_understood_is_answered(string arguments, string said)
    {
        ParseResult parse = CommandLine.CreateRoot().Parse(arguments);

        Assert.NotEmpty(parse.Errors);
        Assert.Equal(said, UsageError.Of(parse));
    }
}
