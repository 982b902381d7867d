/**
 * The container of HEIC and AVIF files, read in Java: which coded pictures a file's picture is made of, where their
 * bytes lie, and how they are put together. A codec that is not to be trusted gets those bytes and nothing else.
 */
package pl.paragon.ocr.heif;
