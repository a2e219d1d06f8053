package vn.vonggac.fetch;

/** What bytes are when one looks at them, whatever their header or file name says. */
public enum MediaKind {
    EMPTY, HTML, XML, JSON, TEXT, SCRIPT, STYLESHEET, PDF, OFFICE, IMAGE, AUDIO_VIDEO, FONT, ARCHIVE, EXECUTABLE, BINARY
}
