namespace Rialto.Tests.House;

/// <summary>A place in our code that uses something from outside our assemblies.</summary>
/// <param name="CallingType">The type that contains the use; nested types by <c>+</c>.</param>
/// <param name="CallingMethod">The method, or empty if the type's own declaration or a field is the place.</param>
/// <param name="Type">The type used, or the one that declares the member used.</param>
/// <param name="Member">The member used, or empty if only the type is.</param>
sealed record MemberUse(string Assembly, string CallingType, string CallingMethod, string Type, string Member)
{
    public string Used => Member.Length == 0 ? Type : $"{Type}.{Member}";

    public override string ToString() =>
        $"{Assembly}: {CallingType}{(CallingMethod.Length == 0 ? "" : "." + CallingMethod)} uses {Used}";
}
