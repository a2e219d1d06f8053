package vn.vonggac.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Thousands of slow web servers in one thread, whose processor time can be told from that of what is measured: each
 * address of 127/8 is one, and each answer comes after the same while.
 */
final class LoadOrigin implements AutoCloseable {

    private static final int LONGEST_HEAD = 8_192;

    private final BiFunction<String, String, byte[]> site;
    private final Selector selector;
    private final ServerSocketChannel listener;
    private final Thread thread;
    private final Queue<Due> due = new ArrayDeque<>();
    private volatile long delay;

    /** An answer whose time comes. */
    private record Due(SelectionKey key, long at, byte[] answer) {}

    /** What came of a request so far, and what has still to go out. */
    private static final class Talk {

        private final ByteBuffer in = ByteBuffer.allocate(LONGEST_HEAD);
        private @Nullable ByteBuffer out;
    }

    /** @param site gives the whole answer to an address and a request's head; an empty one never comes */
    LoadOrigin(Duration delay, BiFunction<String, String, byte[]> site) {
        this.delay = delay.toNanos();
        this.site = site;
        try {
            selector = Selector.open();
            listener = ServerSocketChannel.open();
            listener.bind(new InetSocketAddress("0.0.0.0", 0), 4_096).configureBlocking(false)
                    .register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().name("origin").daemon().start(this::serve);
    }

    int port() {
        return listener.socket().getLocalPort();
    }

    /** From now on answers come at once. */
    void hurry() {
        delay = 0;
    }

    long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
    }

    private void serve() {
        try {
            while (listener.isOpen()) {
                Due next = due.peek();
                long wait = next == null ? 1_000 : Math.max(1, (next.at() - System.nanoTime()) / 1_000_000);
                selector.select(this::ready, wait);
                answer();
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException e) {
            close();
        }
    }

    private void answer() {
        long now = System.nanoTime();
        for (Due next = due.peek(); next != null && next.at() <= now; next = due.peek()) {
            due.remove();
            if (next.key().isValid()) {
                Talk talk = (Talk) next.key().attachment();
                talk.out = ByteBuffer.wrap(next.answer());
                write(next.key(), talk);
            }
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                SocketChannel channel = listener.accept();
                channel.configureBlocking(false).register(selector, SelectionKey.OP_READ, new Talk());
            } else if (key.isReadable()) {
                read(key, (Talk) key.attachment());
            } else {
                write(key, (Talk) key.attachment());
            }
        } catch (IOException e) {
            close(key);
        }
    }

    private void read(SelectionKey key, Talk talk) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        if (channel.read(talk.in) < 0) {
            close(key);
            return;
        }
        String head = new String(talk.in.array(), 0, talk.in.position(), StandardCharsets.ISO_8859_1);
        if (head.endsWith("\r\n\r\n")) {
            talk.in.clear();
            String address = ((InetSocketAddress) channel.getLocalAddress()).getAddress().getHostAddress();
            byte[] answer = site.apply(address, head);
            if (answer.length > 0) {
                due.add(new Due(key, System.nanoTime() + delay, answer));
            }
        }
    }

    private static void write(SelectionKey key, Talk talk) {
        try {
            ByteBuffer out = talk.out;
            if (out != null) {
                ((SocketChannel) key.channel()).write(out);
                boolean more = out.hasRemaining();
                key.interestOps(more ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
            }
        } catch (IOException e) {
            close(key);
        }
    }

    private static void close(SelectionKey key) {
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            Iterator<SelectionKey> keys = selector.keys().iterator();
            while (keys.hasNext()) {
                keys.next().channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
