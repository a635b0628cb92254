import { readAlignment, stateCounts, type TextAlignment, writeAlignment } from '../../core/alignment.ts';
import { inWords } from '../../core/messages.ts';
import { passageAt, sourceOf } from '../../core/present/passages.ts';
import { alignmentReview, textPairs } from '../../core/present/sources.ts';
import {
  type Counterpart,
  counterpartsOf,
  textsBeside,
  alignmentFileOf,
  confirmedAlignment,
  fileInTheirPlace,
  knownAlignment,
  newAlignmentPath,
} from '../../core/resolve.ts';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Source, Study } from '../../core/study.ts';
import { join } from '../../files/pathNames.ts';
import { uriOf } from '../../files/paths.ts';
import { answering, type ServerContext, studyFor } from '../context.ts';
import type { AlignmentWriting, CounterpartPlace, Params } from '../protocol.ts';
import { TimeSlicer } from '../timeSlicer.ts';
import { toOffset, wireRange } from '../wire.ts';

/** A text and its translation or other printing, side by side. The client writes what is known of them, so that it can be undone. */
export function registerAlignments(server: ServerContext): void {
  const answer = answering(server);
  answer('pilcrow/textPairs', async ({ uri }) => textPairs(await studyFor(server, uri)));
  answer('pilcrow/alignmentReview', async ({ uri, base, text }) => {
    const study = await studyFor(server, uri);
    const file = alignmentFileOf(base, text, study);
    const review = alignmentReview(base, text, study);
    if (file && review) return { ...review, uri: file.file.uri };
    const known = fileInTheirPlace(base, text, study);
    return known ? { problem: inWords('alignments.laterFile', { file: known.file.path }) } : null;
  });
  answer('pilcrow/alignTexts', async (params, token) => {
    const study = await studyFor(server, params.uri);
    const texts = textsOf(params, study);
    if ('problem' in texts) return texts;
    const known = knownAlignment(texts, study);
    if (known && !known.alignment)
      return { problem: inWords('alignments.laterFile', { file: known.file.path }) };
    const { alignSources } = await import('../../core/sideBySide.ts');
    const steps = alignSources(texts, known?.alignment);
    const alignment = await new TimeSlicer().run(steps, () => !token.isCancellationRequested);
    if (!alignment) return new ResponseError(LSPErrorCodes.RequestCancelled, inWords('server.cancelled'));
    return writingOf(alignment, known?.file.uri ?? newAddress(server, params, study));
  });
  answer('pilcrow/confirmGroups', async (params) => {
    const study = await studyFor(server, params.uri);
    const [base, text] = [study.sources.get(params.base), study.sources.get(params.text)];
    const file = alignmentFileOf(params.base, params.text, study)?.file;
    if (!file || !base || !text) return { problem: inWords('alignments.notAligned') };
    const { alignment, problems } = readAlignment(params.content);
    if (!alignment || problems.length > 0)
      return { problem: inWords('alignments.laterFile', { file: file.path }) };
    const said = { by: params.by, on: new Date().toISOString().slice(0, 10) };
    return writingOf(confirmedAlignment(alignment, { base, text }, params.groups, said), file.uri);
  });
  registerBeside(server, answer);
}

/** What stands beside a text, for editors that show both. */
function registerBeside(server: ServerContext, answer: ReturnType<typeof answering>): void {
  answer('pilcrow/textsBeside', async ({ uri }) => {
    const located = await server.studies.locate(uri);
    if (located?.analysis.role !== 'source') return [];
    const { sources, alignments } = located.study;
    return textsBeside(located.analysis.key, alignments).flatMap((key) => {
      const { file, title } = sources.get(key) ?? {};
      return file && title !== undefined ? [{ uri: file.file.uri, title }] : [];
    });
  });
  answer('pilcrow/counterpartsAt', async ({ uri, position }) => {
    const located = await server.studies.locate(uri);
    if (located?.analysis.role !== 'source') return [];
    const { analysis, study } = located;
    const source = sourceOf(analysis, study);
    const found = source && passageAt(source, toOffset(analysis, position));
    if (!found || !('passage' in found)) return [];
    return counterpartsOf(source.key, [found.passage.number], study).flatMap(placeOfCounterpart);
  });
}

type PairParams = Params<'pilcrow/alignmentReview'>;

/** Two sources whose words are both there, or why they cannot be aligned. */
function textsOf(
  { base, text }: PairParams,
  { sources }: Study,
): { readonly base: Source; readonly text: Source } | { readonly problem: string } {
  const [one, other] = [sources.get(base), sources.get(text)];
  if (!one?.file) return { problem: inWords('alignments.noWords', { key: base }) };
  if (!other?.file) return { problem: inWords('alignments.noWords', { key: text }) };
  return one === other ? { problem: inWords('alignments.sameText') } : { base: one, text: other };
}

function newAddress({ studies }: ServerContext, { uri, base, text }: PairParams, study: Study): string {
  return uriOf(join(studies.rootFor(uri) ?? '', ...newAlignmentPath(base, text, study).split('/')));
}

function writingOf(alignment: TextAlignment, uri: string): AlignmentWriting {
  return { uri, newText: writeAlignment(alignment), ...stateCounts(alignment) };
}

function placeOfCounterpart({ source, state, numbers }: Counterpart): CounterpartPlace[] {
  const { file, passages, title } = source;
  if (!file || state === 'unknown') return [];
  const ranges = numbers.flatMap((number) => {
    const words = passages[number - 1]?.words;
    return words ? [wireRange(file, words.range)] : [];
  });
  return [{ uri: file.file.uri, title, ranges, isCertain: state === 'certain' || state === 'none' }];
}
