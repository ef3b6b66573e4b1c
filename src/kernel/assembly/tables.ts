import { numberAt } from "./memory";

/** A flag of a form, as in ../../match/tables.ts. */
const LAST: u8 = 4;

/** The tables that forms are looked for in; see Tables in ../../types.ts. */
export let filter: usize = 0;
export let pairs: usize = 0;
export let edges: usize = 0;
/** What a slot of `edges` is taken modulo by. */
export let edgeMask: i32 = 0;
export let nodes: usize = 0;
export let forms: usize = 0;
export let formBytes: usize = 0;
export let keptBytes: usize = 0;
export let alone: usize = 0;
/** What a slot of `alone` is taken modulo by. */
export let aloneMask: i32 = 0;

/** Where the places stand of those that are open. */
let opened: usize = 0;

/** Turns to the tables whose places stand at `places`, in the order above. */
export function openTables(places: usize): void {
  if (places === opened) return;
  opened = places;
  filter = numberAt(places, 0);
  pairs = numberAt(places, 1);
  edges = numberAt(places, 2);
  edgeMask = numberAt(places, 3);
  nodes = numberAt(places, 4);
  forms = numberAt(places, 5);
  formBytes = numberAt(places, 6);
  keptBytes = numberAt(places, 7);
  alone = numberAt(places, 8);
  aloneMask = numberAt(places, 9);
}

/** Of a node: whether edges leave it; its first form, -1 for none. */
export function hasEdges(node: i32): bool {
  return (numberAt(nodes, node) & 1) !== 0;
}

export function firstForm(node: i32): i32 {
  return (numberAt(nodes, node) >> 1) - 1;
}

/** The next form of the same node; -1 behind the last. */
export function nextForm(form: i32): i32 {
  return (load<u8>(recordOf(form), 8) & LAST) !== 0 ? -1 : form + 1;
}

/** What matches of a form name. */
export function idOf(form: i32): i32 {
  return load<i32>(recordOf(form), 12);
}

/** How many bytes a form has. */
export function sizeOf(form: i32): i32 {
  return load<i32>(recordOf(form), 4);
}

/** Where the numbers of a form are. */
export function recordOf(form: i32): usize {
  return forms + ((form as usize) << 4);
}
