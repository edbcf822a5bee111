/** Networks as ONNX files: a block is run once on arrays that write down what is done with them. */
package dev.coffey.nn.onnx;
