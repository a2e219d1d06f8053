package vn.vonggac.account;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vonggac.portal.Problem;

/** What names and passwords must be like. */
@Singleton
final class PersonRules {

    private static final Pattern SIGN_IN_NAME = Pattern.compile("[\\p{Alnum}][\\p{Alnum}._@-]{1,99}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PASSWORD = 200;
    private static final int TELLING = 4;

    private final AccountConfig config;

    PersonRules(AccountConfig config) {
        this.config = config;
    }

    /** As it is kept and looked for. */
    static String name(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing can be called so: it is empty, too long, or holds what a reader cannot see. */
    static boolean unfit(String name, int longest) {
        return name.isEmpty() || name.length() > longest || INVISIBLE.matcher(name).find();
    }

    List<Problem> names(String fullName, String signInName) {
        List<Problem> problems = new ArrayList<>();
        String name = fullName.strip();
        refuse(problems, unfit(name, LONGEST_NAME), "fullName", "account.problem.full-name", LONGEST_NAME);
        refuse(problems, !SIGN_IN_NAME.matcher(signInName.strip()).matches(), "signInName",
                "account.problem.sign-in-name");
        return problems;
    }

    List<Problem> password(NewPassword chosen, String signInName) {
        List<Problem> problems = new ArrayList<>();
        refuse(problems, !strong(chosen.password()), "password", "account.problem.password",
                config.shortestPassword(), LONGEST_PASSWORD, config.passwordKinds());
        refuse(problems, problems.isEmpty() && tells(chosen.password(), signInName), "password",
                "account.problem.password-name");
        refuse(problems, !chosen.password().equals(chosen.again()), "again", "account.problem.again");
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
        Stream<IntPredicate> kinds = Stream.of(Character::isUpperCase, Character::isLowerCase,
                Character::isDigit, letter -> !Character.isLetterOrDigit(letter));
        return length >= config.shortestPassword() && length <= LONGEST_PASSWORD
                && kinds.filter(kind -> password.codePoints().anyMatch(kind)).count() >= config
                        .passwordKinds();
    }

    private static boolean tells(String password, String signInName) {
        String name = name(signInName);
        return name.length() >= TELLING && password.toLowerCase(Locale.ROOT).contains(name);
    }
}
