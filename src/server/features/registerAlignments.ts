import {
  alignmentPath,
  readAlignment,
  type TextAlignment,
  withConfirmedGroups,
  writeAlignment,
} from '../../core/alignment.ts';
import { inWords } from '../../core/messages.ts';
import { passageAt, sourceOf } from '../../core/present/passages.ts';
import { alignmentFileOf, alignmentReview, textPairs } from '../../core/present/sources.ts';
import { alignSources, type Counterpart, counterpartsOf, textsBeside } from '../../core/resolve.ts';
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
    return file && review ? { ...review, uri: file.file.uri } : null;
  });
  answer('pilcrow/alignTexts', async (params, token) => {
    const study = await studyFor(server, params.uri);
    const texts = textsOf(params, study);
    if ('problem' in texts) return texts;
    const before = knownOf(params, study);
    if (before && 'problem' in before) return before;
    const steps = alignSources(texts, before?.alignment);
    const alignment = await new TimeSlicer().run(steps, () => !token.isCancellationRequested);
    if (!alignment) return new ResponseError(LSPErrorCodes.RequestCancelled, inWords('server.cancelled'));
    return writingOf(alignment, before?.uri ?? newAddress(server, params));
  });
  answer('pilcrow/confirmGroups', async (params) => {
    const study = await studyFor(server, params.uri);
    const texts = { base: study.sources.get(params.base), text: study.sources.get(params.text) };
    const { alignment, problems } = readAlignment(params.content);
    const path = alignmentPath(params.base, params.text);
    const file = alignmentFileOf(params.base, params.text, study)?.file;
    if (!alignment || problems.length > 0)
      return { problem: inWords('alignments.laterFile', { file: file?.path ?? path }) };
    if (!file || !texts.base || !texts.text) return { problem: inWords('alignments.notAligned') };
    const on = new Date().toISOString().slice(0, 10);
    const prints = { base: printsOf(texts.base), text: printsOf(texts.text) };
    const { groups, by } = params;
    return writingOf(withConfirmedGroups(alignment, groups, prints, { by, on }), file.uri);
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

/** What is known of two texts so far, and where that stands. A file that cannot be read as a whole is never written over. */
function knownOf(
  { base, text }: PairParams,
  study: Study,
): { readonly alignment: TextAlignment; readonly uri: string } | { readonly problem: string } | undefined {
  const path = alignmentPath(base, text);
  const known = alignmentFileOf(base, text, study);
  const file = known ?? study.files.find((each) => each.role === 'alignment' && each.file.path === path);
  if (file?.role !== 'alignment') return undefined;
  if (!file.alignment || file.problems.length > 0)
    return { problem: inWords('alignments.laterFile', { file: file.file.path }) };
  return { alignment: file.alignment, uri: file.file.uri };
}

function newAddress({ studies }: ServerContext, { uri, base, text }: PairParams): string {
  return uriOf(join(studies.rootFor(uri) ?? '', ...alignmentPath(base, text).split('/')));
}

function writingOf(alignment: TextAlignment, uri: string): AlignmentWriting {
  const count = (state: TextAlignment['groups'][number]['state']): number =>
    alignment.groups.filter((line) => line.state === state).length;
  return {
    uri,
    newText: writeAlignment(alignment),
    certain: count('computed'),
    open: count('open'),
    confirmed: count('confirmed'),
  };
}

function printsOf({ passages }: Source): string[] {
  return passages.map(({ fingerprint }) => fingerprint);
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
