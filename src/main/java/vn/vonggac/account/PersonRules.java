package vn.vonggac.account;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.vonggac.portal.Problem;

/** What names and passwords must be like. */
@Singleton
final class PersonRules {

    private static final Pattern SIGN_IN_NAME = Pattern.compile("[\\p{Alnum}][\\p{Alnum}._@-]{1,99}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PASSWORD = 200;

    private final AccountConfig config;

    PersonRules(AccountConfig config) {
        this.config = config;
    }

    List<Problem> problems(Accounts.FirstAdministrator wish, boolean codeFits) {
        List<Problem> problems = new ArrayList<>();
        refuse(problems, !codeFits, "code", "account.problem.code");
        String fullName = wish.fullName().strip();
        refuse(problems, fullName.isEmpty() || fullName.length() > LONGEST_NAME, "name",
                "account.problem.full-name",
                LONGEST_NAME);
        refuse(problems, !SIGN_IN_NAME.matcher(wish.signInName().strip()).matches(), "sign-in-name",
                "account.problem.sign-in-name");
        refuse(problems, !strong(wish.password()), "password", "account.problem.password",
                config.shortestPassword(),
                LONGEST_PASSWORD);
        refuse(problems, !wish.password().equals(wish.again()), "again", "account.problem.again");
        return problems;
    }

    private static void refuse(List<Problem> problems, boolean bad, String field, String key,
            Object... arguments) {
        if (bad) {
            problems.add(new Problem(field, key, List.of(arguments)));
        }
    }

    private boolean strong(String password) {
        int length = password.codePointCount(0, password.length());
        return length >= config.shortestPassword() && length <= LONGEST_PASSWORD
                && password.chars().anyMatch(Character::isUpperCase)
                && password.chars().anyMatch(Character::isLowerCase)
                && password.chars().anyMatch(Character::isDigit)
                && password.chars().anyMatch(letter -> !Character.isLetterOrDigit(letter));
    }
}
