import { inWords } from '../../messages.ts';
import type { Task } from '../../memo.ts';
import { paperDefinitions, termConflicts } from '../../check.ts';
import type { Paper, Source, Study } from '../../study.ts';
import { languageOf } from '../../blocks.ts';
import { type Resolution, resolveCitation, statusOf } from '../../resolve.ts';
import type { Section } from '../../source.ts';
import { appendAll, encloses, type Range } from '../../text.ts';
import { notesOn, paperFacts } from '../coverage.ts';
import { escapeMarkdown } from '../wording.ts';
import { paperQuestions } from './questions.ts';

/** A place that a question is about. */
export interface QuestionPlace {
  readonly source: Source;
  readonly passage: number | undefined;
  readonly note: number | undefined;
  readonly section: Section | undefined;
}

/** An open question, and the places it names in their order. */
export interface OpenQuestion {
  /** Markdown. In `doubtful`, citations that lead nowhere are escaped. */
  readonly text: string;
  readonly doubtful: string;
  readonly author: string;
  /** The title of the paper. Empty for a note. */
  readonly paper: string;
  /** The paper that asks; undefined for a note. */
  readonly askedIn: Paper | undefined;
  readonly places: readonly QuestionPlace[];
  readonly kind: 'paper' | 'note' | 'term';
  /** The language of the paper. Undefined for a note. */
  readonly lang: string | undefined;
}

/**
 * Gathers the open questions of papers and notes, and the terms that papers and glossary define differently. Guides
 * are skipped. Yields after each paper, because each is read for it.
 */
export function* gatherQuestions(study: Study): Task<readonly OpenQuestion[]> {
  const asked: OpenQuestion[] = [];
  const disputed: OpenQuestion[] = [];
  for (const paper of study.papers) {
    if (!paperFacts(paper).guide) {
      appendAll(asked, questionsOf(paper, study));
      appendAll(disputed, disputes(paper, study));
    }
    yield;
  }
  const noted = [...study.sources.values()].flatMap((source) => noteQuestions(source, study));
  return [...asked, ...noted, ...disputed];
}

function questionsOf(paper: Paper, study: Study): OpenQuestion[] {
  const { title, authors } = paperFacts(paper);
  return paperQuestions(paper).map(({ range, lines }): OpenQuestion => {
    const resolutions = paper.citations
      .filter((citation) => encloses(range, citation.range))
      .map((citation) => resolveCitation(citation, study));
    const bad = resolutions.filter(leadsNowhere).map(({ citation }) => citation.range);
    return {
      text: writtenLines(paper.text, lines, []),
      doubtful: writtenLines(paper.text, lines, bad),
      author: authors.join(', '),
      paper: title,
      askedIn: paper,
      places: resolutions.flatMap(questionPlaces),
      kind: 'paper',
      lang: languageOf(paper.document),
    };
  });
}

function leadsNowhere(resolution: Resolution): boolean {
  const status = statusOf(resolution);
  return status !== 'resolved' && status !== 'citation/no-locator';
}

/** The lines of a paper as text, with `@` escaped at `keys`, so that it starts no citation. */
function writtenLines(text: string, lines: readonly Range[], keys: readonly Range[]): string {
  const line = ({ start, end }: Range): string => {
    let out = '';
    let at = start;
    for (const key of keys) {
      if (key.start < start || key.start >= end) continue;
      out += `${text.slice(at, key.start)}\\`;
      at = key.start;
    }
    return out + text.slice(at, end);
  };
  return lines.map(line).join('\n').trim();
}

function questionPlaces({ source, target, parts, citation }: Resolution): QuestionPlace[] {
  if (!source || !target || !citation.locator) return [];
  const nowhere = { source, passage: undefined, note: undefined, section: undefined };
  return parts.flatMap(({ passages, section, note }): QuestionPlace[] => {
    if (section) return [{ ...nowhere, section, passage: section.first }];
    if (note !== undefined) return [{ ...nowhere, note }];
    return passages.map((passage) => ({ ...nowhere, passage }));
  });
}

function noteQuestions(source: Source, study: Study): OpenQuestion[] {
  return notesOn(source, study)
    .filter(({ kind, resolved }) => kind === 'question' && !resolved)
    .map(({ text, authors, passages, sourceNotes }): OpenQuestion => {
      const nowhere = { source, passage: undefined, note: undefined, section: undefined };
      return {
        text: text.trim(),
        doubtful: escapeMarkdown(text),
        author: authors.join(', '),
        paper: '',
        askedIn: undefined,
        places: [
          ...passages.map((passage) => ({ ...nowhere, passage })),
          ...sourceNotes.map((note) => ({ ...nowhere, note })),
        ],
        kind: 'note',
        lang: undefined,
      };
    });
}

/**
 * A question for each conflict of definitions. The message's first sentence says what differs; the rest is advice.
 */
function disputes(paper: Paper, study: Study): OpenQuestion[] {
  const { title, authors } = paperFacts(paper);
  return termConflicts(paperDefinitions(paper, study), study).map(({ message }): OpenQuestion => {
    const words = inWords(message);
    const [first = words] = /^.*?[.](?=\s|$)/su.exec(words) ?? [];
    const text = escapeMarkdown(first);
    return {
      text,
      doubtful: text,
      author: authors.join(', '),
      paper: title,
      askedIn: paper,
      places: [],
      kind: 'term',
      lang: undefined,
    };
  });
}
