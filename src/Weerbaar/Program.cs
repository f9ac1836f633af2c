using System.CommandLine;
using Weerbaar.Platform.CommandLine;

var weerbaar = new RootCommand("Weerbaar: a country's national-security working method, from signal to measure.")
{
    Serve.Verb(),
    Load.Verb(),
    Journal.Verb(),
    Schema.Verb(),
};

return await Verbs.RunAsync(weerbaar, args);
