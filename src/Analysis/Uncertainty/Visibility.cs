using System.Runtime.CompilerServices;

// The engine's inner tables are tested directly.
[assembly: InternalsVisibleTo("Analysis.Tests")]
