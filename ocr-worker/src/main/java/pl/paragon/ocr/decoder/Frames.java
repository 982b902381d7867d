package pl.paragon.ocr.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_ENOMEM;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_PATCHWELCOME;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_PAL8;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;

/** One of FFmpeg's still picture decoders: coded data in, pixels of eight bits out. */
final class Frames implements AutoCloseable {

    private final AVCodecContext context;
    private final SwsContext scaler = sws_alloc_context();
    private final AVFrame frame = av_frame_alloc();

    /** Decoded pixels, row by row without gaps: grey, or blue, green, red, or these and alpha. */
    record Pixels(byte[] bytes, int width, int height, int channels) {}

    /**
     * @param decoder its name in FFmpeg
     * @param configuration from the container, may be empty
     * @param mostPixels that it may allocate, whatever the data ask for
     * @param options of this decoder alone
     */
    Frames(String decoder, byte[] configuration, long mostPixels, Map<String, String> options) throws DecoderException {
        av_log_set_level(AV_LOG_QUIET);
        AVCodec codec = avcodec_find_decoder_by_name(decoder);
        if (codec == null) {
            throw new AssertionError("FFmpeg has no decoder " + decoder);
        }
        context = avcodec_alloc_context3(codec);
        context.thread_count(1);
        context.max_pixels(mostPixels);
        // A picture that is half concealment would be read as if it were all there; the TIFF decoder conceals nothing
        // and would refuse tags that are merely odd.
        context.err_recognition(decoder.equals("tiff") ? 0 : AV_EF_EXPLODE);
        if (configuration.length > 0) {
            BytePointer copy = new BytePointer(av_mallocz(configuration.length + AV_INPUT_BUFFER_PADDING_SIZE));
            copy.put(configuration);
            context.extradata(copy);
            context.extradata_size(configuration.length);
        }
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((name, value) -> av_dict_set(dictionary, name, value, 0));
        require(avcodec_open2(context, codec, dictionary), "opening");
        av_dict_free(dictionary);
        scaler.flags(SWS_AREA | SWS_ACCURATE_RND);
    }

    /**
     * @param width that the decoded frame must have
     * @param reduction by which it is made smaller, each side rounded up
     * @param grey for an alpha, of which only the brightness counts
     */
    Pixels decode(byte[] data, int width, int height, int reduction, boolean grey) throws DecoderException {
        AVPacket packet = av_packet_alloc();
        try {
            require(av_new_packet(packet, data.length), "a packet");
            packet.data().put(data);
            require(avcodec_send_packet(context, packet), "decoding");
            require(avcodec_send_packet(context, null), "decoding");
            require(avcodec_receive_frame(context, frame), "decoding");
        } finally {
            av_packet_free(packet);
            avcodec_flush_buffers(context);
        }
        if (frame.width() != width || frame.height() != height) {
            throw new DecoderException(
                    DecoderFault.BROKEN,
                    "%d × %d instead of %d × %d".formatted(frame.width(), frame.height(), width, height));
        }
        if (frame.decode_error_flags() != 0) {
            throw new DecoderException(DecoderFault.BROKEN, "damaged data");
        }
        return converted(reduction, grey ? AV_PIX_FMT_GRAY8 : colours());
    }

    private int colours() {
        boolean alpha = (av_pix_fmt_desc_get(frame.format()).flags() & AV_PIX_FMT_FLAG_ALPHA) != 0;
        return alpha || frame.format() == AV_PIX_FMT_PAL8 ? AV_PIX_FMT_BGRA : AV_PIX_FMT_BGR24;
    }

    private Pixels converted(int reduction, int format) throws DecoderException {
        if (frame.color_range() == AVCOL_RANGE_UNSPECIFIED) {
            frame.color_range(AVCOL_RANGE_JPEG); // a film's default is another
        }
        AVFrame result = av_frame_alloc();
        try {
            result.format(format);
            result.width((frame.width() + reduction - 1) / reduction);
            result.height((frame.height() + reduction - 1) / reduction);
            result.color_range(AVCOL_RANGE_JPEG);
            require(av_frame_get_buffer(result, 0), "pixels");
            require(sws_scale_frame(scaler, result, frame), "converting");
            int channels = format == AV_PIX_FMT_GRAY8 ? 1 : format == AV_PIX_FMT_BGR24 ? 3 : 4;
            int row = result.width() * channels;
            byte[] bytes = new byte[Math.multiplyExact(row, result.height())];
            BytePointer rows = result.data(0);
            for (int y = 0; y < result.height(); y++) {
                rows.position((long) y * result.linesize(0)).get(bytes, y * row, row);
            }
            return new Pixels(bytes, result.width(), result.height(), channels);
        } finally {
            av_frame_free(result);
        }
    }

    private static void require(int result, String what) throws DecoderException {
        if (result >= 0) {
            return;
        }
        DecoderFault fault = DecoderFault.BROKEN;
        if (result == AVERROR_ENOMEM()) {
            fault = DecoderFault.TOO_LARGE;
        } else if (result == AVERROR_PATCHWELCOME()) {
            fault = DecoderFault.UNSUPPORTED;
        }
        throw new DecoderException(fault, what + " failed with " + result);
    }

    @Override
    public void close() {
        av_frame_free(frame);
        sws_free_context(scaler);
        avcodec_free_context(context);
    }
}
