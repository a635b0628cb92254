import type { CancellationToken } from 'vscode-languageserver';
import { citedIndex } from '../../core/citedBy.ts';
import { type Message, messageOf } from '../../core/messages.ts';
import { coverageDocument, coverageOf, coveredSources, talliesOf } from '../../core/present/coverage.ts';
import { notesDocument, notesToExchange } from '../../core/present/notes.ts';
import { glossaryHandout } from '../../core/present/terms.ts';
import type { Study } from '../../core/study.ts';
import type { Params } from '../protocol.ts';
import { makeGuide } from '../guides.ts';
import { TimeSlicer } from '../timeSlicer.ts';

interface DocumentWishes {
  /** The key of the one source that it is about. */
  readonly key: string | undefined;
  readonly date: string;
}

type DocumentText = (
  study: Study,
  options: DocumentWishes,
  token: CancellationToken,
) => Promise<string | Message>;

/** What each document says; a message where there is nothing to say. */
export const documentTexts: Readonly<Record<Params<'pilcrow/exportDocument'>['document'], DocumentText>> = {
  guide: async (study, options) => {
    const guide = await makeGuide(study, { ...options, goesOut: true });
    return guide && guide.questions > 0 ? guide.text : messageOf('guide.empty');
  },
  glossary: async (study) => {
    const { text, terms } = glossaryHandout(study, { goesOut: true });
    return Promise.resolve(terms > 0 ? text : messageOf('glossary.empty'));
  },
  coverage: async (study, { key }, token) => {
    await new TimeSlicer().each(study.papers, token, (paper) => void talliesOf(paper, study));
    const { bySource } = citedIndex(study);
    const all = coveredSources(study, (each) => (bySource.get(each)?.uses.length ?? 0) > 0);
    const wanted =
      key === undefined ? all : [study.sources.get(key)].filter((source) => source !== undefined);
    if (wanted.length === 0) return messageOf('export.noSource');
    return coverageDocument(
      wanted.map((source) => coverageOf(source, study)),
      study,
    );
  },
  notes: async (study, { key }) => {
    const notes = notesToExchange(study, key === undefined ? [] : [key]);
    return Promise.resolve(notes.length > 0 ? notesDocument(notes, study) : messageOf('export.noNotes'));
  },
};
