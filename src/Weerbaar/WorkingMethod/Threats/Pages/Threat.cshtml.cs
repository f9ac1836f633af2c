using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Threats.Pages;

public sealed class ThreatModel(WeerbaarDb db, Texts texts) : ObjectPage<Threat>(db, texts);
