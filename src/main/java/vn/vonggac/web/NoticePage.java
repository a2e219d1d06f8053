package vn.vonggac.web;

import java.util.List;
import vn.vonggac.notify.Letters;

/** A letter about an incident to somebody who answers for its portal, before it is sent, and those sent before. */
public record NoticePage(IncidentRow row, Contact contact, List<Letters.Sent> sent, Form form) {

    public NoticePage {
        sent = List.copyOf(sent);
    }
}
