package vn.vonggac.account;

/** What an application on a telephone has to be told, as text and as a link; shown to its owner and nobody else. */
public record Enrolment(String secret, String link) {

    @Override
    public String toString() {
        return "Enrolment[]";
    }
}
