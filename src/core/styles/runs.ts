import type { StyledRun } from './formattedWorks.ts';
import { isTextNode, joinRich, type Mark, enclosedIn, plainRich, type RichText } from './richText.ts';

/** Rich text of runs. */
export function fromRuns(runs: readonly StyledRun[]): RichText {
  return joinRich(
    runs.map((run) => {
      let text = plainRich(run.text);
      if (run.vertical) text = enclosedIn(run.vertical, text);
      if (run.smallCaps) text = enclosedIn('smallCaps', text);
      if (run.underline) text = enclosedIn('underline', text);
      if (run.bold) text = enclosedIn('bold', text);
      if (run.italic) text = enclosedIn('italic', text);
      return run.link === undefined ? text : enclosedIn('link', text, run.link);
    }),
  );
}

type Looks = Omit<StyledRun, 'text' | 'citation'>;

/** The runs of rich text, whose quotation marks are written. Italics within italics are upright, as typographers have it. */
export function toRuns(text: RichText): readonly StyledRun[] {
  const runs: StyledRun[] = [];
  addRuns(text, {}, runs);
  return runs;
}

function addRuns(text: RichText, looks: Looks, runs: StyledRun[]): void {
  for (const node of text)
    if (!isTextNode(node)) addRuns(node.content, withMark(looks, node.mark, node.link), runs);
    else {
      const run = { ...looks, ...node };
      const last = runs.at(-1);
      if (last && hasSameLooks(last, run)) runs[runs.length - 1] = { ...last, text: last.text + run.text };
      else runs.push(run);
    }
}

function withMark(looks: Looks, mark: Mark, link: string | undefined): Looks {
  switch (mark) {
    case 'italic': {
      const { italic, ...others } = looks;
      return italic ? others : { ...looks, italic: true };
    }
    case 'bold':
    case 'smallCaps':
    case 'underline':
      return { ...looks, [mark]: true };
    case 'superscript':
    case 'subscript':
      return { ...looks, vertical: mark };
    case 'link':
      return link === undefined ? looks : { ...looks, link };
    case 'asIs':
    case 'apart':
    case 'quoted':
      return looks;
  }
}

const looksOfRun = ['italic', 'bold', 'smallCaps', 'underline', 'vertical', 'link', 'citation'] as const;

function hasSameLooks(first: StyledRun, second: StyledRun): boolean {
  return looksOfRun.every((name) => first[name] === second[name]);
}
