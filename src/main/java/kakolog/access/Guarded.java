package kakolog.access;

/** A thing that knows who may see it. */
public interface Guarded {
    Audience audience();

    /** Whether those outside the audience may not even learn that it exists, as of a draft. */
    default boolean isHidden() {
        return false;
    }
}
