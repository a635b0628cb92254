/** The part of the tag of a language that says which it is, in lower case: `fr` of `fr-CA` and `fr_CA`. Empty where there is no tag. */
export function primaryLanguage(tag: string | undefined): string {
  return (tag ?? '').trim().toLowerCase().split(/[-_]/)[0] ?? '';
}
