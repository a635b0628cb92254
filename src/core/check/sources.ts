import type { CheckId } from '../catalogue.ts';
import type { Analysis, Role, SourceFile, Study } from '../study.ts';
import { checkEdition } from './editions.ts';
import { rivalsOf, type Problem, type Related } from './check.ts';
import { frontMatterProblems } from './frontMatter.ts';

/** `source/…` and `paper/front-matter`: what is wrong with files themselves. */
export function checkFiles(analysis: Analysis, study: Study): readonly Problem[] {
  switch (analysis.role) {
    case 'unreadable':
      return [
        {
          check: unreadableCheck(analysis.file.role),
          range: { start: 0, end: 0 },
          message: analysis.problem,
        },
      ];
    case 'source':
      return [...frontMatter(analysis), ...duplicateKey(analysis, study), ...checkEdition(analysis, study)];
    case 'paper':
      return frontMatterProblems('paper/front-matter', analysis.document);
    case 'glossary':
      return frontMatterProblems('source/front-matter', analysis.document);
    case 'edition':
      return analysis.problem === undefined
        ? []
        : [{ check: 'source/front-matter', range: { start: 0, end: 0 }, message: analysis.problem }];
    default:
      return [];
  }
}

function unreadableCheck(role: Role): CheckId {
  if (role === 'bibliography') return 'bibliography/unreadable';
  if (role === 'notes') return 'note/unreadable';
  if (role === 'configuration') return 'settings/invalid';
  return role === 'paper' ? 'paper/front-matter' : 'source/front-matter';
}

function frontMatter(file: SourceFile): Problem[] {
  const { frontMatter } = file.source;
  const check = 'source/front-matter';
  const problems = frontMatterProblems(check, file.document);
  if (problems.length > 0) return problems;
  const start = frontMatter.range ?? { start: 0, end: 0 };
  const id = frontMatter.data['id'];
  if ((typeof id !== 'string' && typeof id !== 'number') || String(id).trim() === '') {
    const message = `The source has no id: it is cited as @${file.key}, after its file. Write “id: ${file.key}” into the front matter to settle it.`;
    return [{ check, range: { start: start.start, end: start.start }, message }];
  }
  return [];
}

function duplicateKey(file: SourceFile, study: Study): Problem[] {
  const range = file.keyRange ?? { start: 0, end: 0 };
  const all = study.sourceFiles.get(file.key) ?? [];
  const rivals = rivalsOf(all, (other) => other === file);
  if (rivals.length === 0) return [];
  const others = rivals.map((other): Related => ({
    uri: other.file.uri,
    range: other.keyRange ?? { start: 0, end: 0 },
    message: `@${file.key} is also this file`,
  }));
  const counts = study.sources.get(file.key)?.file === file;
  const paths = rivals.map((other) => other.file.path);
  const message = `The key “${file.key}” also names ${paths.join(', ')}${all.length - 1 > rivals.length ? ' …' : ''}. ${
    counts ? 'Citations lead here.' : 'Citations lead there, not here.'
  } Give one of them another id.`;
  return [{ check: 'source/duplicate-key', range, message, related: others }];
}
