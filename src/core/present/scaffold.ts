import type { Study } from '../index/study.ts';

interface NewFile {
  readonly path: string;
  readonly text: string;
}

export function newStudyFolder(_title: string): readonly NewFile[] {
  return [];
}

export function newPaper(_options: { template: string; title: string; author?: string; date: string }, _study: Study): NewFile {
  return { path: 'papers/new.analysis.md', text: '' };
}
