import { context, extensions, sourceIri, type JsonObject, type Selectors } from './annotation.ts';
import type { NoteKind } from './kinds.ts';
import { percentEncoded } from '../text.ts';

/** The content of a new note. */
export interface NoteDraft {
  readonly id: string;
  readonly kind: NoteKind;
  readonly author: string;
  /** RFC 3339, UTC. */
  readonly created: string;
  /** Markdown. */
  readonly text: string;
  readonly tags: readonly string[];
  readonly about: { readonly source: string; readonly selectors: Selectors } | { readonly note: string };
}

/** Returns a new note in the model's format. Its property order is that of every note that Pilcrow writes. */
export function annotationJson(draft: NoteDraft): JsonObject {
  const { about, kind } = draft;
  const answers = 'note' in about;
  return {
    id: draft.id,
    type: 'Annotation',
    motivation: answers ? 'replying' : kind.motivation,
    ...(answers ? {} : { [extensions.kind]: kind.id }),
    ...(draft.author === '' ? {} : { creator: { type: 'Person', name: draft.author } }),
    created: draft.created,
    modified: draft.created,
    body: [textBody(draft.text), ...draft.tags.map(tagBody)],
    target: answers ? about.note : targetJson(about.source, about.selectors),
  };
}

/** Returns the body for the text of a note, in Markdown. */
export function textBody(text: string): JsonObject {
  return { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: text };
}

/** Returns the body for a tag. */
export function tagBody(tag: string): JsonObject {
  return { type: 'TextualBody', purpose: 'tagging', value: tag };
}

/** Returns the `SpecificResource` for a place in a source. */
function targetJson(source: string, selectors: Selectors): JsonObject {
  const selector = selectorsJson(selectors);
  return {
    type: 'SpecificResource',
    source: sourceIri(source),
    ...(selector.length === 0 ? {} : { selector }),
  };
}

/** Returns the selectors of a note in the model's format. */
export function selectorsJson({ quote, position }: Selectors): JsonObject[] {
  return [
    ...(quote
      ? [
          {
            type: 'TextQuoteSelector',
            exact: quote.exact,
            ...(quote.prefix === '' ? {} : { prefix: quote.prefix }),
            ...(quote.suffix === '' ? {} : { suffix: quote.suffix }),
            ...(quote.unique === undefined ? {} : { [extensions.unique]: quote.unique }),
            ...(quote.through === undefined ? {} : { [extensions.through]: quote.through }),
          },
        ]
      : []),
    ...(position ? [{ type: 'TextPositionSelector', start: position.start, end: position.end }] : []),
  ];
}

/** Returns the text of a notes file: an `AnnotationPage`, indented by two spaces, one value per line, LF. */
export function notesFile(id: string, items: readonly JsonObject[]): string {
  return `${JSON.stringify({ '@context': context, id, type: 'AnnotationPage', items }, null, 2)}\n`;
}

/** Returns the IRI of a notes file, by its name in the study folder without extension: `masswork.anna`. */
export function pageIri(name: string): string {
  return `urn:x-pilcrow:notes:${percentEncoded(name)}`;
}
