package kakolog.access;

/** A thing that knows who may see it. */
public interface Guarded {
    Audience audience();
}
