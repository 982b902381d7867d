/** What a receipt costs in processor time, stage by stage, beside whole-page Tesseract on the same pictures. */
package pl.paragon.benchmarks.cpu;
