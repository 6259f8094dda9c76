using System.Text;
using NSec.Cryptography;

namespace NewsBot.Discord.Interactions;

/// <summary>
/// The Ed25519 signature under a request: over the timestamp header's text followed by the raw bytes of the body, in hexadecimal, with
/// the application's key. Second encodings of the same signature are refused, as RFC 8032 demands. Safe for several threads at once.
/// </summary>
public sealed class InteractionSignature
{
    private const int SignatureBytes = 64;

    private readonly PublicKey _key;

    /// <summary>Verifies with a key of 64 hexadecimal digits.</summary>
    public InteractionSignature(string publicKeyHex) =>
        _key = PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(publicKeyHex), KeyBlobFormat.RawPublicKey);

    /// <summary>Whether the signature holds for exactly this timestamp and these bytes.</summary>
    public bool IsValid(string signatureHex, string timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> signature = stackalloc byte[SignatureBytes];
        if (signatureHex.Length != 2 * SignatureBytes
            || Convert.FromHexString(signatureHex, signature, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        var signed = new byte[Encoding.UTF8.GetByteCount(timestamp) + body.Length];
        var timestampBytes = Encoding.UTF8.GetBytes(timestamp, signed);
        body.CopyTo(signed.AsSpan(timestampBytes));
        return SignatureAlgorithm.Ed25519.Verify(_key, signed, signature);
    }
}
