using System.Net;

namespace NewsBot.Ingestion.Feeds;

/// <summary>A start tag as it is written, however badly.</summary>
/// <param name="Name">The element's name with its prefix.</param>
/// <param name="Attributes">The attributes by their names with prefixes, each name once; those behind the first hundred are left out.</param>
/// <param name="IsEmpty">Whether the tag ends its element too.</param>
internal sealed record StartTag(string Name, IReadOnlyDictionary<string, string> Attributes, bool IsEmpty)
{
    /// <summary>Feeds have three or four at an element; what follows so many is left out.</summary>
    private const int MostAttributes = 100;

    /// <summary>Reads the tag whose angle bracket stands at a place; also the place behind it.</summary>
    public static (StartTag Tag, int End) Read(string text, int at)
    {
        var reading = new Reading(text, at + 1);
        var name = reading.Name();
        var isEmpty = reading.Attributes(out var attributes);
        return (new StartTag(name, attributes, isEmpty), reading.At);
    }

    /// <summary>Whether a name may begin with the character; what begins otherwise is text.</summary>
    public static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || (c > 127 && char.IsLetter(c));

    private static bool IsNameCharacter(char c) => IsNameStart(c) || char.IsAsciiDigit(c) || c is '-' or '.' or ':';

    private struct Reading(string text, int at)
    {
        public int At { get; private set; } = at;

        private readonly bool IsAtEnd => At >= text.Length;

        public string Name()
        {
            var start = At;
            while (!IsAtEnd && IsNameCharacter(text[At]))
            {
                At++;
            }

            return text[start..At];
        }

        /// <summary>Whether the tag ends its element, and its attributes. A tag without an end stops where the next one begins.</summary>
        public bool Attributes(out IReadOnlyDictionary<string, string> attributes)
        {
            var found = new Dictionary<string, string>(StringComparer.Ordinal);
            attributes = found;
            var isEmpty = false;
            while (!IsAtEnd && text[At] is not ('>' or '<'))
            {
                if (IsNameStart(text[At]))
                {
                    var (name, value) = Attribute();
                    if (found.Count < MostAttributes)
                    {
                        found.TryAdd(name, value);
                    }

                    continue;
                }

                isEmpty = text[At] == '/' && At + 1 < text.Length && text[At + 1] == '>';
                At++;
            }

            At += !IsAtEnd && text[At] == '>' ? 1 : 0;
            return isEmpty;
        }

        private (string Name, string Value) Attribute()
        {
            var name = Name();
            SkipWhiteSpace();
            if (IsAtEnd || text[At] != '=')
            {
                return (name, "");
            }

            At++;
            SkipWhiteSpace();
            return (name, WebUtility.HtmlDecode(!IsAtEnd && text[At] is '"' or '\'' ? Quoted() : Unquoted()));
        }

        private string Quoted()
        {
            var start = At + 1;
            var length = text.AsSpan(start).IndexOf(text[At]);
            var end = length < 0 ? text.Length : start + length;
            At = Math.Min(end + 1, text.Length);
            return text[start..end];
        }

        private string Unquoted()
        {
            var start = At;
            var length = text.AsSpan(start).IndexOfAny(" \t\n>");
            At = length < 0 ? text.Length : start + length;
            return text[start..At];
        }

        private void SkipWhiteSpace()
        {
            while (!IsAtEnd && char.IsWhiteSpace(text[At]))
            {
                At++;
            }
        }
    }
}
