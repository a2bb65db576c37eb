package kakolog.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Style, script and pictures of the site, each at an address that holds the hash of its bytes, so it may be kept for ever. */
public final class Assets {
    /** Where they live in the jar, and below which address they are served. */
    public static final String ADDRESS = "/assets/";

    /** What another address is given to when it changes. */
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final Map<String, String> TYPES = Map.of(
            "site.css", "text/css;charset=utf-8",
            "site.js", "text/javascript;charset=utf-8",
            "materials.js", "text/javascript;charset=utf-8",
            "viewer.js", "text/javascript;charset=utf-8",
            "log.js", "text/javascript;charset=utf-8",
            "icon.svg", "image/svg+xml",
            "header.svg", "image/svg+xml",
            "card.png", "image/png");

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final PdfJs pdfJs = new PdfJs();

    public Assets() {
        TYPES.forEach((name, type) -> {
            var bytes = load(name);
            int dot = name.lastIndexOf('.');
            var hashed = name.substring(0, dot) + "." + hash(bytes) + name.substring(dot);
            addresses.put(name, ADDRESS + hashed);
            answers.put(hashed, Answer.of(type, bytes).withHeader("Cache-Control", FOR_EVER));
        });
    }

    /** The address of a file, as {@code site.css}. */
    public String address(String name) {
        return Optional.ofNullable(addresses.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no asset " + name));
    }

    /** Answers {@code /assets/{file}}. */
    public Answer file(Asking asking) {
        return Optional.ofNullable(answers.get(asking.name("file"))).orElseThrow(NotFound::new);
    }

    /** Those of pdf.js, which are too large to lie in memory with the rest. */
    public PdfJs pdfJs() {
        return pdfJs;
    }

    private static byte[] load(String name) {
        try (var in = Assets.class.getResourceAsStream("/static/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks static/" + name);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
