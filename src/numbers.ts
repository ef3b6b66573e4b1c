/**
 * The number types of portable code: files that are compiled twice, by tsc to JavaScript and by AssemblyScript to
 * WebAssembly, where these names are built in. See src/context/README.md.
 */

/** A whole number of 32 bits with sign. */
export type i32 = number;
export type bool = boolean;
