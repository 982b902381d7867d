/**
 * What paper and camera do to a print: tilt, perspective, folds, shade, noise, blur, fading, compression. Each
 * condition is as bad as real photographs are, not worse.
 */
package pl.paragon.benchmarks.camera;
