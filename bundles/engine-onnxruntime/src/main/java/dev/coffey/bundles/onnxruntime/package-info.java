/**
 * Offers ONNX Runtime to the platform, to read ONNX files with. The rest of this bundle is DJL's
 * engine, ONNX Runtime's Java classes and its natives.
 */
package dev.coffey.bundles.onnxruntime;
