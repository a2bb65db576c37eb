package kakolog.material;

/** What became of a change that somebody asked for. */
public enum Outcome {
    DONE,
    /** Somebody else has changed the material after whoever asks had seen it; nothing was done. */
    CHANGED_MEANWHILE,
    /** There is no such material, or it is in the bin, or no longer in it; nothing was done. */
    GONE,
    /** At this address another type of file stands, or none; nothing was done. */
    OTHER_TYPE
}
