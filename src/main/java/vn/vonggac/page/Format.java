package vn.vonggac.page;

/** What kind of document the bytes are, whatever name or header they came under. */
public enum Format {
    HTML, PDF, TEXT, XML, JSON, SCRIPT, STYLESHEET, IMAGE, BINARY
}
