package vn.vonggac.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.HostingCompany;

/** Whom to tell of an incident: a portal's agency or its hosting company, and how to reach them. */
public record Contact(String role, String name, String person, List<String> phones, String email) {

    public Contact {
        phones = List.copyOf(phones);
    }

    static Contact of(Agency agency) {
        return new Contact("agency", agency.name(), agency.contact(),
                said(agency.dutyPhone(), agency.phone()), agency.email());
    }

    static Contact of(HostingCompany company) {
        return new Contact("hosting", company.name(), company.contact(), said(company.phone()),
                company.email());
    }

    private static List<String> said(String... phones) {
        return Stream.of(phones).filter(phone -> !phone.isBlank()).toList();
    }

    /** A letter begun in the reader's own mail program. */
    public String letter(String subject, String text) {
        return "mailto:" + encoded(email) + "?subject=" + encoded(subject) + "&body=" + encoded(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%40", "@");
    }
}
