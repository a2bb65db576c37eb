package kakolog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with files as a browser writes it. */
public final class Multipart {
    public static final String BOUNDARY = "----kakologtestboundary7MA4YWxk";
    public static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public Multipart field(String name, String value) {
        return raw(
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    public Multipart file(String fileName, byte[] bytes) {
        raw("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A")
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(bytes);
        return raw("\r\n");
    }

    /** Anything at all. */
    public Multipart raw(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The whole form. */
    public byte[] end() {
        raw("--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    /** What has been written so far, broken off. */
    public byte[] brokenOff() {
        return body.toByteArray();
    }
}
