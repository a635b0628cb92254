/** What a field of a reference manager is. */
export type ManagedField = { readonly kind: 'citation'; readonly data: string } | { readonly kind: 'works' };

const citationCode = /^\s*(?:ADDIN\s+)?(?:ZOTERO_ITEM\s+|ZOTERO_CITATION\s+)?(?:CSL_CITATION\s+)?(\{[^]*\})/;
const worksCode = /^\s*(?:ADDIN\s+)?(?:ZOTERO_BIBL\b|Mendeley Bibliography\b|CSL_BIBLIOGRAPHY\b)/;
const managedCode = /ZOTERO_|CSL_CITATION|CSL_BIBLIOGRAPHY|Mendeley/;

/**
 * Whether the code of a field, or the name of a reference mark, is one of Zotero or Mendeley.
 * @returns undefined for all others, and for a citation whose data is broken: its words are all that is left of it
 */
export function managedField(code: string): ManagedField | undefined {
  if (!managedCode.test(code)) return undefined;
  if (worksCode.test(code)) return { kind: 'works' };
  const data = citationCode.exec(code)?.[1];
  return data !== undefined && isCitationData(data) ? { kind: 'citation', data } : undefined;
}

/** Mendeley’s newer plug-in keeps citations in content controls, whose tag is JSON in Base64. */
export function managedControl(tag: string): ManagedField | undefined {
  if (tag.startsWith('MENDELEY_BIBLIOGRAPHY')) return { kind: 'works' };
  const [, packed] = /^MENDELEY_CITATION_v\d+_([A-Za-z0-9+/]+=*)$/.exec(tag) ?? [];
  if (packed === undefined) return undefined;
  const data = textOfBase64(packed);
  return data !== undefined && isCitationData(data) ? { kind: 'citation', data } : undefined;
}

function textOfBase64(packed: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

function isCitationData(data: string): boolean {
  try {
    const read: unknown = JSON.parse(data);
    return (
      typeof read === 'object' &&
      read !== null &&
      'citationItems' in read &&
      Array.isArray(read.citationItems)
    );
  } catch {
    return false;
  }
}
