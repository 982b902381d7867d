/** Models in ONNX Runtime: one session for all threads, which ends after its last user. */
package pl.paragon.ocr.onnx;
