namespace NewsBot.Contracts;

/// <summary>What <c>doctor --json</c> prints.</summary>
internal sealed record DoctorJson(IReadOnlyList<DoctorLineJson> Checks);

/// <summary>One finding; when it is not well, the finding says how to mend it.</summary>
internal sealed record DoctorLineJson(string What, bool Ok, string Finding);
