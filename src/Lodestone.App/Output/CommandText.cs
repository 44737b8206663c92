using System.CommandLine;
using System.Text.RegularExpressions;

namespace Lodestone.App.Output;

/// <summary>The command as a user would type it again.</summary>
internal static partial class CommandText
{
    /// <summary>The program's name and the arguments, quoted for a POSIX shell where needed.</summary>
    public static string Of(ParseResult parse) => string.Join(' ', ["lodestone", .. parse.Tokens.Select(token => Quote(token.Value))]);

    /// <summary>One argument.</summary>
    internal static string Quote(string argument) => Plain().IsMatch(argument) ? argument : $"'{argument.Replace("'", @"'\''")}'";

    [GeneratedRegex(@"^[\p{L}\p{Nd}_./:=@%+,\-]+$")]
    private static partial Regex Plain();
}
