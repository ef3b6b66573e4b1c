/** Files as they were read: what can be told of them without JavaScript. */

import { FIND_IT, writeLine } from "./lines";
import { bytes, fileSizes, files, id, LONGEST_NAME, names, numberAt } from "./memory";
import { isPlainText } from "./plain";
import { STEP } from "./step";

/**
 * Writes the lines of files from `first` on, to before `count`, or to before one that has to be looked at in JavaScript:
 * what is not there, what is no plain text, what writeLine does not write.
 * @returns the file where it ended
 */
export function writeFiles(first: i32, count: i32): i32 {
  const prefix = sizeOfName(names);
  memory.copy(id, names, prefix as usize);
  let name = behind(names, prefix);
  let file = files;
  for (let i = 0; i < count; i++) {
    const size = numberAt(fileSizes, i);
    const nameSize = sizeOfName(name);
    if (i >= first && !write(file, size, name, nameSize, prefix)) return i;
    name = behind(name, nameSize);
    if (size > 0) file += ((size + STEP - 1) & -STEP) as usize;
  }
  return count;
}

/** Writes the line of one file, whose id is what stands at `id` with its name behind. */
function write(file: usize, size: i32, name: usize, nameSize: i32, prefix: i32): bool {
  if (size < 0 || prefix + nameSize > LONGEST_NAME || !isPlainText(file, size)) return false;
  memory.copy(id + (prefix as usize), name, nameSize as usize);
  memory.copy(bytes, file, size as usize);
  return writeLine(size, prefix + nameSize, FIND_IT) >= 0;
}

function sizeOfName(name: usize): i32 {
  let end = name;
  while (load<u8>(end) !== 0) end++;
  return (end - name) as i32;
}

function behind(name: usize, size: i32): usize {
  return name + (size as usize) + 1;
}
