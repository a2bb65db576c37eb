package kakolog.chat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes the zips that ZipOutputStream would not. */
final class HandMadeZip {
    private static final int IN_UTF8 = 1 << 11;

    private final ByteArrayOutputStream locals = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;

    HandMadeZip add(String name, String text) {
        return add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    HandMadeZip add(String name, byte[] content) {
        return add(name.getBytes(StandardCharsets.UTF_8), content, IN_UTF8, content.length, crc(content), 0);
    }

    HandMadeZip addEncoded(String name, Charset charset, String text) {
        var content = text.getBytes(StandardCharsets.UTF_8);
        return add(name.getBytes(charset), content, 0, content.length, crc(content), 0);
    }

    HandMadeZip addEncrypted(String name, String text) {
        var content = text.getBytes(StandardCharsets.UTF_8);
        return add(name.getBytes(StandardCharsets.UTF_8), content, IN_UTF8 | 1, content.length, crc(content), 0);
    }

    /** As Unix writes it: the target as content, the kind in the upper half of the attributes. */
    HandMadeZip addLink(String name, String target) {
        var content = target.getBytes(StandardCharsets.UTF_8);
        return add(
                name.getBytes(StandardCharsets.UTF_8), content, IN_UTF8, content.length, crc(content), 0120777 << 16);
    }

    HandMadeZip addClaiming(String name, byte[] content, long size, long crc) {
        return add(name.getBytes(StandardCharsets.UTF_8), content, IN_UTF8, size, crc, 0);
    }

    private HandMadeZip add(byte[] name, byte[] content, int flags, long size, long crc, int attributes) {
        var packed = packed(content);
        int offset = locals.size();
        var local = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        local.putInt(0x04034B50)
                .putShort((short) 20)
                .putShort((short) flags)
                .putShort((short) 8)
                .putInt(0);
        local.putInt((int) crc)
                .putInt(packed.length)
                .putInt((int) size)
                .putShort((short) name.length)
                .putShort((short) 0);
        locals.writeBytes(local.array());
        locals.writeBytes(name);
        locals.writeBytes(packed);
        var central = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
        central.putInt(0x02014B50).putShort((short) 0x0314).putShort((short) 20).putShort((short) flags);
        central.putShort((short) 8)
                .putInt(0)
                .putInt((int) crc)
                .putInt(packed.length)
                .putInt((int) size);
        central.putShort((short) name.length)
                .putInt(0)
                .putInt(0)
                .putInt(attributes)
                .putInt(offset);
        directory.writeBytes(central.array());
        directory.writeBytes(name);
        entries++;
        return this;
    }

    byte[] bytes() {
        return bytes(directory.size());
    }

    /** @param length that the end claims of the directory */
    byte[] bytes(int length) {
        var end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054B50).putInt(0).putShort((short) entries).putShort((short) entries);
        end.putInt(length).putInt(locals.size()).putShort((short) 0);
        var all = new ByteArrayOutputStream();
        all.writeBytes(locals.toByteArray());
        all.writeBytes(directory.toByteArray());
        all.writeBytes(end.array());
        return all.toByteArray();
    }

    /** With a comment that looks like an end too, and claims a directory of this length. */
    byte[] bytesWithAnotherEnd(int length) {
        var zip = bytes();
        zip[zip.length - 2] = 22;
        var another = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        another.putInt(0x06054B50).putLong(0).putInt(length).putInt(0).putShort((short) 1);
        var all = new ByteArrayOutputStream();
        all.writeBytes(zip);
        all.writeBytes(another.array());
        return all.toByteArray();
    }

    static long crc(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    private static byte[] packed(byte[] content) {
        if (content.length == 0) {
            return new byte[] {3, 0};
        }
        var packed = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED, true))) {
            deflating.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
