import { inWords } from '../../messages.ts';
import { describeWork } from '../../bibliography.ts';
import type { Source, Study } from '../../study.ts';
import { citedIndex } from '../../citedBy.ts';
import type { Note, Passage } from '../../source.ts';
import { escapeMarkdown, quoteMarkdown, shorten } from '../wording.ts';
import { passageWords, sectionExtent, sectionName, sectionTrail, sourceLine } from '../passages.ts';
import { termMarkdown } from '../terms.ts';
import type { CompletionSubject } from './completionItem.ts';

/** The most of a passage that is shown beside the list. UTF-16 code units. */
const maxDocumentationUnits = 900;

/** Explains an item, as Markdown without HTML. Empty if its subject no longer exists. */
export function documentationOf(subject: CompletionSubject, study: Study): string {
  if (subject.kind === 'term') {
    const term = study.terms.glossary.find(subject.name);
    return term ? termMarkdown(term, undefined, study) : '';
  }
  const source = study.sources.get(subject.key);
  if (!source) {
    const [placed] = study.works.get(subject.key) ?? [];
    return placed ? escapeMarkdown(describeWork(placed.work)) : '';
  }
  switch (subject.kind) {
    case 'key':
      return sourceDocumentation(source, study);
    case 'section':
      return sectionWords(source, subject.label);
    case 'passage': {
      const passage = source.passages[subject.number - 1];
      return passage ? passageDocumentation(source, passage, study) : '';
    }
    case 'note': {
      const note = source.notes.find(({ number }) => number === subject.number);
      return note ? wordsOrGist(note) : '';
    }
  }
}

function sourceDocumentation(source: Source, study: Study): string {
  const uses = citedIndex(study).bySource.get(source.key)?.uses.length ?? 0;
  const count = inWords('completion.source', { paragraphs: source.passages.length, uses });
  const absent = source.file ? '' : inWords('completion.onlyEdition');
  return [escapeMarkdown(sourceLine(source)), count, absent].filter(Boolean).join('\n\n');
}

function sectionWords(source: Source, label: string): string {
  const section = source.sections.find((each) => each.label === label);
  if (!section) return '';
  return [escapeMarkdown(sectionName(section)), sectionExtent(section, source)].filter(Boolean).join('\n\n');
}

function passageDocumentation(source: Source, passage: Passage, study: Study): string {
  const uses = citedIndex(study).bySource.get(source.key)?.byPassage.get(passage.number)?.length ?? 0;
  return [
    escapeMarkdown(sectionTrail(source, passage.number)),
    wordsOrGist(passage),
    inWords('completion.passage', { uses }),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function wordsOrGist(item: Passage | Note): string {
  const words = passageWords(item);
  if (words !== undefined) return quoteMarkdown(shorten(words, maxDocumentationUnits));
  return item.gist === undefined ? '' : `_${escapeMarkdown(item.gist)}_`;
}
