package kakolog.chatlog;

import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/** Colours as one of twelve hues, which the style gives a shade that can be read on light and on dark. */
final class Hue {
    private static final int HUES = 12;
    /** Below this share of the brightest part a colour is a grey. */
    private static final double LEAST_SATURATION = 0.15;

    private Hue() {}

    /** The class of the hue next to a colour, 0xRRGGBB; empty for none and for greys. */
    static String of(@Nullable Integer color) {
        if (color == null) {
            return "";
        }
        int red = (color >> 16) & 0xff;
        int green = (color >> 8) & 0xff;
        int blue = color & 0xff;
        int most = Math.max(red, Math.max(green, blue));
        int spread = most - Math.min(red, Math.min(green, blue));
        if (spread < LEAST_SATURATION * most || spread == 0) {
            return "";
        }
        // In sixths of the circle, red first; AWT's own would load its native library.
        double sixths = most == red
                ? (double) (green - blue) / spread
                : most == green ? 2 + (double) (blue - red) / spread : 4 + (double) (red - green) / spread;
        return name((int) Math.round(sixths * HUES / 6));
    }

    /** The same for somebody of whom no picture is kept. */
    static String of(Snowflake person) {
        // Spread by the golden ratio, since accounts that were made together have ids close together.
        return name((int) Long.remainderUnsigned((person.bits() * 0x9E37_79B9_7F4A_7C15L) >>> 32, HUES));
    }

    private static String name(int hue) {
        return "hue-" + Math.floorMod(hue, HUES);
    }
}
