import type { Message } from '../../messages.ts';
import type { Analysis, Study } from '../../study.ts';

/** A source that cannot be read. */
export interface UnreadableSource {
  readonly analysis: Analysis;
  /** The name of the file without its folders. */
  readonly name: string;
  readonly problem: Message;
}

/**
 * The sources that cannot be read, with the reasons. Lists show them, because otherwise they would seem to be
 * missing.
 */
export function unreadableSources({ files }: Study): UnreadableSource[] {
  return files.flatMap((analysis) => {
    if (analysis.role !== 'unreadable' || analysis.file.role !== 'source') return [];
    const { problem, file } = analysis;
    return [{ analysis, name: file.path.slice(file.path.lastIndexOf('/') + 1), problem }];
  });
}
