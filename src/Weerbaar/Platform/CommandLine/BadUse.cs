namespace Weerbaar.Platform.CommandLine;

/// <summary>What was asked can't be done as asked: the message says what is wrong and what to do. Ends a verb with code 1.</summary>
public class BadUse(string message, Exception? inner = null) : Exception(message, inner);
