using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace NewsBot.Benchmarks.Discord;

/// <summary>Draws a message's JSON as a plain page that looks roughly like Discord, for reviewing layouts without Discord.</summary>
internal static class DiscordLook
{
    private const string Style = """
        body{background:#1e1f22;font:16px/1.375 "gg sans",system-ui,sans-serif;margin:0;display:grid;grid-template-columns:repeat(2,33rem);gap:0}
        .look{padding:1rem 1.5rem}.dark{--t:#dbdee1;--s:#949ba4;--c:#2b2d31;--l:#00a8fc;--b:#4e5058;--bt:#fff;--q:#4e5058;--x:#3c3f45;background:#313338}
        .light{--t:#313338;--s:#5c5e66;--c:#f2f3f5;--l:#006ce7;--b:#e3e5e8;--bt:#313338;--q:#c4c9ce;--x:#e3e5e8;background:#fff}
        .look{color:var(--t)}h2{color:var(--s);font-size:12px;text-transform:uppercase;margin:1.5rem 0 .3rem}
        .m{padding-left:3.5rem;position:relative;min-height:40px;overflow-wrap:anywhere}
        .m:before{content:"N";position:absolute;left:0;width:40px;height:40px;border-radius:50%;background:#5865f2;color:#fff;text-align:center;line-height:40px}
        blockquote{border-left:4px solid var(--q);margin:0;padding-left:.75rem}a{color:var(--l);text-decoration:none}small{color:var(--s);font-size:13px}
        code{background:var(--c);border-radius:4px;padding:0 .2em;font-size:.875em}time,mark{background:var(--x);color:inherit;border-radius:3px;padding:0 2px}
        .row{margin-top:.5rem}.b{display:inline-block;background:var(--b);color:var(--bt);border-radius:3px;padding:.35rem .9rem;margin:0 .5rem .3rem 0;font-size:14px}
        .s1{background:#5865f2;color:#fff}.s4{background:#da373c;color:#fff}.select{border:1px solid var(--q);border-radius:4px;padding:.5rem .75rem;color:var(--s);max-width:25rem}
        .file{border:1px solid var(--q);background:var(--c);border-radius:8px;padding:.75rem;margin-top:.5rem;max-width:25rem;color:var(--l)}
        .box{border:1px solid var(--q);background:var(--c);border-radius:8px;padding:.75rem}hr{border:0;border-top:1px solid var(--q);margin:.6rem 0}
        """;

    /// <summary>A page of messages, each under its name.</summary>
    public static string Page(IEnumerable<(string Name, JsonElement Body)> messages)
    {
        var all = messages.ToList();
        var page = new StringBuilder("<!doctype html><meta charset=utf-8><title>Replies</title><style>").Append(Style).Append("</style>");
        foreach (var look in new[] { "dark", "light" })
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"look {look}\">");
            Append(page, all);
            page.Append("</div>");
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, IReadOnlyList<(string Name, JsonElement Body)> messages)
    {
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
            case 14:
                page.Append("<hr>");
                break;
        }

        if (component.TryGetProperty("components", out var inner))
        {
            page.Append(component.GetProperty("type").GetInt32() == 17 ? "<div class=box>" : "<div class=row>");
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
                html.Append("<time>").Append(TimeOf(text[(i + 3)..close])).Append("</time>");
                i = close;
            }
            else if (text[i] == '`' && text.IndexOf('`', i + 1) is var tick and > 0)
            {
                html.Append("<code>").Append(WebUtility.HtmlEncode(text[(i + 1)..tick])).Append("</code>");
                i = tick;
            }
            else if (text[i] == '<' && text.IndexOf('>', i) is var mention and > 0 && text[i + 1] is '@' or '#')
            {
                html.Append("<mark>").Append(text[i + 1] == '#' ? "#channel" : "@somebody").Append("</mark>");
                i = mention;
            }
            else
            {
                html.Append(WebUtility.HtmlEncode(text[i].ToString()));
            }
        }

        return html.ToString();
    }

    private static string TimeOf(string stamp)
    {
        var parts = stamp.Split(':');
        var moment = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[0], CultureInfo.InvariantCulture));
        var days = (int)Math.Abs((DateTimeOffset.UtcNow - moment).TotalDays);
        return parts is not [_, "R"] ? moment.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            : days > 730 ? $"{days / 365} years ago" : days > 60 ? $"{days / 30} months ago" : days > 1 ? $"{days} days ago" : "2 hours ago";
    }
}
