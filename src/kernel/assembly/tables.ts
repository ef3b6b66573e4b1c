import { numberAt } from "./memory";

/** The tables that forms are looked for in; see Tables in ../../types.ts. */
export let filter: usize = 0;
export let pairs: usize = 0;
export let edges: usize = 0;
/** What a slot of `edges` is taken modulo by. */
export let edgeMask: i32 = 0;
export let formStarts: usize = 0;
export let nodeForms: usize = 0;
export let inner: usize = 0;
export let ids: usize = 0;
export let flags: usize = 0;
export let leads: usize = 0;
export let byteStarts: usize = 0;
export let formBytes: usize = 0;
export let keptBytes: usize = 0;

/** Turns to the tables whose places stand at `places`, in the order above. */
export function openTables(places: usize): void {
  filter = numberAt(places, 0);
  pairs = numberAt(places, 1);
  edges = numberAt(places, 2);
  edgeMask = numberAt(places, 3);
  formStarts = numberAt(places, 4);
  nodeForms = numberAt(places, 5);
  inner = numberAt(places, 6);
  ids = numberAt(places, 7);
  flags = numberAt(places, 8);
  leads = numberAt(places, 9);
  byteStarts = numberAt(places, 10);
  formBytes = numberAt(places, 11);
  keptBytes = numberAt(places, 12);
}
