/** The names that the corpus is sown with: taken from the compiled taxonomy, in an order of frequency. */
import { createHash } from "node:crypto";
import { mix, Random, zipf } from "./random.mjs";

/**
 * What ads name most, in about the order in which they do. A taxonomy does not say how often its tools are named, and
 * without this the corpus would ask for a rare test runner as often as for the language of the whole field.
 */
const HEAD = [
  "Python",
  "AWS",
  "Kubernetes",
  "SQL",
  "Docker",
  "Azure",
  "CI/CD",
  "GCP",
  "Terraform",
  "PyTorch",
  "LLM",
  "TensorFlow",
  "Apache Spark",
  "Java",
  "Git",
  "Apache Kafka",
  "Linux",
  "MLOps",
  "Apache Airflow",
  "Databricks",
  "Go",
  "PostgreSQL",
  "JavaScript",
  "TypeScript",
  "DevOps",
  "Snowflake",
  "React",
  "scikit-learn",
  "Prometheus",
  "Grafana",
  "Jenkins",
  "Bash",
  "MLflow",
  "Kubeflow",
  "Amazon SageMaker",
  "C++",
  "Scala",
  "Ansible",
  "Helm",
  "REST",
  "RAG",
  "LangChain",
  "Hugging Face",
  "GPU",
  "Redis",
  "MongoDB",
  "GitHub Actions",
  "Argo CD",
  "dbt",
  "Amazon EKS",
  "Amazon S3",
  "Vertex AI",
  "Rust",
  "R",
  "C#",
  ".NET",
  "Node.js",
  "Elasticsearch",
  "Datadog",
  "gRPC",
];

/** So far behind the first is the first rank: with it the first tool stands in about 40 % of the ads, as in real ones. */
const SHIFT = 4;
/** Share of mentions that write a tool's canonical name; the others write one of its aliases. */
const CANONICAL = 0.7;

/**
 * @param taxonomy compiled
 * @param seed     decides the order of the tools that HEAD does not name
 * @returns `draw(random)`: one written form of one tool; `id`: a hash of all that the corpus takes from the taxonomy
 */
export function createVocabulary(taxonomy, seed) {
  const forms = taxonomy.tools.map(() => []);
  for (const alias of taxonomy.aliases) {
    // An ambiguous form in a sentence that does not speak for it is noise, and real; most are left out all the same,
    // since a corpus of rejections would not be like real ads.
    if (alias.needs.length === 0 || alias.text.length > 4) forms[alias.tool].push(alias.text);
  }
  const named = new Map(taxonomy.tools.map((tool, index) => [tool.name, index]));
  const head = HEAD.filter((name) => named.has(name));
  const rest = taxonomy.tools.map((tool) => tool.name).filter((name) => !head.includes(name));
  const ranking = [...head, ...new Random(mix(seed, 0)).shuffle(rest)];
  const entries = ranking.map((name) => ({ name, forms: forms[named.get(name)] }));
  const rank = zipf(entries.length, SHIFT);
  return {
    id: createHash("sha256").update(JSON.stringify(entries)).digest("hex").slice(0, 16),
    draw(random) {
      const { name, forms } = entries[rank(random)];
      return forms.length === 0 || random.chance(CANONICAL) ? name : random.pick(forms);
    },
  };
}
