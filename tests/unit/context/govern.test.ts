import { describe, expect, it } from "vitest";
import { sentence } from "./taxonomy.js";

type Case = readonly [text: string, ...lines: string[]];

/** One sentence under no heading, and what is judged of it: mention, level, rule and the words it rests on. */
function table(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    it.each(cases.map(([text, ...lines]) => [text, lines] as const))("%s", (text, lines) =>
      expect(sentence(text)).toEqual(lines),
    );
  });
}

table("a cue reaches forward to the end of its clause", [
  [
    "Experience with Python and Java",
    'Python required level.clause.required "Experience with"',
    'Java required level.clause.required "Experience with"',
  ],
  ["Must have Terraform", 'Terraform required level.clause.required "Must have"'],
  [
    "Ideally Scala; Python",
    'Scala preferred level.clause.preferred "Ideally"',
    "Python mentioned level.none.mentioned",
  ],
  [
    "Ideally Scala — Python",
    'Scala preferred level.clause.preferred "Ideally"',
    "Python mentioned level.none.mentioned",
  ],
  ["We use Kafka", 'Kafka mentioned level.clause.mentioned "We use"'],
  [
    "Ideally Java, and strong Python",
    'Java preferred level.clause.preferred "Ideally"',
    'Python required level.clause.required "strong"',
  ],
]);

table("or backward to its beginning", [
  [
    "Python, Java and Scala are required",
    'Python required level.clause.demanded "required"',
    'Java required level.clause.demanded "required"',
    'Scala required level.clause.demanded "required"',
  ],
  ["Terraform is a must", 'Terraform required level.clause.demanded "is a must"'],
  [
    "Strong Python or Java; experience with crawling the web is a plus",
    'Python required level.clause.required "Strong"',
    'Java required level.clause.required "Strong"',
  ],
  [
    "Experience with Python, message brokers, Kafka is a plus",
    'Python preferred level.clause.preferred "is a plus"',
    'Kafka preferred level.clause.preferred "is a plus"',
  ],
  [
    "Experience with Python, Java and Scala in production (nice to have).",
    'Python preferred level.clause.preferred "nice to have"',
    'Java preferred level.clause.preferred "nice to have"',
    'Scala preferred level.clause.preferred "nice to have"',
  ],
  [
    "Experience with Python, Java, Scala (nice to have)",
    'Python required level.clause.required "Experience with"',
    'Java required level.clause.required "Experience with"',
    'Scala preferred level.clause.preferred "nice to have"',
  ],
  ["Strong Python, further languages are a plus", 'Python required level.clause.required "Strong"'],
  ["Strong Python; further languages are a plus", 'Python required level.clause.required "Strong"'],
  ["Python: 3 years (preferred)", 'Python preferred level.clause.preferred "preferred"'],
  [
    "Run Docker for Airflow jobs in production (preferred).",
    'Docker preferred level.clause.preferred "preferred"',
    'Airflow preferred level.clause.preferred "preferred"',
  ],
  [
    "Python, Java (bonus)",
    "Python mentioned level.none.mentioned",
    'Java preferred level.clause.preferred "bonus"',
  ],
  [
    "Ideally AWS – Airflow, Docker and Kafka",
    'AWS preferred level.clause.preferred "Ideally"',
    'Airflow preferred level.clause.preferred "Ideally"',
    'Docker preferred level.clause.preferred "Ideally"',
    'Kafka preferred level.clause.preferred "Ideally"',
  ],
  [
    "Experience with Python, Java and Kafka, Scala are a plus",
    'Python preferred level.clause.preferred "are a plus"',
    'Java preferred level.clause.preferred "are a plus"',
    'Kafka preferred level.clause.preferred "are a plus"',
    'Scala preferred level.clause.preferred "are a plus"',
  ],
  [
    "Ideally Kafka, OpenStrong and Docker",
    'Kafka preferred level.clause.preferred "Ideally"',
    'OpenStrong preferred level.clause.preferred "Ideally"',
    'Docker preferred level.clause.preferred "Ideally"',
  ],
  [
    "Strong Python and knowledge of Scala (nice to have)",
    'Python required level.clause.required "Strong"',
    'Scala preferred level.clause.preferred "nice to have"',
  ],
  [
    "Experience with Java (Scala is not required, but a plus)",
    'Java required level.clause.required "Experience with"',
    'Scala preferred level.clause.preferred "a plus"',
  ],
  [
    "Python; Java is a plus",
    "Python mentioned level.none.mentioned",
    'Java preferred level.clause.preferred "is a plus"',
  ],
  [
    "Strong Python, Java is a plus",
    'Python required level.clause.required "Strong"',
    'Java preferred level.clause.preferred "is a plus"',
  ],
  [
    "Experience with Java, Python is required",
    'Java required level.clause.required "Experience with"',
    'Python required level.clause.demanded "is required"',
  ],
  ["Experience with Python is a plus", 'Python preferred level.clause.preferred "is a plus"'],
  ["Python – required", 'Python required level.clause.demanded "required"'],
  ["Python: a plus", 'Python preferred level.clause.preferred "a plus"'],
]);

table("or to both sides", [
  ["Java would be great", 'Java preferred level.clause.preferred "would be great"'],
  [
    "Python or Java preferred",
    'Python preferred level.clause.preferred "preferred"',
    'Java preferred level.clause.preferred "preferred"',
  ],
  ["Preferred: Java", 'Java preferred level.clause.preferred "Preferred"'],
]);

table("a colon announces", [
  [
    "Experience with the following: Python; Java",
    'Python required level.clause.required "Experience with"',
    'Java required level.clause.required "Experience with"',
  ],
  [
    "Ideally: Java, Python",
    'Java preferred level.clause.preferred "Ideally"',
    'Python preferred level.clause.preferred "Ideally"',
  ],
  [
    "A plus: Java, Scala",
    'Java preferred level.clause.preferred "A plus"',
    'Scala preferred level.clause.preferred "A plus"',
  ],
]);

table("brackets hold what stands in them", [
  [
    "Experience with Kafka (ideally with Java) and Python",
    'Kafka required level.clause.required "Experience with"',
    'Java preferred level.clause.preferred "ideally"',
    'Python required level.clause.required "Experience with"',
  ],
  [
    "Java (Scala is a plus), Python required",
    'Java required level.clause.demanded "required"',
    'Scala preferred level.clause.preferred "is a plus"',
    'Python required level.clause.demanded "required"',
  ],
  [
    "Python (no Java), Scala",
    "Python mentioned level.none.mentioned",
    'Java negated level.clause.negated "no"',
    "Scala mentioned level.none.mentioned",
  ],
]);

table("a bracket that holds a cue alone speaks of the item before it, or of what it leads", [
  [
    "Python (must), Java (plus)",
    'Python required level.clause.demanded "must"',
    'Java preferred level.clause.preferred "plus"',
  ],
  [
    "Python (a plus), Java",
    'Python preferred level.clause.preferred "a plus"',
    "Java mentioned level.none.mentioned",
  ],
  [
    "Kafka, Java/Scala (a plus)",
    "Kafka mentioned level.none.mentioned",
    'Java preferred level.clause.preferred "a plus"',
    'Scala preferred level.clause.preferred "a plus"',
  ],
  ["(preferred) Experience with Java", 'Java preferred level.clause.preferred "preferred"'],
]);

it.each(["Java (nice to have), Python", "Java [preferred], Python"])(
  "and not of the item behind it: %s",
  (text) => expect(sentence(text)[1]).toBe("Python mentioned level.none.mentioned"),
);

it("a list that is closed ends before the next statement", () =>
  expect(sentence("Experience with Python and Java, Scala is a plus")).toEqual([
    'Python required level.clause.required "Experience with"',
    'Java required level.clause.required "Experience with"',
    'Scala preferred level.clause.preferred "is a plus"',
  ]));

table("examples of a kind are one list", [
  [
    "Experience with message brokers like Kafka, Express is a plus",
    'Kafka preferred level.clause.preferred "is a plus"',
    'Express preferred level.clause.preferred "is a plus"',
  ],
  [
    "Experience with Jenkins, Terraform... would be a plus",
    'Jenkins preferred level.clause.preferred "would be a plus"',
    'Terraform preferred level.clause.preferred "would be a plus"',
  ],
  [
    "Experience with Jenkins, Terraform… would be a plus",
    'Jenkins preferred level.clause.preferred "would be a plus"',
    'Terraform preferred level.clause.preferred "would be a plus"',
  ],
  [
    "Experience in daily work (Python, Java is a plus)",
    'Python required level.clause.required "Experience in"',
    'Java preferred level.clause.preferred "is a plus"',
  ],
]);

table("what is joined before a verb in the plural, or by or, is one wish", [
  [
    "Knowledge of Docker and experience with Jenkins are a plus",
    'Docker preferred level.clause.preferred "are a plus"',
    'Jenkins preferred level.clause.preferred "are a plus"',
  ],
  [
    "Knowledge of Docker and experience with Jenkins is a plus",
    'Docker required level.clause.required "Knowledge of"',
    'Jenkins preferred level.clause.preferred "is a plus"',
  ],
  [
    "Knowledge of Docker, and experience with Jenkins are a plus",
    'Docker required level.clause.required "Knowledge of"',
    'Jenkins preferred level.clause.preferred "are a plus"',
  ],
  [
    "Terraform or experience with such a tool is a plus",
    'Terraform preferred level.clause.preferred "is a plus"',
  ],
  [
    "Kenntnisse in Kafka und Erfahrung mit Jenkins sind von Vorteil",
    'Kafka preferred level.clause.preferred "sind von Vorteil"',
    'Jenkins preferred level.clause.preferred "sind von Vorteil"',
  ],
  [
    "La maîtrise de Kafka et une expérience avec des automates seraient un atout",
    'Kafka preferred level.clause.preferred "seraient un atout"',
  ],
]);

table("a dash goes on to the list that it announces", [
  [
    "Experience with brokers – Kafka, Jenkins",
    'Kafka required level.clause.required "Experience with"',
    'Jenkins required level.clause.required "Experience with"',
  ],
  [
    "Experience with our tools is a plus — Kafka, Jenkins",
    'Kafka preferred level.clause.preferred "is a plus"',
    'Jenkins preferred level.clause.preferred "is a plus"',
  ],
  [
    "Experience with Kafka – Jenkins runs here",
    'Kafka required level.clause.required "Experience with"',
    "Jenkins mentioned level.none.mentioned",
  ],
  ["Experience with brokers – not only here, Kafka too", "Kafka mentioned level.none.mentioned"],
]);

table("members joined by a slash are one, and a comma may stand before the bracket that speaks of them", [
  [
    "Knowledge of runtimes (Python/Java, Scala is a plus)",
    'Python required level.clause.required "Knowledge of"',
    'Java required level.clause.required "Knowledge of"',
    'Scala preferred level.clause.preferred "is a plus"',
  ],
  [
    "Experience with Python, Java, (a plus)",
    'Python required level.clause.required "Experience with"',
    'Java preferred level.clause.preferred "a plus"',
  ],
]);

table("what is denied by name leaves what stands before it", [
  ["Kafka, but no experience with it is required", 'Kafka mentioned level.later.denied "no experience with"'],
  [
    "Experience with Kafka (no leadership or sales talent is required)",
    'Kafka required level.clause.required "Experience with"',
  ],
]);

it("a head with an object of its own keeps its cue", () =>
  expect(sentence("Knowledge of Docker, experience in regulated markets is a plus")).toEqual([
    'Docker required level.clause.required "Knowledge of"',
  ]));

table("what is said not to be asked for", [
  ["Python is not required", 'Python negated level.clause.denied "is not required"'],
  ["Python is a plus, but not required", 'Python preferred level.clause.preferred "is a plus"'],
  ["Python preferred but not required", 'Python preferred level.clause.preferred "preferred"'],
  [
    "No experience with either Python or Java is required",
    'Python negated level.clause.denied "No experience with"',
    'Java negated level.clause.denied "No experience with"',
  ],
  [
    "You don't need Java, strong Python is enough",
    'Java negated level.clause.denied "You don\'t need"',
    'Python required level.clause.required "strong"',
  ],
  [
    "Python, experience with Java not required",
    'Python required level.clause.required "experience with"',
    'Java negated level.clause.denied "not required"',
  ],
  ["Docker, but no experience with it is needed", 'Docker mentioned level.later.denied "no experience with"'],
]);

table("what is not used", [
  [
    "We don't use Java, Scala or Airflow",
    'Java negated level.clause.negated "We don\'t use"',
    'Scala negated level.clause.negated "We don\'t use"',
    'Airflow negated level.clause.negated "We don\'t use"',
  ],
  [
    "No Java, Scala or Airflow here, just Python",
    'Java negated level.clause.negated "No"',
    'Scala negated level.clause.negated "No"',
    'Airflow negated level.clause.negated "No"',
    "Python mentioned level.none.mentioned",
  ],
  [
    "We use Python instead of Java",
    'Python mentioned level.clause.mentioned "We use"',
    'Java negated level.clause.negated "instead of"',
  ],
  [
    "Experience with Python, not Java or Scala",
    'Python required level.clause.required "Experience with"',
    'Java negated level.clause.negated "not"',
    'Scala negated level.clause.negated "not"',
  ],
  ["Airflow is being replaced", 'Airflow negated level.clause.negated "is being replaced"'],
  ["No degree is asked of anybody who wants to work here on Kafka", "Kafka mentioned level.none.mentioned"],
]);

table("what is being left", [
  [
    "We are migrating our jobs from Jenkins to Airflow",
    'Jenkins negated level.clause.negated "from"',
    "Airflow mentioned level.none.mentioned",
  ],
  [
    "Migrating from Jenkins, Java and Kafka to Airflow",
    'Jenkins negated level.clause.negated "from"',
    'Java negated level.clause.negated "from"',
    'Kafka negated level.clause.negated "from"',
    "Airflow mentioned level.none.mentioned",
  ],
  ["People from Jenkins", "Jenkins mentioned level.none.mentioned"],
  [
    "Moving away from Scala (Kafka and Java) and use Python",
    'Scala negated level.clause.negated "Moving away from"',
    'Kafka negated level.clause.negated "Moving away from"',
    'Java negated level.clause.negated "Moving away from"',
    "Python mentioned level.none.mentioned",
  ],
]);

table("breakers end a clause", [
  [
    "Experience with Python but Java is a plus",
    'Python required level.clause.required "Experience with"',
    'Java preferred level.clause.preferred "is a plus"',
  ],
  [
    "We don't use Java but Python",
    'Java negated level.clause.negated "We don\'t use"',
    "Python mentioned level.none.mentioned",
  ],
  [
    "Python, however Java is a plus",
    "Python mentioned level.none.mentioned",
    'Java preferred level.clause.preferred "is a plus"',
  ],
]);

table("affirmations look like negations", [
  ["Not only Python", "Python mentioned level.none.mentioned"],
  ["No later than May you will use Java", 'Java mentioned level.clause.mentioned "you will"'],
]);

table("in other languages", [
  [
    "Java ist von Vorteil, Python setzen wir voraus",
    'Java preferred level.clause.preferred "ist von Vorteil"',
    'Python required level.clause.demanded "setzen wir voraus"',
  ],
  ["Java ist nicht erforderlich", 'Java negated level.clause.denied "ist nicht erforderlich"'],
  [
    "Idealerweise Python, aber Java ist Voraussetzung",
    'Python preferred level.clause.preferred "Idealerweise"',
    'Java required level.clause.demanded "ist Voraussetzung"',
  ],
  [
    "Wir nutzen Kafka nach dem Umstieg von Jenkins auf Airflow",
    'Kafka mentioned level.clause.mentioned "Wir nutzen"',
    'Jenkins negated level.clause.negated "von"',
    'Airflow mentioned level.clause.mentioned "Wir nutzen"',
  ],
  [
    "Maîtrise de Python et Java ; Scala serait un atout",
    'Python required level.clause.required "Maîtrise de"',
    'Java required level.clause.required "Maîtrise de"',
    'Scala preferred level.clause.preferred "serait un atout"',
  ],
  [
    "Java n'est pas exigé mais Python est indispensable",
    'Java negated level.clause.denied "n\'est pas exigé"',
    'Python required level.clause.demanded "est indispensable"',
  ],
  [
    "Experiencia con Python, Scala será un plus",
    'Python required level.clause.required "Experiencia con"',
    'Scala preferred level.clause.preferred "será un plus"',
  ],
  [
    "Bij voorkeur Python; Java niet nodig",
    'Python preferred level.clause.preferred "Bij voorkeur"',
    'Java negated level.clause.denied "niet nodig"',
  ],
]);
