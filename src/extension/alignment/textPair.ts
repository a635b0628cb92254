import { l10n, window, type QuickPickItem } from 'vscode';
import type { TextPair } from '../../server/protocol.ts';
import { CannotDoError } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';

/** The keys of a text and of its base. */
export interface PairKeys {
  readonly base: string;
  readonly text: string;
}

/**
 * The two texts that a command is about: those that are named, the only ones there are, or those that a person chooses.
 * @param isWanted which pairs the command can be about
 * @returns undefined where the person gave up
 */
export async function chooseTextPair(
  { server, papers }: Pick<Pilcrow, 'server' | 'papers'>,
  { base, text }: Partial<PairKeys>,
  title: string,
  isWanted: (pair: TextPair) => boolean = () => true,
): Promise<PairKeys | undefined> {
  if (base !== undefined && text !== undefined) return { base, text };
  const all = await server.request('pilcrow/textPairs', papers.study);
  if (all.length === 0)
    throw new CannotDoError(
      l10n.t(
        'No source here says of which other one it is a translation. Write “translation-of: KEY” and “language: fr” into its front matter.',
      ),
    );
  const pairs = all.filter(isWanted);
  if (pairs.length === 0)
    throw new CannotDoError(
      l10n.t('No two texts have been put side by side yet. Choose “Align Translation” first.'),
    );
  const rows = pairs.map(rowOfPair);
  const [only] = rows;
  const chosen = only && rows.length === 1 ? only : await window.showQuickPick(rows, { title });
  return chosen?.keys;
}

function rowOfPair({ base, text, open }: TextPair): QuickPickItem & { readonly keys: PairKeys } {
  return {
    label: `${base.title} ↔ ${text.title}`,
    description: [base.language, text.language].filter(Boolean).join(' ↔ '),
    detail: open === undefined ? l10n.t('Not aligned yet') : l10n.t('Places to look at: {0}', open),
    keys: { base: base.key, text: text.key },
  };
}
