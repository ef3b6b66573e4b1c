import { expect, test } from "vitest";
import { renderCheck } from "../../../src/output/check.js";
import { PLAIN } from "../../../src/output/look.js";
import { colours } from "../../../src/output/paints.js";
import { widthOf } from "../../../src/output/width.js";
import { posting } from "./report.js";
import { checkSample } from "./sample.js";

const OPTIONS = { width: 80, paints: PLAIN, unicode: true, explain: false };

function check(options: Partial<typeof OPTIONS> = {}): string {
  const { row, lines, facts } = checkSample();
  return renderCheck(row, lines, facts, { ...OPTIONS, ...options });
}

test("a check shows groups, outliers, mentions and what is not needed", () => {
  expect(check()).toMatchInlineSnapshot(`
    "Senior Platform Engineer (ML)
    ads/platform.txt

    Containers     required   ● Kubernetes  ● Amazon EKS
    AWS            required   ● Amazon EKS  ● AWS
    Azure          required   ● Azure
    GCP            required   ● GCP
    Python         required   ● Python (strong, 3+ years)
    Workflow       –
    Frameworks     –
    Observability  –
    Cloud          any one of several is enough; AWS is the one they use or prefer
    One of         AWS, GCP, Azure

    Outliers (3 tools)
      infrastructure  ○ Terraform
      languages       ○ Go  ✗ Scala

    Mentions
      4:43  ● Python      requirements  …s of solid work with «Python», and a feeli…
      5:29  ● Kubernetes  requirements  - Containers in production: «k8s» or Amazon
      5:36  ● Amazon EKS  requirements  …production: k8s or «Amazon EKS», whichever…
       7:3  ● AWS         requirements  - «AWS», GCP or Azure
       7:8  ● GCP         requirements  - AWS, «GCP» or Azure
      7:15  ● Azure       requirements  - AWS, GCP or «Azure»
       9:3  ○ Terraform   preferred     - «Terraform»; some Go is a plus
      9:19  ○ Go          preferred     - Terraform; some «Go» is a plus

    Said not to be needed
      10:4  ✗ Scala       preferred     No «Scala» needed. We go the extra mile.

    ● required   ○ preferred   · mentioned   ✗ said not to be needed
    "
  `);
});

test("explain adds rules and what was not counted", () => {
  const text = check({ explain: true });
  expect(text).toContain("required by level.heading: What you bring");
  expect(text).toMatch(
    /Found and not counted\n +10:21 {2}– Go .*«go» the extra mile\.\n +stands before “the extra mile”/,
  );
  expect(check()).not.toContain("extra mile” (");
});

test("a check fits its width", () => {
  for (const width of [60, 80, 120]) {
    for (const line of check({ width, explain: true }).split("\n"))
      expect(widthOf(line)).toBeLessThanOrEqual(width);
  }
});

test("a check in ASCII has nothing else of its own", () => {
  expect(check({ unicode: false, explain: false })).toMatch(/^[\n -~]*$/);
});

test("colour stands in for the marks around a match", () => {
  const text = check({ paints: colours() });
  expect(text).toContain("\u001b[1m\u001b[4mk8s\u001b[24m\u001b[22m");
  expect(text).not.toContain("«");
});

test("a posting without a technology says so", () => {
  const { facts } = checkSample();
  const text = renderCheck(posting("a.txt", {}, { title: "Nurse" }), ["Nurse"], facts, OPTIONS);
  expect(text).toMatch(/^Nurse\na\.txt\n\nContainers {5}–\n/);
  expect(text).toMatch(/No technology of the taxonomy is named\.\n$/);
});

test("hostile text cannot steer the terminal", () => {
  const { facts } = checkSample();
  const row = posting("\u001b[2J.txt", {}, { title: "\u001b]0;x\u0007\u202eevil" });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come through
  expect(renderCheck(row, [], facts, OPTIONS)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});
