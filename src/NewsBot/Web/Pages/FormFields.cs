using NewsBot.Web.Markup;

namespace NewsBot.Web.Pages;

/// <summary>Fields that several forms have.</summary>
internal static class FormFields
{
    /// <summary>A field for a day.</summary>
    public static Html Day(string name, string label, string value) => Html.Of(
        $"""<div><label for="{name}">{label}</label><input type="date" id="{name}" name="{name}" value="{value}"></div>""");

    /// <summary>A field for a short text.</summary>
    public static Html Text(string name, string label, string value) => Html.Of(
        $"""<div><label for="{name}">{label}</label><input id="{name}" name="{name}" value="{value}" maxlength="200" autocomplete="off"></div>""");

    /// <summary>What kept a form from being used.</summary>
    public static Html Problem(string? problem) => Html.If(
        problem is not null, $"<p id=\"problem\" class=\"form-problem\" role=\"alert\">{problem}</p>");
}
