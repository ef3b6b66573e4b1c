import { Chalk } from "chalk";
import type { Paints } from "./look.js";

/**
 * The colours of a terminal. The level is given, never found out: who prints knows whether colour is wanted. 1: the
 * sixteen that every theme sets.
 */
export function colours(): Paints {
  const chalk = new Chalk({ level: 1 });
  const { green, yellow, red, cyan, dim, bold } = chalk;
  return { green, yellow, red, cyan, dim, bold, match: bold.underline };
}
