namespace Weerbaar.Platform.Printing;

/// <summary>There is no Chromium to print with. The message says what to do about it.</summary>
public sealed class BrowserMissingException(string message) : Exception(message);

/// <summary>Chromium started but did not deliver: it stopped, refused, or took too long.</summary>
public sealed class PrintingFailedException(string message, Exception? inner = null) : Exception(message, inner);
