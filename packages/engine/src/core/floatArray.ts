/** The number types of the mathematics: Float32Array in training, Float64Array where gradients are checked. */
export type FloatArray = Float32Array | Float64Array;
