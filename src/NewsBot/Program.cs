using System.Globalization;
using NewsBot.Commands;

// NewsBot speaks English in the terminal and writes numbers and days one way, whatever the machine's language: the parser
// and the runtime would mix theirs in.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

return await CommandLine.RunAsync(args);
