using System.Text.Json;
using Lodestone.Matter;

namespace Lodestone.Models.Selection;

/// <summary>The state of a search as a JSON file.</summary>
internal static class SelectionFile
{
    /// <summary>Reads the state.</summary>
    /// <returns>Null without a file.</returns>
    /// <exception cref="InputException">It cannot be read, or belongs to another search.</exception>
    public static SelectionState? TryRead(string? path, SelectionOptions options, int columns, string identity)
    {
        if (path is null || !File.Exists(path)) return null;
        SelectionState? state;
        try
        {
            state = JsonSerializer.Deserialize<SelectionState>(File.ReadAllText(path));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' holds no state of a selection that can be read; delete it to start anew.", e);
        }

        // More proposals or patience may be asked for later.
        SelectionOptions? same = state?.Options is null ? null : state.Options with { Proposals = options.Proposals, Patience = options.Patience };
        if (state is null || same != options || state.Columns != columns || state.Identity != identity)
            throw new InputException($"'{path}' is the state of a selection with other options, columns or rows; delete it to start anew.");
        return state with { Options = options };
    }

    /// <summary>Writes the state, whole or not at all.</summary>
    /// <exception cref="InputException">The place cannot be written.</exception>
    public static void Write(string path, SelectionState state)
    {
        using AtomicFile file = AtomicFile.Create(path);
        JsonSerializer.Serialize(file.Stream, state);
        file.Commit();
    }
}
