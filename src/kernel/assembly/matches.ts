import { numberAt, setNumber } from "./memory";

/**
 * Puts a match where it belongs by start among the `count` matches at `list`; MatchBuffer.insert of
 * ../../match/list.ts.
 * @returns how many matches there are now
 */
export function insertMatch(list: usize, count: i32, pattern: i32, start: i32, end: i32): i32 {
  let at = count;
  let size = count;
  while (at > 0 && numberAt(list, 3 * at - 2) > start) at--;
  if (at > 0 && numberAt(list, 3 * at - 1) > start) {
    if (numberAt(list, 3 * at - 2) !== start || numberAt(list, 3 * at - 1) >= end) return size;
    size = removeMatch(list, size, at - 1);
    at--;
  }
  while (at < size && numberAt(list, 3 * at + 1) < end) size = removeMatch(list, size, at);
  move(list, at + 1, at, size - at);
  setNumber(list, 3 * at, pattern);
  setNumber(list, 3 * at + 1, start);
  setNumber(list, 3 * at + 2, end);
  return size + 1;
}

function removeMatch(list: usize, count: i32, at: i32): i32 {
  move(list, at, at + 1, count - at - 1);
  return count - 1;
}

function move(list: usize, to: i32, from: i32, count: i32): void {
  memory.copy(list + 12 * (to as usize), list + 12 * (from as usize), 12 * (count as usize));
}
