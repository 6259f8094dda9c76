namespace NewsBot.Web.Pages;

/// <summary>A form as a browser or anybody else sent it.</summary>
internal static class PostedForm
{
    /// <summary>Reads the fields.</summary>
    /// <exception cref="BadHttpRequestException">What came is no form, or holds a NUL or more fields than are read.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or InvalidDataException)
        {
            throw new BadHttpRequestException("That was no form that can be read.", StatusCodes.Status400BadRequest, unreadable);
        }
    }
}
