using System.Globalization;
using Grpc.Core;
using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>A point's name in its canonical form. Numbers come before UUIDs; UUIDs are written in lower case with dashes.</summary>
internal readonly record struct PointKey(ulong Number, string? Uuid) : IComparable<PointKey>
{
    public static PointKey Of(PointId? id, string whenEmpty = "No ID options provided") => id?.PointIdOptionsCase switch
    {
        PointId.PointIdOptionsOneofCase.Num => new PointKey(id.Num, null),
        PointId.PointIdOptionsOneofCase.Uuid => new PointKey(0, Canonical(id.Uuid)),
        _ => throw Refusal.InvalidArgument(whenEmpty),
    };

    public PointId ToId() => Uuid is null ? new PointId { Num = Number } : new PointId { Uuid = Uuid };

    public int CompareTo(PointKey other) => (Uuid, other.Uuid) switch
    {
        (null, null) => Number.CompareTo(other.Number),
        (null, _) => -1,
        (_, null) => 1,
        _ => string.CompareOrdinal(Uuid, other.Uuid),
    };

    public override string ToString() => Uuid ?? Number.ToString(CultureInfo.InvariantCulture);

    private static string Canonical(string text)
    {
        const string urn = "urn:uuid:";
        var bare = text.StartsWith(urn, StringComparison.OrdinalIgnoreCase) ? text[urn.Length..] : text;
        return Guid.TryParse(bare, out var uuid) ? uuid.ToString() : throw Refusal.InvalidArgument($"Unable to parse UUID: {text}");
    }
}

/// <summary>How the server refuses: a status and the words that a real server uses.</summary>
internal static class Refusal
{
    public static RpcException InvalidArgument(string details) => Of(StatusCode.InvalidArgument, details);

    public static RpcException WrongInput(string details) => InvalidArgument("Wrong input: " + details);

    public static RpcException BadRequest(string details) => InvalidArgument("Bad request: " + details);

    public static RpcException Validation(string path, string problem) => InvalidArgument($"Validation error in body: [{path}: {problem}]");

    public static RpcException NotFound(string details) => Of(StatusCode.NotFound, "Not found: " + details);

    public static RpcException NoPoint(PointKey key) => NotFound($"No point with id {key} found");

    /// <summary>What a real server does and this one does not; the replay of the transcripts lists these.</summary>
    public static RpcException NotPlayed(string what) => Of(StatusCode.Unimplemented, FakeQdrantServer.NotPlayedPrefix + what);

    public static RpcException Of(StatusCode code, string details) => new(new Status(code, details));
}
