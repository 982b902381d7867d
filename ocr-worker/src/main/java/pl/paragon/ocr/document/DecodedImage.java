package pl.paragon.ocr.document;

import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/** An image that was decoded by another decoder, for PDFBox to place. */
record DecodedImage(BufferedImage pixels) implements PDImage {

    @Override
    public BufferedImage getImage() {
        return pixels;
    }

    @Override
    public BufferedImage getImage(Rectangle region, int subsampling) {
        return pixels;
    }

    @Override
    public WritableRaster getRawRaster() {
        return pixels.getRaster();
    }

    @Override
    public BufferedImage getRawImage() {
        return pixels;
    }

    @Override
    public BufferedImage getStencilImage(Paint paint) {
        throw new IllegalStateException("no stencil");
    }

    @Override
    public InputStream createInputStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public InputStream createInputStream(List<String> stopFilters) {
        return InputStream.nullInputStream();
    }

    @Override
    public InputStream createInputStream(DecodeOptions options) {
        return InputStream.nullInputStream();
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public boolean isStencil() {
        return false;
    }

    @Override
    public void setStencil(boolean stencil) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getBitsPerComponent() {
        return 8;
    }

    @Override
    public void setBitsPerComponent(int bits) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PDColorSpace getColorSpace() {
        return PDDeviceRGB.INSTANCE;
    }

    @Override
    public void setColorSpace(PDColorSpace space) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getHeight() {
        return pixels.getHeight();
    }

    @Override
    public void setHeight(int height) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getWidth() {
        return pixels.getWidth();
    }

    @Override
    public void setWidth(int width) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setDecode(COSArray decode) {
        throw new UnsupportedOperationException();
    }

    @Override
    public COSArray getDecode() {
        return null;
    }

    @Override
    public void setInterpolate(boolean interpolate) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean getInterpolate() {
        return false;
    }

    @Override
    public String getSuffix() {
        return null;
    }

    @Override
    public COSDictionary getCOSObject() {
        return new COSDictionary();
    }
}
