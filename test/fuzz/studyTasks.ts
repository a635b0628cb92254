/** What is made of a whole study: papers that go out, pages, texts side by side, citations that move. Nothing of it may throw. */
import assert from 'node:assert/strict';
import { mergeAlignments, writeAlignment } from '../../src/core/alignment.ts';
import { languageOf } from '../../src/core/blocks.ts';
import { runToEnd } from '../../src/core/memo.ts';
import { fileEdits, migrationOf, withEdits } from '../../src/core/printings.ts';
import { baseFirst, knownAlignment } from '../../src/core/resolve.ts';
import { alignSources } from '../../src/core/sideBySide.ts';
import type { Paper, Study } from '../../src/core/study.ts';
import { formatCitations } from '../../src/core/styles.ts';
import { exportFormats } from '../../src/publish/exportFormats.ts';
import { type FormatWorks, imagePathsOf, manuscriptOf } from '../../src/publish/manuscript.ts';
import { siteDraftOf, siteFilesOf } from '../../src/publish/site.ts';
import { writeTypst } from '../../src/publish/typstDocument.ts';
import { analyse } from '../../src/core/study/analyse.ts';
import { buildStudy } from '../../src/core/study/buildStudy.ts';
import { shippedStyle } from '../core/styles/styleFiles.ts';

const styles = [
  'chicago-author-date.csl',
  'chicago-notes-bibliography.csl',
  'modern-language-association.csl',
  'apa.csl',
].map(shippedStyle);

function formatOf(paper: Paper): FormatWorks {
  // Papers of one length have one style, so that a failure is the same when it is tried again.
  const style = styles[paper.text.length % styles.length];
  assert.ok(style);
  return (works, groups) => formatCitations(works, groups, style, languageOf(paper.document));
}

/** Writes each paper in every format, and all of them as pages. */
export async function publishAll(study: Study): Promise<void> {
  for (const paper of study.papers) {
    const manuscript = manuscriptOf(paper, study, { format: formatOf(paper) });
    assert.ok(imagePathsOf(manuscript).every((path) => !path.split('/').includes('..')));
    for (const { write } of Object.values(exportFormats))
      assert.ok((await write(manuscript, surroundings)).length > 0);
    writeTypst(manuscript, new Map());
  }
  const [first] = study.papers;
  if (!first) return;
  const format = formatOf(first);
  const draft = siteDraftOf(study, { ofPaper: () => format, ofWorks: format, ofProse: format });
  const files = siteFilesOf(draft, new Map(), []);
  assert.equal(new Set(files.map(({ path }) => path)).size, files.length);
}

const surroundings = { images: new Map(), areFieldsLive: true, addressOf: (path: string): string => path };

/** Puts all pairs of texts side by side, and moves what cites one to the other. */
export function relateAll(study: Study): void {
  const texts = [...study.sources.values()].filter(({ passages }) => passages.length > 0);
  for (const old of texts)
    for (const now of texts) {
      if (old === now) continue;
      migrate(study, old.key, now.key);
      const pair = baseFirst(old, now, study);
      if (pair.base === old) align(study, pair);
    }
}

/** Aligned again, nothing is new; what was known merges with it. */
function align(study: Study, pair: ReturnType<typeof baseFirst>): void {
  const known = knownAlignment(pair, study)?.alignment;
  const aligned = runToEnd(alignSources(pair, known));
  const written = writeAlignment(aligned);
  assert.equal(writeAlignment(runToEnd(alignSources(pair, aligned))), written);
  mergeAlignments(undefined, written, known ? writeAlignment(known) : written);
}

/** A second move finds nothing that is to be moved. */
function migrate(study: Study, oldKey: string, nowKey: string): void {
  const [old, now] = [study.sources.get(oldKey), study.sources.get(nowKey)];
  if (!old || !now) return;
  const edits = fileEdits(migrationOf({ old, now }, study));
  for (const { uri, range } of edits) {
    const file = study.files.find((each) => each.file.uri === uri);
    assert.ok(file && 'text' in file && range.start <= range.end && range.end <= file.text.length);
  }
  if (edits.length === 0) return;
  const moved = buildStudy(
    study.files.map((each) => {
      const own = edits.filter(({ uri }) => uri === each.file.uri);
      return own.length > 0 && 'text' in each
        ? analyse({ ...each.file, role: each.role, content: { text: withEdits(each.text, own) } })
        : each;
    }),
  );
  const [before, after] = [moved.sources.get(oldKey), moved.sources.get(nowKey)];
  if (before && after) assert.deepEqual(fileEdits(migrationOf({ old: before, now: after }, moved)), []);
}
