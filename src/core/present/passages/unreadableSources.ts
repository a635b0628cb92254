import type { Analysis, Study } from '../../study.ts';

/** A source that cannot be read. */
export interface UnreadableSource {
  readonly analysis: Analysis;
  /** Of its file, without folders. */
  readonly name: string;
  readonly problem: string;
}

/** The sources of a study that cannot be read, each with the reason: in a list without them they would look as if they were not there. */
export function unreadableSources({ files }: Study): UnreadableSource[] {
  return files.flatMap((analysis) => {
    if (analysis.role !== 'unreadable' || analysis.file.role !== 'source') return [];
    const { problem, file } = analysis;
    return [{ analysis, name: file.path.slice(file.path.lastIndexOf('/') + 1), problem }];
  });
}
