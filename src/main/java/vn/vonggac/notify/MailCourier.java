package vn.vonggac.notify;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import vn.vonggac.fetch.Outgoing;

/**
 * Sends by a mail server, at an address that was judged, never without the encryption that was asked for. What hangs
 * is ended from outside by closing its socket.
 */
final class MailCourier {

    private static final ScheduledExecutorService DEADLINES = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("mail-deadlines").daemon().factory());

    private final Outgoing outgoing;
    private final Duration limit;
    private final SSLSocketFactory encryption;

    MailCourier(Outgoing outgoing, Duration limit, SSLSocketFactory encryption) {
        this.outgoing = outgoing;
        this.encryption = encryption;
        this.limit = limit;
    }

    Delivery send(Means.Mail means, Telling telling) {
        if (means.recipients().isEmpty()) {
            return new Delivery.Failed(Delivery.Reason.NOBODY, "");
        }
        return switch (outgoing.way(means.host())) {
            case Outgoing.Way.Open open -> at(open.addresses().getFirst(), means, telling);
            case Outgoing.Way.Shut shut -> new Delivery.Failed(Delivery.Reason.ADDRESS, shut.rule());
            case Outgoing.Way.Unknown unknown ->
                new Delivery.Failed(Delivery.Reason.UNKNOWN_HOST, unknown.host());
        };
    }

    private Delivery at(InetAddress address, Means.Mail means, Telling telling) {
        AtomicBoolean late = new AtomicBoolean();
        try (Socket socket = new Socket()) {
            ScheduledFuture<?> deadline = DEADLINES.schedule(() -> end(socket, late), limit.toMillis(),
                    TimeUnit.MILLISECONDS);
            try {
                // named, so that the certificate is compared with the name and nothing is looked up again
                InetAddress named = InetAddress.getByAddress(means.host(), address.getAddress());
                socket.connect(new InetSocketAddress(named, means.port()), (int) limit.toMillis());
                return over(means.security().equals("tls") ? secured(socket, means) : socket, means, telling);
            } finally {
                deadline.cancel(false);
            }
        } catch (MessagingException | IOException e) {
            return late.get()
                    ? new Delivery.Failed(Delivery.Reason.TIMEOUT, limit.toString())
                    : failed(e);
        }
    }

    private static void end(Socket socket, AtomicBoolean late) {
        late.set(true);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket secured(Socket plain, Means.Mail means) throws IOException {
        SSLSocket socket = (SSLSocket) encryption.createSocket(plain, means.host(), means.port(), true);
        SSLParameters rules = socket.getSSLParameters();
        rules.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(rules);
        socket.startHandshake();
        return socket;
    }

    private Delivery over(Socket socket, Means.Mail means, Telling telling) throws MessagingException {
        Session session = session(means);
        try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
            transport.connect(socket);
            MimeMessage letter = letter(session, means, telling);
            transport.sendMessage(letter, letter.getAllRecipients());
            return Delivery.SENT;
        } catch (SendFailedException e) {
            return e.getValidSentAddresses() == null || e.getValidSentAddresses().length == 0
                    ? failed(e)
                    : new Delivery.Sent(refused(e));
        }
    }

    private Session session(Means.Mail means) {
        Properties rules = new Properties();
        String each = Long.toString(limit.toMillis());
        rules.put("mail.smtp.timeout", each);
        rules.put("mail.smtp.writetimeout", each);
        rules.put("mail.smtp.starttls.enable", Boolean.toString(means.security().equals("starttls")));
        rules.put("mail.smtp.starttls.required", Boolean.toString(means.security().equals("starttls")));
        rules.put("mail.smtp.ssl.checkserveridentity", "true");
        rules.put("mail.smtp.ssl.socketFactory", encryption);
        rules.put("mail.smtp.sendpartial", "true");
        rules.put("mail.smtp.localhost", "vonggac");
        if (!means.account().isEmpty()) {
            rules.put("mail.smtp.auth", "true");
            rules.put("mail.smtp.user", means.account());
        }
        return Session.getInstance(rules, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(means.account(), means.password());
            }
        });
    }

    private static MimeMessage letter(Session session, Means.Mail means, Telling telling)
            throws MessagingException {
        String domain = means.sender().substring(means.sender().indexOf('@') + 1);
        String thread = "<vonggac." + telling.thread() + "@" + domain + ">";
        String own = telling.opening() ? thread : "<vonggac." + telling.key() + "@" + domain + ">";
        MimeMessage letter = new NamedLetter(session, own);
        letter.setFrom(new InternetAddress(means.sender()));
        letter.setRecipients(jakarta.mail.Message.RecipientType.TO, addresses(means.recipients()));
        letter.setSubject(telling.subject(), StandardCharsets.UTF_8.name());
        letter.setText(telling.text(), StandardCharsets.UTF_8.name());
        letter.setSentDate(Date.from(telling.at()));
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Vonggac-Message", telling.key());
        if (!telling.opening()) {
            letter.setHeader("In-Reply-To", thread);
            letter.setHeader("References", thread);
        }
        letter.saveChanges();
        return letter;
    }

    private static Address[] addresses(List<String> recipients) throws MessagingException {
        return InternetAddress.parse(String.join(",", recipients));
    }

    private static String refused(SendFailedException e) {
        return String.join(", ", Arrays.stream(new Address[][]{e.getInvalidAddresses(),
                e.getValidUnsentAddresses()}).filter(each -> each != null).flatMap(Arrays::stream)
                .map(Address::toString).toList());
    }

    private static Delivery failed(Exception e) {
        Throwable root = e;
        while (root.getCause() != null && !(root instanceof IOException)) {
            root = root.getCause();
        }
        String said = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        Delivery.Reason reason = switch (e) {
            case AuthenticationFailedException wrong -> Delivery.Reason.ACCOUNT;
            case SendFailedException refused -> Delivery.Reason.REJECTED;
            default -> switch (root) {
                case SSLException tls -> Delivery.Reason.TLS;
                case SocketTimeoutException slow -> Delivery.Reason.TIMEOUT;
                case IOException io -> Delivery.Reason.CONNECT;
                default -> said.contains("STARTTLS") ? Delivery.Reason.TLS : Delivery.Reason.REJECTED;
            };
        };
        return new Delivery.Failed(reason, said);
    }

    /** A letter that keeps the name it was given: one that is sent a second time is the same letter. */
    private static final class NamedLetter extends MimeMessage {

        private final String name;

        NamedLetter(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", name);
        }
    }
}
