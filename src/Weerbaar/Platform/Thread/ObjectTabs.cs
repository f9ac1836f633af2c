using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Explanation;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>The frame every object's pages share: title, marking, whether it is invented, and the facets as tabs.</summary>
public static class ObjectTabs
{
    public const string Content = "content";
    public const string Thread = "thread";
    public const string History = "history";

    public static PageFrame ObjectFrame(
        this ViewDataDictionary data, Texts texts, ObjectKinds kinds, IndexedObject subject, string current, Badge? state = null)
    {
        var kind = kinds[subject.Kind];
        var frame = data.Frame(subject.Title.Here).Crumb(texts[$"kind.{kind.Name}.plural"], $"/{kind.Path}").Marking(subject.Marking).Shows(subject.Id);
        if (state is not null)
        {
            frame.Badge(state);
        }

        frame.Tab(texts[kind.ContentKey], kind.Href(subject.Id), current == Content);
        foreach (var (textKey, path) in kind.Tabs)
        {
            frame.Tab(texts[textKey], kind.Href(subject.Id) + path, current == path);
        }

        frame.Tab(texts["thread.tab.thread"], $"/thread/{subject.Id}", current == Thread);
        frame.Tab(texts["thread.tab.history"], $"/history/{subject.Id}", current == History);
        return TellTerms(subject.Invented ? frame.Notice(NoticeKind.Illustration) : frame, texts, subject);
    }

    /// <summary>What goes with the marking: the label it came with, the day it falls, and whom it is released to.</summary>
    private static PageFrame TellTerms(PageFrame frame, Texts texts, IndexedObject subject)
    {
        if (subject.Tlp is { } tlp)
        {
            frame.Badge(Badge.Of(tlp));
        }

        if (subject is { MarkedUntil: { } day, FellFrom: null })
        {
            frame.Notice(NoticeKind.Info, texts["markings.falls", Moments.Words(day), texts.Of(subject.FallsTo)]);
        }

        return subject.ReleasedTo.Length == 0 ? frame
            : frame.Notice(NoticeKind.Info, texts["markings.released", string.Join(", ", ReleaseList.Codes(subject.ReleasedTo))]);
    }

    public static PageFrame ObjectFrame(this ViewDataDictionary data, Texts texts, ObjectKinds kinds, MarkedObject subject, string current = Content) =>
        data.ObjectFrame(texts, kinds, IndexedObject.Of(subject), current);

    /// <summary>The actions that every object has: setting its marking, and seeing who may see and change it.</summary>
    public static PageFrame WithMarking(this PageFrame frame, Texts texts, Actor actor, MarkedObject subject)
    {
        if (actor.May(Permission.SetMarking, subject))
        {
            frame.Action(texts["thread.mark.action"], $"/marking/{subject.Id}", "lock");
        }

        return ExplainObject.IsFor(actor, subject) ? frame.Action(texts["access.explain.object"], $"/access/{subject.Id}", "people") : frame;
    }
}
