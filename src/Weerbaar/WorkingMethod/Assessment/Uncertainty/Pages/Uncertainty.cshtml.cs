using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty.Pages;

public sealed class UncertaintyModel(WeerbaarDb db, Texts texts, EditionCatalogue editions, UncertaintyRuns runs)
    : UncertaintyPage(db, texts, editions, runs);
