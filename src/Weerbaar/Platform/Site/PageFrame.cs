using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site.Components;

namespace Weerbaar.Platform.Site;

public sealed record Crumb(string Text, string Href);

public sealed record Tab(string Text, string Href, bool Current, int? Count);

/// <summary>The main action of a page: a link, or a form that posts when <see cref="Posts"/>.</summary>
public sealed record PageAction(string Text, string Href, string? Icon, bool Posts, bool Main);

public enum NoticeKind
{
    Illustration,
    Unverified,
    Stale,
    Info,
}

/// <summary>A quiet band that says how the page is to be read. Text null means the standard words of its kind.</summary>
public sealed record Notice(NoticeKind Kind, string? Text = null, string? Href = null, string? LinkText = null);

/// <summary>Everything the layout draws around a page. Pages fill it with <c>ViewData.Frame(title)…</c>.</summary>
public sealed class PageFrame(string title)
{
    private readonly List<Crumb> crumbs = [];
    private readonly List<Tab> tabs = [];
    private readonly List<PageAction> actions = [];
    private readonly List<Notice> notices = [];
    private readonly List<Badge> badges = [];
    private readonly List<string> shown = [];

    public string Title { get; } = title;

    /// <summary>One line under the title: what this page is for.</summary>
    public string? LeadText { get; private set; }

    public IReadOnlyList<Crumb> Crumbs => crumbs;

    public IReadOnlyList<Tab> Tabs => tabs;

    public IReadOnlyList<PageAction> Actions => actions;

    public IReadOnlyList<Notice> Notices => notices;

    public IReadOnlyList<Badge> Badges => badges;

    /// <summary>The objects the page is about, by itself or below the page of one: when one is changed, the reader is told.</summary>
    public IReadOnlyList<string> Shown => [.. shown, .. crumbs.Select(c => c.Href.Split('/')).Where(path => path is ["", _, { Length: > 0 }]).Select(path => path[2])];

    /// <summary>The page renews its content by itself.</summary>
    public bool IsRefreshed { get; private set; }

    public PageFrame Lead(string text)
    {
        LeadText = text;
        return this;
    }

    public PageFrame Crumb(string text, string href) => Added(crumbs, new Crumb(text, href));

    public PageFrame Marking(Marking marking) => Added(badges, Components.Badge.Of(marking));

    public PageFrame Badge(Badge badge) => Added(badges, badge);

    public PageFrame State(Tone tone, string word, string? icon = null) => Added(badges, new Badge(tone, word, icon));

    /// <summary>A link as main action: only the first is drawn as such.</summary>
    public PageFrame Action(string text, string href, string? icon = null) =>
        Added(actions, new PageAction(text, href, icon, Posts: false, Main: actions.Count == 0));

    /// <summary>A main action that changes something at once: a form with one button.</summary>
    public PageFrame Post(string text, string href, string? icon = null) =>
        Added(actions, new PageAction(text, href, icon, Posts: true, Main: actions.Count == 0));

    public PageFrame Tab(string text, string href, bool current, int? count = null) => Added(tabs, new Tab(text, href, current, count));

    public PageFrame Notice(NoticeKind kind, string? text = null, string? href = null, string? linkText = null) =>
        Added(notices, new Notice(kind, text, href, linkText));

    public PageFrame Shows(string id) => Added(shown, id);

    /// <summary>The content is renewed when something changes that the page is about, or anything when it is about nothing in particular.</summary>
    public PageFrame Refreshes()
    {
        IsRefreshed = true;
        return this;
    }

    private PageFrame Added<T>(List<T> list, T item)
    {
        list.Add(item);
        return this;
    }
}

public static class PageFrames
{
    private const string Key = "Frame";
    private const string SavedKey = "Saved";
    private const string DraftKey = "SavedDraft";

    /// <summary>Starts the frame of this page. Call once, in the page or its model.</summary>
    public static PageFrame Frame(this ViewDataDictionary data, string title)
    {
        var frame = new PageFrame(title);
        data[Key] = frame;
        return frame;
    }

    /// <summary>The frame as filled so far; an empty one when the page has set none.</summary>
    public static PageFrame Frame(this ViewDataDictionary data) => data[Key] as PageFrame ?? new PageFrame("Weerbaar");

    /// <summary>Shown once on the next page, above its content; also tells the browser that the form's draft is safe.</summary>
    public static void Saved(this ITempDataDictionary data, string message, string? draft = null)
    {
        data[SavedKey] = message;
        data[DraftKey] = draft;
    }

    public static (string? Message, string? Draft) Saved(this ITempDataDictionary data) =>
        (data[SavedKey] as string, data[DraftKey] as string);
}
