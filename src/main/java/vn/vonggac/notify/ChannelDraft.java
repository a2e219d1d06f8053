package vn.vonggac.notify;

import vn.vonggac.portal.Draft;

/**
 * A channel as somebody typed it. What is secret comes out of the store empty, and going in empty leaves what is
 * there.
 */
public record ChannelDraft(String kind, String name, String agency, String least, String language,
        String address, String manner, String account, String secret, String sender, String recipients,
        String headers, String body, String after, String again, String quietFrom, String quietTo,
        String roster) implements Draft {

    @Override
    public String toString() {
        return "ChannelDraft[" + name + "]";
    }
}
