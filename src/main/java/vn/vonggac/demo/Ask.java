package vn.vonggac.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a visitor asks a server for, and how the visitor looks. */
record Ask(String host, String address, String agent, String referer) {

    boolean crawler() {
        return agent.contains("Googlebot");
    }

    boolean phoneFromSearch() {
        return agent.contains("Mobile") && !crawler() && referer.contains("google.");
    }

    String path() {
        int question = address.indexOf('?');
        return question < 0 ? address : address.substring(0, question);
    }

    /** What a parameter says; empty where it is not there. */
    String value(String parameter) {
        String query = address.substring(path().length());
        return Arrays.stream(query.split("[?&]")).filter(pair -> pair.startsWith(parameter + "="))
                .map(pair -> decoded(pair.substring(parameter.length() + 1))).findFirst().orElse("");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
