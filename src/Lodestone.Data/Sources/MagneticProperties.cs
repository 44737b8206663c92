using System.Collections.Immutable;
using System.Globalization;
using Lodestone.Matter;

namespace Lodestone.Data.Sources;

/// <summary>Properties that follow from the moments of a structure, so that models can be trained on measured magnetic structures.</summary>
internal static class MagneticProperties
{
    /// <summary>
    /// Adds <c>net_moment_uB_A3</c>, and as 1 or 0 <c>has_net_moment</c> and <c>has_propagation_vector</c>, where the sites have moments
    /// (<see cref="MagneticOrder"/>), and as lists with one number a site <c>site_moment_sizes_uB</c> and, where the moments are collinear,
    /// <c>site_moments_uB</c> (<see cref="SiteMoments"/>); what the source itself says under these names stays.
    /// </summary>
    public static ImmutableDictionary<string, string> AddTo(ImmutableDictionary<string, string> properties, Structure structure)
    {
        if (MagneticOrder.Of(structure) is not { } order) return properties;
        ImmutableDictionary<string, string> ofSites = ImmutableDictionary<string, string>.Empty;
        if (SiteMoments.Sizes(structure) is { } sizes) ofSites = ofSites.Add("site_moment_sizes_uB", List(sizes));
        if (SiteMoments.Signed(structure) is { } signed) ofSites = ofSites.Add("site_moments_uB", List(signed));
        return ofSites
            .Add("net_moment_uB_A3", order.NetMomentPerVolume.ToString("R", CultureInfo.InvariantCulture))
            .Add("has_net_moment", order.HasNetMoment ? "1" : "0")
            .Add("has_propagation_vector", order.HasPropagationVector ? "1" : "0")
            .SetItems(properties);
    }

    private static string List(double[] values) => $"[{string.Join(",", values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}]";
}
