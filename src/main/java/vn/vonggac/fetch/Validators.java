package vn.vonggac.fetch;

import java.util.Optional;

/**
 * What an earlier answer gave to ask "has it changed?" with. They belong to the URL that answered, which after
 * a redirect is not the URL that was asked.
 */
public record Validators(String url, Optional<String> etag, Optional<String> lastModified) {}
