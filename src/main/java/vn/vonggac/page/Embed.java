package vn.vonggac.page;

/** An embedded object, applet, audio or video. */
public record Embed(Place place, String tag, String source, String host) {}
