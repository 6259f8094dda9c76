using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace NewsBot.Benchmarks.Discord;

/// <summary>Draws a message's JSON as a plain page that looks roughly like Discord, for reviewing layouts without Discord.</summary>
internal static class DiscordLook
{
    private const string Style = """
        body{background:#313338;color:#dbdee1;font:16px/1.375 system-ui,sans-serif;margin:2rem;max-width:46rem}
        h2{color:#949ba4;font-size:12px;text-transform:uppercase;margin:2rem 0 .3rem}
        .m{padding-left:3.5rem;position:relative}.m:before{content:"N";position:absolute;left:0;width:40px;height:40px;border-radius:50%;background:#5865f2;color:#fff;text-align:center;line-height:40px}
        blockquote{border-left:4px solid #4e5058;margin:0;padding-left:.75rem}a{color:#00a8fc;text-decoration:none}small{color:#949ba4;font-size:13px}
        code{background:#2b2d31;border-radius:4px;padding:0 .2em}time{background:#3c3f45;border-radius:3px;padding:0 2px}
        .row{margin-top:.5rem}.b{display:inline-block;background:#4e5058;color:#fff;border-radius:3px;padding:.35rem .9rem;margin-right:.5rem;font-size:14px}
        .s1{background:#5865f2}.s4{background:#da373c}.select{background:#1e1f22;border-radius:4px;padding:.5rem .75rem;color:#949ba4;max-width:25rem}
        .file{border:1px solid #3f4147;background:#2b2d31;border-radius:8px;padding:.75rem;margin-top:.5rem;max-width:25rem;color:#00a8fc}
        """;

    /// <summary>A page of messages, each under its name.</summary>
    public static string Page(IEnumerable<(string Name, JsonElement Body)> messages)
    {
        var page = new StringBuilder("<!doctype html><meta charset=utf-8><title>Replies</title><style>").Append(Style).Append("</style>");
        foreach (var (name, body) in messages)
        {
            page.Append("<h2>").Append(WebUtility.HtmlEncode(name)).Append("</h2><div class=m>").Append(Markdown(body.GetProperty("content").GetString() ?? ""));
            foreach (var file in body.GetProperty("attachments").EnumerateArray())
            {
                page.Append("<div class=file>📄 ").Append(WebUtility.HtmlEncode(file.GetProperty("filename").GetString())).Append("</div>");
            }

            foreach (var component in body.GetProperty("components").EnumerateArray())
            {
                AppendComponent(page, component);
            }

            page.Append("</div>");
        }

        return page.ToString();
    }

    private static void AppendComponent(StringBuilder page, JsonElement component)
    {
        switch (component.GetProperty("type").GetInt32())
        {
            case 2:
                var label = component.TryGetProperty("label", out var text) ? text.GetString() : component.GetProperty("emoji").GetProperty("name").GetString();
                page.Append(CultureInfo.InvariantCulture, $"<span class=\"b s{component.GetProperty("style").GetInt32()}\">").Append(WebUtility.HtmlEncode(label)).Append("</span>");
                break;
            case 3:
                page.Append("<div class=select>").Append(WebUtility.HtmlEncode(component.GetProperty("placeholder").GetString())).Append(" ▾</div>");
                break;
            case 10:
                page.Append(Markdown(component.GetProperty("content").GetString() ?? ""));
                break;
        }

        if (component.TryGetProperty("components", out var inner))
        {
            page.Append("<div class=row>");
            foreach (var child in inner.EnumerateArray())
            {
                AppendComponent(page, child);
            }

            page.Append("</div>");
        }
    }

    private static string Markdown(string text)
    {
        var html = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var (open, close, rest) = line switch
            {
                _ when line.StartsWith("> ", StringComparison.Ordinal) => ("<blockquote>", "</blockquote>", line[2..]),
                _ when line.StartsWith("-# ", StringComparison.Ordinal) => ("<small>", "</small><br>", line[3..]),
                _ when line.StartsWith("- ", StringComparison.Ordinal) => ("• ", "<br>", line[2..]),
                _ => ("", "<br>", line),
            };
            html.Append(open).Append(Inline(rest)).Append(close);
        }

        return html.ToString();
    }

    private static string Inline(string text)
    {
        var html = new StringBuilder();
        var isBold = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && !char.IsLetterOrDigit(text[i + 1]))
            {
                html.Append(WebUtility.HtmlEncode(text[++i].ToString()));
            }
            else if (text.AsSpan(i).StartsWith("**", StringComparison.Ordinal))
            {
                html.Append(isBold ? "</b>" : "<b>");
                isBold = !isBold;
                i++;
            }
            else if (text[i] == '[' && text.IndexOf("](<", i, StringComparison.Ordinal) is var middle and > 0 && text.IndexOf(">)", middle, StringComparison.Ordinal) is var end and > 0)
            {
                html.Append("<a href=\"").Append(WebUtility.HtmlEncode(text[(middle + 3)..end])).Append("\">").Append(WebUtility.HtmlEncode(text[(i + 1)..middle])).Append("</a>");
                i = end + 1;
            }
            else if (text.AsSpan(i).StartsWith("<t:", StringComparison.Ordinal) && text.IndexOf('>', i) is var close and > 0)
            {
                var seconds = long.Parse(text[(i + 3)..].Split(':')[0], CultureInfo.InvariantCulture);
                html.Append("<time>").Append(DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("d MMM yyyy", CultureInfo.InvariantCulture)).Append("</time>");
                i = close;
            }
            else
            {
                html.Append(WebUtility.HtmlEncode(text[i].ToString()));
            }
        }

        return html.ToString();
    }
}
