/** All texts of an answer, but for those that programs read. */
export function textsIn(value: unknown, name = ''): string[] {
  if (
    /^(?:uri|targetUri|id|kind|newText|insertText|filterText|sortText|command|code|data|source|key|icon|citation|contextValue|textEdit|edit|href)$/.test(
      name,
    )
  )
    return [];
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    textsIn(each, Number.isNaN(Number(key)) ? key : name),
  );
}
