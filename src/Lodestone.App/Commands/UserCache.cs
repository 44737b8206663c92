using Lodestone.App.Output;
using Lodestone.Models.Encodings;

namespace Lodestone.App.Commands;

/// <summary>The cache of whoever runs the command.</summary>
internal static class UserCache
{
    /// <summary>Where trainings keep encodings; null where the user turned the cache off.</summary>
    public static EncodingCache? Encodings(Terminal terminal) => CacheFolder.OfUser() is { } folder
        ? new EncodingCache(Path.Combine(folder, "encodings")) { Messages = new MessageProgress(terminal) }
        : null;
}
