/** A taxonomy as a file that is ready to scan with. */

export { PACKED_FORMAT } from "./layout.js";
export { pack } from "./pack.js";
export { unpack } from "./unpack.js";
