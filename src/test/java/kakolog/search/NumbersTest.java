package kakolog.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void far_ones_are_written_as_steps() {
        assertArrayEquals(new byte[] {0, 5, 0, (byte) 0x80, 1}, Numbers.of(new int[] {5, 6, 135}));
    }

    @Test
    void near_ones_are_written_as_bits() {
        assertArrayEquals(new byte[] {1, 0b0010_1110, 1}, Numbers.of(new int[] {1, 2, 3, 5, 8}));
    }

    @Test
    void none_are_none() {
        assertEquals(new BitSet(), Numbers.read(Numbers.of(new int[0])));
    }

    @Test
    void one_that_is_added_twice_is_there_once() {
        var numbers = new Numbers();
        numbers.add(7);
        numbers.add(7);
        assertEquals(1, numbers.count());
        assertEquals("{7}", Numbers.read(numbers.toBytes()).toString());
    }

    @Test
    void the_highest_number_is_written_too() {
        var highest = Numbers.of(new int[] {0, Integer.MAX_VALUE - 1});
        assertArrayEquals(new byte[] {0, 0, -3, -1, -1, -1, 7}, highest);
        Numbers.forEach(Numbers.of(new int[] {Integer.MAX_VALUE - 1}), number -> assertEquals(2147483646, number));
    }

    @Test
    void they_meet_others_as_sets_do() {
        var random = new Random(20210706);
        for (int round = 0; round < 2000; round++) {
            var some = bits(random);
            var others = bits(random);
            var numbers = Numbers.of(some.stream().toArray());
            assertEquals(some, Numbers.read(numbers));

            var both = (BitSet) some.clone();
            both.and(others);
            assertEquals(both, Numbers.among(others, numbers));

            var left = (BitSet) others.clone();
            left.andNot(some);
            Numbers.takeFrom(others, numbers);
            assertEquals(left, others);
        }
    }

    private static BitSet bits(Random random) {
        var bits = new BitSet();
        int below = 1 + random.nextInt(1 << random.nextInt(13));
        int count = random.nextInt(below + 1);
        for (int i = 0; i < count; i++) {
            bits.set(random.nextInt(below));
        }
        return bits;
    }
}
