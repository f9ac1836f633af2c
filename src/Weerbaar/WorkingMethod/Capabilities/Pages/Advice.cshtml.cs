using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Capabilities.Pages;

public sealed class AdviceModel(WeerbaarDb db, Texts texts) : ObjectPage<CapabilityAdvice>(db, texts);
