import type { AlternativeSet, Mention, PostingAnalysis, Rejection, Scan, Taxonomy } from "../types.js";
import { findEnumerations } from "./alternatives.js";
import { depthAt, type Known, knownOf } from "./depth.js";
import { summarise } from "./findings.js";
import { findBlocks } from "./layout.js";
import { leadOf } from "./lead.js";
import { type Lead, levelOf } from "./level.js";
import { conditionsOf } from "./meaning.js";
import { isAside, type Sentence, sentencesOf, telling } from "./reading.js";
import { resolveMeanings } from "./resolve.js";
import { findSections, sectionAt } from "./sections.js";
import { AFTER, Vocabulary } from "./vocabulary.js";

/** Judges the matches of one posting after another. */
export interface Judge {
  /** @param scan of this posting; read now, not kept */
  judge(id: string, title: string, scan: Scan): PostingAnalysis;
}

/** Compiles the taxonomy's conditions and cues for judging. */
export function createJudge(taxonomy: Taxonomy): Judge {
  const vocabulary = new Vocabulary(taxonomy);
  const conditions = conditionsOf(taxonomy);
  const choice = taxonomy.combined.filter((row) => row.alternatives);
  const ofOneKind = (tools: readonly number[]) => {
    const all = tools.map((tool) => taxonomy.tools.at(tool)!);
    return (
      all.every(({ group, category }) => group === all[0]!.group && category === all[0]!.category) ||
      choice.some((row) => all.every((tool) => tool.groups.some((group) => row.groups.includes(group))))
    );
  };

  return {
    judge(id, title, scan) {
      const mentions: Mention[] = [];
      const rejections: Rejection[] = [];
      const alternatives: AlternativeSet[] = [];
      const picked: Mention[] = [];
      const enumerations: AlternativeSet[] = [];
      const negated = new Set<number>();
      let anyWillDo = false;
      if (scan.tools.count > 0) {
        const { folded, bytes, tools } = scan;
        const blocks = findBlocks(folded, scan.length);
        const cues = scan.findCues(telling(folded, blocks, tools));
        const infos = vocabulary.infos(vocabulary.languageOf(cues));
        const sections = findSections(folded, bytes, blocks, cues, infos);
        const sentences = sentencesOf(scan, cues, blocks, infos);
        const decisions = resolveMeanings(conditions, infos, scan, cues, sections, sentences);
        const leadDepth = (lead: Lead | null) => (lead ? depthAt(lead.evidence, cues, infos) : null);
        const toolOf = (match: number) => {
          const decision = decisions[match]!;
          return decision.rule === null ? taxonomy.aliases.at(tools.data[3 * match]!)!.tool : -1;
        };
        for (const sentence of sentences) {
          const block = blocks[sentence.block]!;
          const section = sectionAt(sections, sentence.start);
          let found: Lead | null | undefined;
          const findLead = () => {
            if (found === undefined)
              found = leadOf(folded, blocks, sentence.block, section.body, cues, infos);
            return found;
          };
          const noLead = () => null;
          let known: readonly Known[] | null = null;
          const aside = isAside(blocks, sentence.block, section.body);
          sentence.tokens.forEach((token, at) => {
            if (token.kind !== "tool") return;
            const match = token.ref;
            const alias = tools.data[3 * match]!;
            const tool = taxonomy.aliases.at(alias)!.tool;
            const decision = decisions[match]!;
            const own = sectionAt(sections, token.start);
            if (decision.rule !== null) {
              rejections.push({
                tool,
                alias,
                start: token.start,
                end: token.end,
                section: own.section,
                rule: decision.rule,
                evidence: decision.evidence,
              });
              return;
            }
            const inHeading = own.heading !== null && token.start < own.body;
            const verdict = levelOf(
              sentence.governed[at]!,
              sentence.tokens,
              sentence,
              own.section,
              own.heading,
              inHeading || block.start < own.start ? noLead : findLead,
              aside,
            );
            const isAsked = verdict.level === "required" || verdict.level === "preferred";
            if (isAsked) known ??= knownOf(folded, sentence.tokens, sentence.governed, cues, infos);
            const mention: Mention = {
              tool,
              alias,
              start: token.start,
              end: token.end,
              level: verdict.level,
              section: own.section,
              rule: verdict.rule,
              evidence: verdict.evidence,
              denied: verdict.denied,
              depth: isAsked ? (known![at]?.depth ?? leadDepth(findLead())) : null,
              years: isAsked ? (known![at]?.years ?? null) : null,
            };
            mentions.push(mention);
            if (mention.level === "negated") negated.add(match);
            if (
              verdict.rule === "level.clause.preferred" &&
              picksOut(sentence, sentence.governed[at]!.preferred)
            ) {
              picked.push(mention);
            }
          });
          const meant = (match: number) => (negated.has(match) ? -1 : toolOf(match));
          const lists = findEnumerations(folded, sentence.tokens, cues, infos, meant, ofOneKind);
          alternatives.push(...lists.alternatives);
          enumerations.push(...lists.enumerations);
          anyWillDo ||= sentence.tokens.some((token) => token.info?.alternative === "agnostic");
        }
      }
      return summarise(taxonomy, id, title, mentions, scan.fingerprint, rejections, alternatives, {
        anyWillDo,
        picked,
        enumerations,
        alternatives,
      });
    },
  };
}

/**
 * Whether the cue that prefers picks one out of several that would do ("a cloud platform, ideally AWS", "any cloud (AWS
 * preferred)"), and does not just say that more is welcome ("AWS is a plus", "Nice to have: AWS").
 */
function picksOut(sentence: Sentence, cue: number): boolean {
  const token = sentence.tokens[cue]!;
  if (token.bracket >= 0) return true;
  return (
    (token.info!.preferred & AFTER) !== 0 &&
    sentence.tokens.slice(0, cue).some((before) => before.info !== null)
  );
}
