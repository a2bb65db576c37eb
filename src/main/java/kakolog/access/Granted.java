package kakolog.access;

/**
 * Proof that {@link Policy} said yes: the only key to the bytes and rows of a guarded thing. Nobody else can make one, so a
 * forgotten check does not compile.
 */
public final class Granted<T extends Guarded> {
    private final T thing;

    Granted(T thing) {
        this.thing = thing;
    }

    public T thing() {
        return thing;
    }
}
