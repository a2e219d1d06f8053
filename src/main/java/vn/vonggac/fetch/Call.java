package vn.vonggac.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

/**
 * One request to make.
 *
 * @param headers to send on a connection that did, or did not, prove who answers
 * @param limit the most bytes of body to take of this answer
 * @param budget takes the bytes that came and says whether more may come
 */
record Call(StrictUrl url, List<InetAddress> addresses, Duration dns, HeadersFor headers,
        ToIntFunction<Answer> limit, IntPredicate budget) {

    @FunctionalInterface
    interface HeadersFor {
        List<Header> connection(boolean verified);
    }
}
