/** Of which text a text is a translation or another printing, as its front matter says. */
export interface StatedRelation {
  /** Words of another language, or the same words in another printing. */
  readonly kind: RelationKind;
  /** The key that is named. */
  readonly of: string;
}

export type RelationKind = 'translation' | 'printing';

/** The fields of front matter that name another text. */
export const relationFields = {
  translation: 'translation-of',
  printing: 'printing-of',
} as const satisfies Readonly<Record<RelationKind, string>>;

export const relationKinds = ['translation', 'printing'] as const satisfies readonly RelationKind[];

/** Returns what front matter, or an item of a bibliography, says; of both fields the first counts. Undefined where neither names a key. */
export function statedRelation(data: Readonly<Record<string, unknown>>): StatedRelation | undefined {
  for (const kind of relationKinds) {
    const named = data[relationFields[kind]];
    const of = typeof named === 'string' || typeof named === 'number' ? String(named).trim() : '';
    if (of !== '') return { kind, of };
  }
  return undefined;
}
