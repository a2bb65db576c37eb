package kakolog.operate;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Finds the files of a content folder that a backup takes along: plain ones, and links to plain ones in the same folder. */
final class ContentFiles extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final Path data;
    private final Consumer<String> told;
    private final SortedMap<String, Path> files = new TreeMap<>();

    private ContentFiles(Path folder, Path data, Consumer<String> told) {
        this.folder = folder;
        this.data = data;
        this.told = told;
    }

    /**
     * The files by their names in a backup.
     *
     * @param data the data folder, left out where it lies inside
     * @param told a line about each that is left out
     * @throws IOException where a folder or file cannot be read
     */
    static Map<String, Path> in(Path content, Path data, Consumer<String> told) throws IOException {
        if (!Files.isDirectory(content)) {
            throw new FileSystemException(
                    "content folder " + content + " cannot be read; KAKOLOG_CONTENT sets another");
        }
        var found = new ContentFiles(content.toRealPath(), data.toRealPath(), told);
        Files.walkFileTree(found.folder, found);
        return found.files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
        return visited.equals(data) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        var name = "content/"
                + folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
        if (!Manifest.isContentName(name)) {
            told.accept(name + " is not taken along: give it a plain name");
        } else if (attributes.isRegularFile() || (attributes.isSymbolicLink() && leadsInside(file))) {
            files.put(name, file);
        } else {
            told.accept(name + " is not taken along: it is no plain file in this folder");
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean leadsInside(Path link) {
        try {
            var real = link.toRealPath();
            return real.startsWith(folder) && !real.startsWith(data) && Files.isRegularFile(real);
        } catch (IOException leadsNowhere) {
            return false;
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
        if (failed instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE; // deleted while it was looked for
        }
        throw new FileSystemException(file + " cannot be read; give this user the right to");
    }
}
