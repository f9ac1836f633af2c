using System.Runtime.CompilerServices;

// The engine's inner tables are tested and timed directly.
[assembly: InternalsVisibleTo("Analysis.Tests")]
[assembly: InternalsVisibleTo("Bench")]
