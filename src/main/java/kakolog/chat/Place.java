package kakolog.chat;

/** Where a stretch stands; within links are no links, within quotes no quotes, and within a line nothing takes more. */
record Place(int depth, boolean inQuote, boolean inLink, boolean inLine) {
    static final Place TOP = new Place(0, false, false, false);

    Place deeper() {
        return new Place(depth + 1, inQuote, inLink, inLine);
    }

    Place quoted() {
        return new Place(depth + 1, true, inLink, inLine);
    }

    Place linked() {
        return new Place(depth + 1, inQuote, true, true);
    }

    Place line() {
        return new Place(depth + 1, inQuote, inLink, true);
    }
}
