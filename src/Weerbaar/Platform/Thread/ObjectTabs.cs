using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>The frame every object's pages share: title, marking, whether it is invented, and the facets as tabs.</summary>
public static class ObjectTabs
{
    public const string Content = "content";
    public const string Thread = "thread";
    public const string History = "history";

    public static PageFrame ObjectFrame(
        this ViewDataDictionary data, Texts texts, ObjectKinds kinds, IndexedObject subject, string current)
    {
        var kind = kinds[subject.Kind];
        var frame = data.Frame(subject.Title.Here).Crumb(texts[$"kind.{kind.Name}.plural"], $"/{kind.Path}").Marking(subject.Marking);
        frame.Tab(texts[kind.ContentKey], kind.Href(subject.Id), current == Content);
        foreach (var (textKey, path) in kind.Tabs)
        {
            frame.Tab(texts[textKey], kind.Href(subject.Id) + path, current == path);
        }

        frame.Tab(texts["thread.tab.thread"], $"/thread/{subject.Id}", current == Thread);
        frame.Tab(texts["thread.tab.history"], $"/history/{subject.Id}", current == History);
        return subject.Invented ? frame.Notice(NoticeKind.Illustration) : frame;
    }

    public static PageFrame ObjectFrame(this ViewDataDictionary data, Texts texts, ObjectKinds kinds, MarkedObject subject, string current = Content) =>
        data.ObjectFrame(texts, kinds, IndexedObject.Of(subject), current);

    /// <summary>The action that every object has: setting its marking.</summary>
    public static PageFrame WithMarking(this PageFrame frame, Texts texts, Actor actor, MarkedObject subject) =>
        actor.May(Permission.SetMarking, subject) ? frame.Action(texts["thread.mark.action"], $"/marking/{subject.Id}", "lock") : frame;
}
