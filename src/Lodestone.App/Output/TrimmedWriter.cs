using System.Globalization;
using System.Text;

namespace Lodestone.App.Output;

/// <summary>Passes text on without the blanks at the ends of its lines.</summary>
/// <param name="writer">Where to.</param>
internal sealed class TrimmedWriter(TextWriter writer) : TextWriter(CultureInfo.InvariantCulture)
{
    private int _blanks;

    /// <inheritdoc/>
    public override Encoding Encoding => writer.Encoding;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        if (value == ' ')
        {
            _blanks++;
            return;
        }

        if (value is '\r' or '\n') _blanks = 0;
        for (; _blanks > 0; _blanks--)
            writer.Write(' ');
        writer.Write(value);
    }

    /// <inheritdoc/>
    public override void Flush() => writer.Flush();
}
