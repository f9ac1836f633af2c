using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Measures.Pages;

public sealed class MeasureModel(WeerbaarDb db, Texts texts) : ObjectPage<Measure>(db, texts);
