/** Which label belongs to which posting. */
import { SkilltagError } from "../../../errors.js";
import type { Label } from "../../../evaluate/index.js";

/** Gives out each label once. */
export interface LabelStore {
  /**
   * The label of a posting: by its id as it is, else by its file name, else by that without its ending; null without one.
   * @throws SkilltagError where the label went to another posting already
   */
  take(id: string): Label | null;
  /** Ids of labels that were not asked for. */
  readonly withoutPosting: readonly string[];
  /** Ids of postings that have no label, in the order in which they were asked for. */
  readonly withoutLabel: readonly string[];
}

export function createLabelStore(labels: readonly Label[]): LabelStore {
  const byId = new Map(labels.map((label) => [label.id, label]));
  const takenBy = new Map<string, string>();
  const withoutLabel: string[] = [];
  return {
    take(id) {
      const file = id.replace(/^.*[\\/]/, "");
      const label = byId.get(id) ?? byId.get(file) ?? byId.get(file.replace(/(?<=.)\.[^.]*$/, ""));
      if (label === undefined) {
        withoutLabel.push(id);
        return null;
      }
      const other = takenBy.get(label.id);
      if (other !== undefined) {
        throw new SkilltagError("usage", `two postings have the label "${label.id}": ${other} and ${id}`, {
          hint: "Name the one that was labelled, or leave the other out with --exclude.",
        });
      }
      takenBy.set(label.id, id);
      return label;
    },
    get withoutPosting() {
      return labels.map((label) => label.id).filter((id) => !takenBy.has(id));
    },
    withoutLabel,
  };
}
