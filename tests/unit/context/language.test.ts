import { describe, expect, it } from "vitest";
import { analyze, levels, TAXONOMY } from "./taxonomy.js";

/** Dutch "of" is "or", Spanish "o" too: whether they join tells how the posting was read. */
const joined = (text: string) =>
  analyze(text).alternatives.map((set) => set.tools.map((tool) => TAXONOMY.tools[tool]!.name).join("|"));

describe("the language of a posting", () => {
  it.each([
    ["English", "Engineer\n\nRequirements\n- Experience with Java of Python\n", []],
    ["Dutch", "Ingenieur\n\nFunctie-eisen\n- Ervaring met Java of Python\n", ["Java|Python"]],
    ["Spanish", "Ingeniero\n\nRequisitos\n- Experiencia con Java o Python\n", ["Java|Python"]],
    ["German", "Entwickler\n\nDein Profil\n- Kenntnisse in Java oder Python\n", ["Java|Python"]],
    [
      "that has most of the words, not the first",
      "Ingenieur\n\nRequisitos\n\nFunctie-eisen\n- Ervaring met Java of Python\n- Bij voorkeur Kafka\n",
      ["Java|Python"],
    ],
    [
      "English where a few words of another stand in it",
      "Engineer\n\nRequirements\n- Experience with Java of Python\n- Strong Scala, knowledge of Kafka, you have Docker\n" +
        "- Ideally Terraform, Airflow would be great\n- Bij voorkeur Podman\n",
      [],
    ],
  ])("%s", (_, text, wanted) => expect(joined(text)).toEqual(wanted));

  it.each([
    [
      "Entwickler\n\nAnforderungen\n- Python\n- Experience with Scala is a plus\n\nNice to have\n- Java\n",
      ["Python required", "Scala preferred", "Java preferred"],
    ],
    [
      "Ingénieur\n\nProfil recherché\n- Python\n- Java serait un atout\n- Scala would be great\n",
      ["Python required", "Java preferred", "Scala preferred"],
    ],
  ])("English words hold in all: %j", (text, wanted) => expect(levels(text)).toEqual(wanted));
});
