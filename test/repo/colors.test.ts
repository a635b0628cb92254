import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/support/paths.ts';
import { contrast } from '../support/contrast.ts';

type Look = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

interface Color {
  readonly id: string;
  readonly defaults: Readonly<Record<Look, string>>;
}

/** The backgrounds of texts and lists in VS Code's default themes, present and past. */
const backgrounds: Readonly<Record<Look, readonly string[]>> = {
  light: ['#ffffff', '#f8f8f8', '#f3f3f3'],
  dark: ['#1f1f1f', '#181818', '#1e1e1e', '#252526'],
  highContrast: ['#000000'],
  highContrastLight: ['#ffffff'],
};

/** Least contrast of text, and of lines under text that say nothing alone: WCAG 2.2, 1.4.3 and 1.4.11. */
const least = { text: 4.5, line: 3 };
const lines = new Set(['pilcrow.termUnderline']);

describe('the colours that Pilcrow brings', () => {
  const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
    contributes: { colors: readonly Color[] };
  };
  const { colors } = manifest.contributes;

  it('have a default for every kind of theme', () => {
    for (const { id, defaults } of colors)
      assert.deepEqual(Object.keys(defaults).sort(), Object.keys(backgrounds).sort(), id);
  });

  for (const look of Object.keys(backgrounds) as Look[])
    it(`stand out from what is behind them in themes that are ${look}`, () => {
      const faint = colors.flatMap(({ id, defaults }) => {
        const color = defaults[look];
        // A name is a colour of the theme itself.
        if (!color.startsWith('#')) return [];
        const worst = Math.min(...backgrounds[look].map((behind) => contrast(color, behind)));
        return worst < (lines.has(id) ? least.line : least.text) ? [`${id}: ${worst.toFixed(2)}`] : [];
      });
      assert.deepEqual(faint, []);
    });

  it('are measured as WCAG has it', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
    assert.equal(contrast('#00000000', '#ffffff'), 1);
    assert.equal(contrast('rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)', 'rgb(0, 0, 0)'), 21);
  });
});
