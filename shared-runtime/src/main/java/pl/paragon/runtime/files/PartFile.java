package pl.paragon.runtime.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of the store while it is written. Its failures are the store's, never those of the content's source. */
final class PartFile extends OutputStream {

    private final Path folder;
    private final FileChannel channel;

    private PartFile(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes the file that is written. */
    @FunctionalInterface
    interface Creation {

        FileChannel create(Path path) throws IOException;

        static FileChannel ofNew(Path path) throws IOException {
            return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    static PartFile create(Path path, Creation creation) throws IOException {
        Path folder = path.getParent();
        try {
            return new PartFile(folder, creation.create(path));
        } catch (NoSuchFileException e) {
            throw new IOException("The file store is unavailable: there is no " + folder, e);
        } catch (IOException e) {
            throw StoreFullException.orOther(e, folder);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
        try {
            while (left.hasRemaining()) {
                channel.write(left);
            }
        } catch (IOException e) {
            throw StoreFullException.orOther(e, folder);
        }
    }

    /** Forces what was written to the disk. */
    void force() throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw StoreFullException.orOther(e, folder);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
