using System.Text;

namespace NewsBot.Answering.Generative;

/// <summary>
/// How many tokens a text has, for the time before an endpoint has told and for endpoints that never tell: about four bytes of UTF-8 a token, in
/// English four characters and in Chinese one and a third.
/// </summary>
internal static class TokenEstimate
{
    private const int BytesPerToken = 4;

    /// <summary>The tokens of texts that belong together.</summary>
    public static long Of(IEnumerable<string> texts) => OfBytes(texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text)));

    /// <summary>The tokens of so many bytes of UTF-8.</summary>
    public static long OfBytes(long bytes) => (bytes + BytesPerToken - 1) / BytesPerToken;
}
