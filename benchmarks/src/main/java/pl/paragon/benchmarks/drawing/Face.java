package pl.paragon.benchmarks.drawing;

import java.awt.Graphics2D;

/** Letters in some shape. Not safe for use by several threads at a time. */
interface Face {

    /**
     * How a piece of text is set.
     *
     * @param cell the width of a usual character in pixels
     * @param wide times that width
     * @param tall times the usual height
     */
    record Pen(double cell, double wide, double tall, boolean bold) {}

    /** How tall a row of text is, in widths of a usual character. */
    double leading();

    /** In pixels. */
    double width(String text, Pen pen);

    /**
     * @param x where the text begins
     * @param top the upper edge of its row
     */
    void draw(Graphics2D g, String text, double x, double top, Pen pen);
}
