/** The public surface of `@neuroglow/components`. */
export {};
