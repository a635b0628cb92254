import { readFileSync } from 'node:fs';
import { inRoot } from '../../../scripts/support/paths.ts';
import type { CitedItem } from '../../../src/core/bibliography.ts';
import { readCslItem } from '../../../src/core/bibliography.ts';
import { type CitationStyle, readLocale, readStyleSheet, type StyledRun } from '../../../src/core/styles.ts';

const locales = new Map(
  ['en-US', 'fr-FR'].map((tag) => [tag, readLocale(readFileSync(inRoot('styles', `locales-${tag}.xml`), 'utf8'))!]),
);

/** A style of the text, with the locales that ship. */
function styleOfText(xml: string): CitationStyle {
  const sheet = readStyleSheet(xml);
  if ('problem' in sheet) throw new Error(sheet.problem.id);
  return { sheet, locales };
}

/** A style that ships, by its file. */
export function shippedStyle(file: string): CitationStyle {
  return styleOfText(readFileSync(inRoot('styles', file), 'utf8'));
}

/** A style that prints its citations by `layout`, which is CSL, and its list by `entry`. */
export function smallStyle(layout: string, { attributes = '', entry = '', head = '' } = {}): CitationStyle {
  const list = entry === '' ? '' : `<bibliography><layout>${entry}</layout></bibliography>`;
  return styleOfText(
    `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>t</title></info>${head}` +
      `<citation ${attributes}><layout delimiter="; ">${layout}</layout></citation>${list}</style>`,
  );
}

/** A work of CSL variables. */
export function work(id: string, variables: Readonly<Record<string, unknown>>): CitedItem {
  return { id, data: readCslItem({ type: 'book', ...variables }), markup: 'html' };
}

/** The words of runs. */
export function words(runs: readonly StyledRun[]): string {
  return runs.map(({ text }) => text).join('');
}
