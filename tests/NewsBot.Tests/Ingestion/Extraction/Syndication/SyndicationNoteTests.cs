using NewsBot.Ingestion.Extraction.Syndication;

namespace NewsBot.Tests.Ingestion.Extraction.Syndication;

public sealed class SyndicationNoteTests
{
    [Theory]
    [InlineData("This article was originally published by the Daily Tribune.", "Daily Tribune")]
    [InlineData("This story originally appeared on Harbour Post, and is republished here with permission.", "Harbour Post")]
    [InlineData("Originally posted on the Daily Tribune", "Daily Tribune")]
    [InlineData("(Originally published at harbourpost.example)", "harbourpost.example")]
    [InlineData("A version of this article first appeared in the spring issue of Coast & Country.", "Coast & Country")]
    [InlineData("Editor's note: This piece was first published in The Islander on 3 May.", "The Islander")]
    [InlineData("Republished with permission from The Conversation under a Creative Commons licence.", "The Conversation")]
    [InlineData("The post Ferry late again appeared first on Harbour Post.", "Harbour Post")]
    [InlineData("via Harbour Post", "Harbour Post")]
    [InlineData("Dieser Beitrag ist zuerst erschienen bei Küstenbote.", "Küstenbote")]
    [InlineData("Cet article a été publié initialement sur Le Courrier.", "Courrier")]
    [InlineData("Publicado originalmente en El Correo.", "Correo")]
    [InlineData("This article was originally published here.", "")]
    public void A_note_names_the_first_publisher(string line, string name) => SyndicationNote.Read(line).ShouldNotBeNull().ShouldBeOneOf(name, "Le " + name, "El " + name);

    [Theory]
    [InlineData("This story was first published on January 3, 2019.", "")]
    [InlineData("This article was originally published on Monday.", "")]
    [InlineData("Originally published in 2016", "")]
    [InlineData("First published in Great Britain", "")]
    public void When_is_not_where(string line, string name) => SyndicationNote.Read(line).ShouldBe(name);

    [Theory]
    [InlineData("Her novel was first published in France and then in Spain.")]
    [InlineData("The photograph, which originally appeared on Instagram, was removed.")]
    [InlineData("The figures were first reported by the Harbour Post.")]
    [InlineData("He travelled via London.")]
    public void A_sentence_about_something_else_is_no_note(string line) => SyndicationNote.Read(line).ShouldBeNull();
}
