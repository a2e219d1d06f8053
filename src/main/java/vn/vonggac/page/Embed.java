package vn.vonggac.page;

/** An embedded object, applet, audio, video, or a style sheet the page uses. */
public record Embed(Place place, String tag, String source, String host) {}
