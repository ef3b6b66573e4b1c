/** A taxonomy as a file that is ready to scan with. */
export { pack } from "./pack.js";
export { unpack } from "./unpack.js";
