package kakolog.search;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * Numbers from 0 that go up, as they are written: how far it is from one to the next, seven bits a byte; or a bit for each
 * that there could be, where that is not much longer, since it is read five times as fast. So no list of them has more bytes
 * than an eighth of its last number.
 */
final class Numbers {
    private static final byte STEPS = 0;
    private static final byte BITS = 1;

    private byte[] bytes = {STEPS, 0, 0, 0};
    private int length = 1;
    private int last = -1;
    private int count;

    static byte[] of(int[] ascending) {
        var numbers = new Numbers();
        for (int number : ascending) {
            numbers.add(number);
        }
        return numbers.toBytes();
    }

    /** The one that was added last may be added again, and is there once. */
    void add(int number) {
        if (number == last) {
            return;
        }
        if (length + 5 > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2 + 5);
        }
        int step = number - last - 1;
        while (step > 0x7F) {
            bytes[length++] = (byte) (step | 0x80);
            step >>>= 7;
        }
        bytes[length++] = (byte) step;
        last = number;
        count++;
    }

    int count() {
        return count;
    }

    byte[] toBytes() {
        var steps = Arrays.copyOf(bytes, length);
        return last / 8 + 2 < length + length / 2 ? bits(steps) : steps;
    }

    private byte[] bits(byte[] steps) {
        var bits = new byte[last / 8 + 2];
        bits[0] = BITS;
        forEach(steps, number -> bits[1 + number / 8] |= (byte) (1 << (number % 8)));
        return bits;
    }

    static BitSet read(byte[] numbers) {
        var read = new BitSet();
        forEach(numbers, read::set);
        return read;
    }

    static void forEach(byte[] numbers, IntConsumer consumer) {
        if (numbers[0] == BITS) {
            asBits(numbers).stream().forEach(consumer);
            return;
        }
        int number = -1;
        int at = 1;
        while (at < numbers.length) {
            int next = numbers[at++];
            int step = next & 0x7F;
            for (int shift = 7; next < 0; shift += 7) {
                next = numbers[at++];
                step |= (next & 0x7F) << shift;
            }
            number += step + 1;
            consumer.accept(number);
        }
    }

    /** Those of these that are among the others. This is where a search of many messages spends its time. */
    static BitSet among(BitSet others, byte[] numbers) {
        var wanted = others.toLongArray();
        if (numbers[0] == BITS) {
            keepBits(wanted, numbers);
            return BitSet.valueOf(wanted);
        }
        var listed = new long[wanted.length];
        int number = -1;
        int at = 1;
        while (at < numbers.length) {
            int next = numbers[at++];
            int step = next & 0x7F;
            for (int shift = 7; next < 0; shift += 7) {
                next = numbers[at++];
                step |= (next & 0x7F) << shift;
            }
            number += step + 1;
            int word = number >> 6;
            if (word >= listed.length) {
                break;
            }
            listed[word] |= 1L << number;
        }
        for (int word = 0; word < listed.length; word++) {
            listed[word] &= wanted[word];
        }
        return BitSet.valueOf(listed);
    }

    private static void keepBits(long[] wanted, byte[] numbers) {
        int bytes = numbers.length - 1;
        var bits = ByteBuffer.wrap(numbers, 1, bytes).slice().order(ByteOrder.LITTLE_ENDIAN);
        for (int word = 0; word < wanted.length; word++) {
            int left = bytes - word * Long.BYTES;
            wanted[word] &= left >= Long.BYTES ? bits.getLong(word * Long.BYTES) : lastBits(bits, word * Long.BYTES);
        }
    }

    private static long lastBits(ByteBuffer bits, int from) {
        long word = 0;
        for (int at = from; at < bits.limit(); at++) {
            word |= (bits.get(at) & 0xFFL) << ((at - from) * Byte.SIZE);
        }
        return word;
    }

    /** Takes these out of the others. */
    static void takeFrom(BitSet others, byte[] numbers) {
        others.andNot(among(others, numbers));
    }

    private static BitSet asBits(byte[] numbers) {
        return BitSet.valueOf(ByteBuffer.wrap(numbers, 1, numbers.length - 1));
    }
}
